import type { FindingCode, Severity } from '@obmen/contract'
import type { Finding, ListedFinding as ShownFinding } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { appliedClient, type OrderAtIntegration } from '../findings/finding.js'
import { entryJoin, isUpToDateSql, numberSql } from '../outbox/entries/entry-sql.js'

export type ListedFinding = WithTimes<Omit<ShownFinding, 'message'>, 'since'> & {
  orderKey: number
  client: ClientChoice
}

export interface FindingsFilter extends PageRequest {
  severity?: Severity | undefined
  code?: FindingCode | undefined
}

/** Stored findings for an integration, newest orders first. */
export async function listFindings(
  db: Queryable,
  integrationKey: number,
  { severity, code, limit, cursor }: FindingsFilter,
): Promise<Page<ListedFinding>> {
  const after = readCursor(cursor, ['number', 'text', 'text'])
  const { rows } = await db.query<ListedFinding>(
    `select f.order_key as "orderKey", o.id as "orderId", o.platform_number as number,
            ${numberSql('e.sent_number', '$1', 'f.order_key', 'o.sequence_number')} as "numberIn1c",
            f.code, f.severity, f.path, f.params, ${appliedClient('i')} as client, f.since,
            ${isUpToDateSql('e')} as done
       from (select * from order_finding
              where integration_key = $1 and ($2::text is null or severity = $2)
                and ($3::text is null or code = $3)
                and ($4::bigint is null or order_key < $4 or (order_key = $4 and (code, path) > ($5, $6)))
              order by order_key desc, code, path limit $7) f
       join integration i on i.key = $1
       join sale_order o on o.key = f.order_key
       left join ${entryJoin('e', '$1', 'f.order_key')}
      order by f.order_key desc, f.code, f.path`,
    [integrationKey, severity ?? null, code ?? null, ...(after ?? [null, null, null]), limit + 1],
  )
  return toPage(rows, limit, row => [row.orderKey, row.code, row.path])
}

export interface FindingCount {
  code: FindingCode
  severity: Severity
  orders: number
}

/** The number of orders per code, by severity and frequency. */
export async function countFindings(db: Queryable, integrationKey: number): Promise<FindingCount[]> {
  const { rows } = await db.query<FindingCount>(
    `select code, severity, count(distinct order_key) as orders from order_finding where integration_key = $1
      group by code, severity order by severity, orders desc, code`,
    [integrationKey],
  )
  return rows
}

export interface StoredFinding extends OrderAtIntegration, Omit<Finding, 'message'> {
  integrationId: string
  client: ClientChoice
  since: Date
}

/** Stored findings of these orders, by severity. */
export async function readFindings(db: Queryable, orderKeys: readonly number[]): Promise<StoredFinding[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await db.query<StoredFinding>(
    `select f.order_key as "orderKey", i.key as "integrationKey", i.id as "integrationId",
            ${appliedClient('i')} as client, f.code, f.path, f.severity, f.params, f.since,
            ${isUpToDateSql('e')} as done
       from sale_order o
       join integration i on i.company_id = o.company_id
       join order_finding f on f.integration_key = i.key and f.order_key = o.key
       left join ${entryJoin('e', 'i.key', 'o.key')}
      where o.key = any($1)
      order by o.key, i.key, f.severity, f.code, f.path`,
    [orderKeys],
  )
  return rows
}
