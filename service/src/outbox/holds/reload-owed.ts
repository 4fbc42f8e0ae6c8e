import type { Queryable } from '../../db/database.js'
import { owedSql } from '../entries/owed.js'

/**
 * The integrations that are owed each of these orders now, by order key; orders that were never held are left out. For callers that
 * held or released orders after writing what is owed.
 */
export async function reloadOwed(
  tx: Queryable,
  integrationKeys: readonly number[],
  orderKeys: readonly number[],
): Promise<Map<number, number[]>> {
  const owed = new Map<number, number[]>()
  if (orderKeys.length === 0) return owed
  const { rows } = await tx.query<{ orderKey: number; integrationKey: number | null }>(
    `select h.order_key as "orderKey", e.integration_key as "integrationKey"
       from (select distinct order_key from hold_event where order_key = any($2)) h
       left join outbox_entry e on e.integration_key = any($1) and e.order_key = h.order_key and ${owedSql('e')}
      order by h.order_key, e.integration_key`,
    [integrationKeys, orderKeys],
  )
  for (const { orderKey, integrationKey } of rows) {
    const keys = owed.get(orderKey) ?? []
    if (integrationKey !== null) keys.push(integrationKey)
    owed.set(orderKey, keys)
  }
  return owed
}
