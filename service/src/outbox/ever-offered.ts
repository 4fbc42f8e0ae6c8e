import type { Queryable } from '../db/database.js'

/**
 * Which integrations were ever given which of these orders, in a batch of any state. To rely on a "never", hold the company's
 * `offers` lock exclusively before asking.
 */
export async function everOffered(
  tx: Queryable,
  orderKeys: readonly number[],
): Promise<{ orderKey: number; integrationKey: number }[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await tx.query<{ orderKey: number; integrationKey: number }>(
    `select distinct i.order_key as "orderKey", b.integration_key as "integrationKey"
       from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
      where i.order_key = any($1)`,
    [orderKeys],
  )
  return rows
}
