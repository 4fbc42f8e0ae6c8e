import type { Queryable } from '../../db/database.js'
import { markStale } from '../../findings/recalculate.js'
import { isOfEarlierMonth } from './entry-sql.js'
import { byIntegration, releaseOrders } from './release-orders.js'

export interface OutboxChange {
  integrationKey: number
  orderKey: number
  revision: number
  /** Whether the order matches the rules. One that was ever sent to this 1C is sent in any case. */
  owed: boolean
  /** Its 1C is likely to refuse it, so it is sent after the others. */
  risky: boolean
}

/**
 * Records orders' newest revision in the transaction that writes them (O1); returns those owed now. What was
 * ever sent stays owed (O7), what 1C refused before is released (O9).
 */
export async function enqueueOrders(
  tx: Queryable,
  changes: readonly OutboxChange[],
): Promise<{ integrationKey: number; orderKey: number }[]> {
  if (changes.length === 0) return []
  const { rows } = await tx.query<{
    integrationKey: number
    orderKey: number
    owed: boolean
    refused: boolean
  }>(
    `insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision, risky)
     select n.integration_key, n.order_key, n.revision, case when n.owed then n.revision else 0 end, n.risky
       from unnest($1::int[], $2::bigint[], $3::int[], $4::boolean[], $5::boolean[])
              as n(integration_key, order_key, revision, owed, risky)
      where n.owed
         or exists (select from outbox_entry x
                     where x.integration_key = n.integration_key and x.order_key = n.order_key)
      order by n.order_key, n.integration_key
     on conflict (integration_key, order_key) do update
        set latest_revision = excluded.latest_revision, risky = excluded.risky,
            pending_revision = case when e.first_sent_at is null then excluded.pending_revision
                                    else excluded.latest_revision end,
            owed_since = case when e.pending_revision > e.confirmed_revision then e.owed_since
                              else now() end
     returning integration_key as "integrationKey", order_key as "orderKey",
               held_kind is not distinct from 'quarantine' as refused,
               pending_revision > confirmed_revision
                 and (held_kind is null or held_kind = 'quarantine') as owed`,
    [
      changes.map(change => change.integrationKey),
      changes.map(change => change.orderKey),
      changes.map(change => change.revision),
      changes.map(change => change.owed),
      changes.map(change => change.risky),
    ],
  )
  const refused = rows.filter(row => row.refused)
  for (const [key, orderKeys] of byIntegration(refused))
    await releaseOrders(tx, key, { orderKeys, kinds: ['quarantine'], cause: 'revision' })
  return rows.filter(({ owed }) => owed)
}

/**
 * Of never sent orders, those that match the rules are owed from now on, others not (O7). `routed`: a
 * subquery with `key`, `revision`, `matches`, `risky`; `$1` is the integration.
 */
export async function alignEntries(
  tx: Queryable,
  integrationKey: number,
  routed: { sql: string; values: readonly unknown[] },
): Promise<void> {
  // In one statement, so that it locks the entries in the order of their keys.
  await tx.query(
    `insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision, risky)
     select $1, o.key, o.revision, case when o.matches then o.revision else 0 end, o.risky
       from (${routed.sql}) o
       left join outbox_entry n on n.integration_key = $1 and n.order_key = o.key
      where case when n.order_key is null then o.matches
                 else n.first_sent_at is null and (n.pending_revision > 0) <> o.matches end
      order by o.key
     on conflict (integration_key, order_key) do update
        set pending_revision = excluded.pending_revision, risky = e.risky or excluded.risky,
            owed_since = now()
      where e.first_sent_at is null`,
    [integrationKey, ...routed.values],
  )
}

/**
 * Makes orders' newest revision owed again; a success of what was sent before does not confirm it. Returns
 * how many: those never sent and not owed stay as they are.
 */
export async function resend(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<number[]> {
  const { rows } = await tx.query<{ key: number }>(
    `with meant as materialized (
       select order_key from outbox_entry
        where integration_key = $1 and order_key = any($2) and pending_revision > 0
        order by order_key for update)
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
  return keys
}
