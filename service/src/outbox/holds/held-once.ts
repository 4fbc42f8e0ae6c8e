import type { Queryable } from '../../db/database.js'

/** Those of these orders that are still held by the same hold, not by a later one. */
export async function heldOnceSince(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
  since: Date,
): Promise<number[]> {
  const { rows } = await tx.query<{ key: number }>(
    `select key from unnest($2::bigint[]) key
      where (select count(*) from hold_event h
              where h.order_key = key and h.integration_key = $1 and h.kind = 'held' and h.at >= $3) <= 1`,
    [integrationKey, orderKeys, since],
  )
  return rows.map(({ key }) => key)
}
