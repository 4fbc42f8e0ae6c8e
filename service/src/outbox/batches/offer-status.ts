import type { Queryable } from '../../db/database.js'

/** SQL: whether an order was ever sent to a 1C, even one whose integration was removed. */
export function everSentSql(orderKey: string, companyId: string): string {
  const keysOf = (table: string): string => `select key from ${table} where company_id = ${companyId}`
  return `exists (
    select from (${keysOf('integration')} union all ${keysOf('removed_integration')}) base
      join outbox_entry sent on sent.integration_key = base.key and sent.order_key = ${orderKey}
     where sent.first_sent_at is not null)`
}

/** Whether any 1C has an order, or is about to. */
export interface OfferStatus {
  orderKey: number
  sent: boolean
  inProgress: boolean
}

/** `inProgress: false` holds only under the company's exclusive `offers` lock. */
export async function loadOfferStatuses(
  tx: Queryable,
  orderKeys: readonly number[],
): Promise<Map<number, OfferStatus>> {
  if (orderKeys.length === 0) return new Map()
  const { rows } = await tx.query<OfferStatus>(
    `select o.key as "orderKey", ${everSentSql('o.key', 'o.company_id')} as sent,
            exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
                     where i.order_key = o.key and b.state = 'open') as "inProgress"
       from sale_order o where o.key = any($1)`,
    [orderKeys],
  )
  return new Map(rows.map(row => [row.orderKey, row]))
}

/**
 * Whether any order was ever sent, or is being sent, to a 1C of a location, including those of removed
 * integrations. To rely on false, hold the `offers` lock of all its companies exclusively before calling.
 */
export async function wasAnythingOffered(tx: Queryable, locationId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from (select key from integration where location_id = $1
                  union all select key from removed_integration where location_id = $1) base
      where exists (select from outbox_entry e where e.integration_key = base.key
          and e.first_sent_at is not null)
         or exists (select from outbox_batch b
                     where b.integration_key = base.key and b.state = 'open' and b.order_count > 0)
      limit 1`,
    [locationId],
  )
  return rowCount > 0
}
