import type { Database, Queryable } from '../../../src/db/database.js'

interface PlanNode {
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

const CHANGES = /\b(insert\s+into|delete\s+from|update\s+\w+(\s+\w+)?\s+set)\b/

/** The same database, which also counts the rows of a table that its `select` statements read, whether or not they answer them. */
export function countRowsRead(db: Database, table: string): { db: Database; rowsRead(): number } {
  let read = 0
  const countIn = (node: PlanNode): void => {
    const { 'Actual Rows': answered = 0, 'Rows Removed by Filter': removed = 0 } = node
    if (node['Relation Name'] === table || node['Index Name']?.startsWith(table))
      read += (answered + removed) * (node['Actual Loops'] ?? 0)
    for (const inner of node.Plans ?? []) countIn(inner)
  }
  const counting = (inner: Queryable): Queryable => ({
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      if (text.includes(table) && !CHANGES.test(text)) {
        const { rows } = await inner.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `explain (analyze, timing off, format json) ${text}`,
          values,
        )
        countIn(rows[0]!['QUERY PLAN'][0].Plan)
      }
      return inner.query<Row>(text, values)
    },
  })
  return {
    db: { ...db, ...counting(db), transaction: work => db.transaction(tx => work(counting(tx))) },
    rowsRead: () => read,
  }
}
