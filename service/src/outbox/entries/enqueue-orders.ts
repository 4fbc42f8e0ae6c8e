import type { Queryable } from '../../db/database.js'
import { copyRows } from '../../db/values/copy-binary.js'
import { releaseOrders } from '../holds/release.js'

/** What a saved order means for one integration of its company. */
export interface OutboxChange {
  integrationKey: number
  orderKey: number
  revision: number
  /** Whether the order matches the rules. One that was ever sent to this 1C is sent in any case. */
  owed: boolean
  /** Its 1C is likely to refuse it, so it is sent after the others. */
  risky: boolean
}

/** Records which integrations are owed newly created orders. Call it in the transaction that creates them (O1). */
export async function enqueueNewOrders(tx: Queryable, changes: readonly OutboxChange[]): Promise<void> {
  const owed = changes.filter(change => change.owed)
  if (owed.length === 0) return
  await tx.copyIn(
    'copy outbox_entry (integration_key, order_key, latest_revision, pending_revision, risky) from stdin (format binary)',
    copyRows(owed, 5, (row, { integrationKey, orderKey, revision, risky }) => {
      row.int4(integrationKey)
      row.int8(orderKey)
      row.int4(revision)
      row.int4(revision)
      row.bool(risky)
    }),
  )
}

/**
 * Records the new revision of changed orders and returns those that are owed now. Call it in the transaction that changes them (O1).
 * What was ever sent stays owed in later revisions, whatever the rules say (O7). Orders that a 1C refused in an earlier revision are
 * released (O9).
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
         or exists (select from outbox_entry x where x.integration_key = n.integration_key and x.order_key = n.order_key)
      order by n.order_key, n.integration_key
     on conflict (integration_key, order_key) do update
        set latest_revision = excluded.latest_revision, risky = excluded.risky,
            pending_revision = case when e.first_sent_at is null then excluded.pending_revision
                                    else excluded.latest_revision end,
            owed_since = case when e.pending_revision > e.confirmed_revision then e.owed_since else now() end
     returning integration_key as "integrationKey", order_key as "orderKey", held_kind is not distinct from 'quarantine' as refused,
               pending_revision > confirmed_revision and (held_kind is null or held_kind = 'quarantine') as owed`,
    [
      changes.map(change => change.integrationKey),
      changes.map(change => change.orderKey),
      changes.map(change => change.revision),
      changes.map(change => change.owed),
      changes.map(change => change.risky),
    ],
  )
  await releaseRefused(
    tx,
    rows.filter(({ refused }) => refused),
  )
  return rows.filter(({ owed }) => owed)
}

async function releaseRefused(
  tx: Queryable,
  refused: readonly { integrationKey: number; orderKey: number }[],
): Promise<void> {
  for (const key of [...new Set(refused.map(({ integrationKey }) => integrationKey))].sort((a, b) => a - b)) {
    const orderKeys = refused
      .filter(({ integrationKey }) => integrationKey === key)
      .map(({ orderKey }) => orderKey)
    await releaseOrders(tx, key, { orderKeys, kinds: ['quarantine'], cause: 'revision' })
  }
}
