import type { Queryable } from '../../db/database.js'
import { filterSql, type OrderFilter } from './list-filter.js'
import { numberIn1CConditions } from './numbers-in-1c.js'
import { asSequenceNumber, asWholeWord } from './search-words.js'

/** If more orders have exactly this number, it does not identify one. */
const MAX_MATCHES = 50

/** Keys of the orders whose id, number, number in 1C or in its document, or payment id is exactly the searched text, newest first. */
export async function exactMatches(
  db: Queryable,
  locationId: string,
  filter: OrderFilter,
): Promise<number[]> {
  const { q, ...others } = filter
  const whole = asWholeWord(q ?? '')
  if (whole === undefined) return []
  const values: unknown[] = []
  const sql = filterSql(others, locationId, values)
  if (!sql) return []
  const conditions = [`o.search @@ $${values.push(whole)}::tsquery`]
  conditions.push(...numberIn1CConditions(q ?? '', value => `$${values.push(value)}`))
  const number = asSequenceNumber(q ?? '')
  if (number !== undefined) {
    const companies = 'array(select id from company where location_id = $1)'
    conditions.push(`(o.company_id = any (${companies}) and o.sequence_number = $${values.push(number)})`)
  }
  // Sorted afterwards, and the limit is a subquery: otherwise PostgreSQL may walk the list for them, or read all orders.
  const { rows } = await db.query<{ key: number }>(
    `select found.key from (
       select o.key, o.placed_at from sale_order o where (${conditions.join(' or ')}) and ${sql.range} and ${sql.rest}
        limit (select ${MAX_MATCHES + 1})) found
      order by found.placed_at desc, found.key desc`,
    values,
  )
  return rows.length > MAX_MATCHES ? [] : rows.map(({ key }) => key)
}
