import type { Queryable } from '../../db/database.js'

/** Those of these orders that were held at most once since then, so that the present hold is not a later one. */
export async function filterHeldOnceSince(
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
