import type { Queryable } from '../../db/database.js'

export interface TakeOver {
  integrationKey: number
  orderKey: number
}

/** Keys of those orders that were ever completely sent to their 1C of the pair: only from such a 1C can a change be taken over. */
export async function findEverSent(tx: Queryable, pairs: readonly TakeOver[]): Promise<ReadonlySet<number>> {
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
 * Records that the newest revision was taken over from that 1C, which therefore has it (O10); the timeline shows this, too. If an
 * answer with the order is being sent to that 1C, the revision stays owed, because the 1C may be loading an older one. Returns the
 * orders that are no longer owed. Call it in the transaction that writes them, after enqueueOrders.
 */
export async function takeOver(tx: Queryable, pairs: readonly TakeOver[]): Promise<ReadonlySet<number>> {
  if (pairs.length === 0) return new Set()
  const { rows } = await tx.query<{ orderKey: number }>(
    `with held as (
       update outbox_entry e set confirmed_revision = e.latest_revision, pending_revision = e.latest_revision
         from unnest($1::int[], $2::bigint[]) as p(integration_key, order_key)
        where e.integration_key = p.integration_key and e.order_key = p.order_key and e.first_sent_at is not null
          and not exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
                           where i.order_key = e.order_key and b.integration_key = e.integration_key and b.state = 'open')
       returning e.integration_key, e.order_key, e.latest_revision),
     noted as (
       insert into order_takeover (order_key, revision, integration_key)
       select order_key, latest_revision, integration_key from held on conflict do nothing)
     select order_key as "orderKey" from held`,
    [pairs.map(({ integrationKey }) => integrationKey), pairs.map(({ orderKey }) => orderKey)],
  )
  return new Set(rows.map(({ orderKey }) => orderKey))
}
