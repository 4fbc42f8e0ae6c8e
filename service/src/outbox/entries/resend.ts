import type { Queryable } from '../../db/database.js'
import { markStale } from '../../findings/recalculate.js'
import { isOfEarlierMonth } from './owed.js'

/**
 * Makes the order's newest revision owed again, even to a 1C that confirmed it; a later success of a batch sent before this does not
 * confirm it. Returns false if the integration was never sent the order and is not owed it.
 */
export async function resend(tx: Queryable, integrationKey: number, orderKey: number): Promise<boolean> {
  return (await resendAll(tx, integrationKey, [orderKey])) === 1
}

/** The same for several orders; returns how many were changed. */
export async function resendAll(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<number> {
  const { rows } = await tx.query<{ key: number }>(
    `with meant as materialized (
       select order_key from outbox_entry
        where integration_key = $1 and order_key = any($2) and pending_revision > 0 order by order_key for update)
     update outbox_entry e
        set pending_revision = latest_revision, confirmed_revision = 0, resend_count = resend_count + 1,
            owed_since = case when pending_revision > confirmed_revision then owed_since else now() end,
            risky = risky or ${isOfEarlierMonth('o.placed_at', 'l.timezone')}
       from meant
       join sale_order o on o.key = meant.order_key
       join location l on l.id = o.location_id
      where e.integration_key = $1 and e.order_key = meant.order_key
     returning e.order_key as key`,
    [integrationKey, orderKeys],
  )
  const keys = rows.map(({ key }) => key)
  if (keys.length > 0) await markStale(tx, integrationKey, keys)
  return keys.length
}
