import type { Queryable } from '../../db/database.js'
import { isRefusedChangeSql } from './entry-sql.js'
import { byIntegration, markRiskyOrdersStale, releaseOrders } from './release-orders.js'

export interface Adoption {
  integrationKey: number
  orderKey: number
}

/** The newest revision of an order that the platform adopted from a 1C, as SQL; null if none. */
export const adoptedRevisionSql = (integrationKey: string, orderKey: string): string =>
  `(select max(t.revision) from order_adoption t where t.order_key = ${orderKey}
      and t.integration_key = ${integrationKey})`

/** The orders that were ever completely sent to their 1C of the pair: only those can be adopted. */
export async function findEverSent(tx: Queryable, pairs: readonly Adoption[]): Promise<ReadonlySet<number>> {
  if (pairs.length === 0) return new Set()
  const { rows } = await tx.query<{ orderKey: number }>(
    `select e.order_key as "orderKey" from outbox_entry e
       join unnest($1::int[], $2::bigint[]) as p(integration_key, order_key)
         on p.integration_key = e.integration_key and p.order_key = e.order_key
      where e.first_sent_at is not null`,
    [pairs.map(({ integrationKey }) => integrationKey), pairs.map(({ orderKey }) => orderKey)],
  )
  return new Set(rows.map(({ orderKey }) => orderKey))
}

/**
 * Whether only a person's wish to send it again is owed: 1C confirmed all that it was given, but neither had
 * nor gave the newest revision. With a content that it had, the order stays owed.
 */
const ONLY_RESENT = `(
  e.confirmed_revision = 0 and e.latest_revision > e.sent_revision
  and not exists (select from order_adoption t
                   where t.order_key = e.order_key and t.revision = e.latest_revision
                     and t.integration_key = e.integration_key)
  and exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
               where i.order_key = e.order_key and b.integration_key = e.integration_key
                 and i.revision = e.sent_revision and b.state = 'confirmed'
                 and b.confirmed_at >= e.last_sent_at))`

/**
 * Whether the 1C may have loaded, or be loading, something else since what it confirmed: an answer is on its
 * way or unconfirmed. What it provably refuses it has not loaded.
 */
const MAY_HAVE_LOADED = `(
  coalesce(e.sent_revision, 0) > e.confirmed_revision
    and not (${isRefusedChangeSql('e')}) and not ${ONLY_RESENT}
  or exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
              where i.order_key = e.order_key and b.integration_key = e.integration_key
                and (b.state = 'open'
                     or b.state = 'sent' and i.revision > e.confirmed_revision
                        and b.verdict is distinct from 'failed')))`

interface AdoptedEntry extends Adoption {
  /** It tells which period is closed in that 1C. */
  refused: boolean
  /** Held back, or to be tried alone. */
  isHeld: boolean
}

/**
 * Records that 1C has the newest revision, which was adopted from it (O10); it stays owed if that 1C may have
 * loaded another one meanwhile. Forgets its refusals. Returns the orders no longer owed. Call it in the
 * transaction that writes them, after enqueueOrders.
 */
export async function adoptRevisions(
  tx: Queryable,
  pairs: readonly Adoption[],
): Promise<ReadonlySet<number>> {
  if (pairs.length === 0) return new Set()
  const { rows } = await tx.query<AdoptedEntry>(
    `with held as (
       update outbox_entry e
          set confirmed_revision = e.latest_revision, pending_revision = e.latest_revision
         from unnest($1::int[], $2::bigint[]) as p(integration_key, order_key)
        where e.integration_key = p.integration_key and e.order_key = p.order_key
          and e.first_sent_at is not null and not ${MAY_HAVE_LOADED}
       returning e.integration_key, e.order_key, e.latest_revision, ${isRefusedChangeSql('e')} as refused,
                 e.on_trial or e.held_since is not null as "isHeld"),
     noted as (
       insert into order_adoption (order_key, revision, integration_key)
       select order_key, latest_revision, integration_key from held on conflict do nothing)
     select integration_key as "integrationKey", order_key as "orderKey", refused, "isHeld" from held`,
    [pairs.map(({ integrationKey }) => integrationKey), pairs.map(({ orderKey }) => orderKey)],
  )
  const held = rows.filter(({ isHeld }) => isHeld)
  for (const [key, orderKeys] of byIntegration(held)) {
    await releaseOrders(tx, key, { orderKeys, kinds: ['quarantine', 'finding'], cause: 'revision' })
    await tx.query(
      `update outbox_entry set on_trial = false, refusal_proven = false, retry_at = null
        where integration_key = $1 and order_key = any($2)`,
      [key, orderKeys],
    )
    if (held.some(({ integrationKey, refused }) => integrationKey === key && refused))
      await markRiskyOrdersStale(tx, key)
  }
  return new Set(rows.map(({ orderKey }) => orderKey))
}
