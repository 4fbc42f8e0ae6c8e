import type { Queryable } from '../../db/database.js'
import { isQuarantinedSql } from '../entries/entry-sql.js'
import { markRiskyOrdersStale, releaseOrders } from '../entries/release-orders.js'
import { applyConfirmation } from './apply-outcome.js'
import { setAside } from './set-aside.js'
import { lockKnownState, storeState } from './store-state.js'

export interface ConfirmedOrders {
  orderKeys: readonly number[]
  /** Those of them that preflight holds and of which nothing is owed any more. */
  heldByFinding: readonly number[]
  /** Key, revision and resend of each, `17:2:0`. */
  ids(): string[]
}

/** The exchange that confirmed a package. */
export interface SuccessfulExchange {
  integrationKey: number
  sessionId: number | null
  /** The latest batch that the success confirms. */
  batchId: number
  /** Seconds until the first retry of an order that was set aside. */
  retrySeconds: number
}

/**
 * Locks the state of an integration's quarantine, which serializes its queries and successes; call it before locking entries. Call the
 * returned function with the confirmed orders: it sets aside the orders whose refusal this success proves, and notes that with the
 * batch.
 */
export async function lockQuarantine(
  tx: Queryable,
  { integrationKey, sessionId, batchId, retrySeconds }: SuccessfulExchange,
): Promise<(confirmed: ConfirmedOrders) => Promise<void>> {
  const state = await lockKnownState(tx, integrationKey)
  return async confirmed => {
    if (state) {
      const control = state.search?.control?.sessionId === sessionId
      const applied = applyConfirmation(state, confirmed.ids(), control)
      const notes = await setAside(tx, integrationKey, applied.setAside, retrySeconds)
      await storeState(tx, integrationKey, applied.state)
      if (applied.lost > 0 || notes.length > 0)
        await tx.query(
          'update outbox_batch set lost_before = $2, notes = nullif(coalesce(notes, $4) || $3::jsonb, $4) where id = $1',
          [batchId, applied.lost, JSON.stringify(notes), '[]'],
        )
    }
    if (confirmed.orderKeys.length > 0) await releaseConfirmed(tx, integrationKey, confirmed)
  }
}

/**
 * Releases orders set aside, and those that preflight held while they were on their way, that are confirmed after all, unless a newer
 * revision is owed. Perhaps their period was opened in 1C, so the others are retried at once; so are those that were set aside while this
 * 1C confirmed nothing at all, now that it does. Reads none of the orders that are held for other reasons, however many they are.
 */
async function releaseConfirmed(
  tx: Queryable,
  integrationKey: number,
  { orderKeys: confirmed, heldByFinding }: ConfirmedOrders,
): Promise<void> {
  const { rows } = await tx.query<{ orderKey: number; confirmed: boolean; refused: boolean }>(
    `select order_key as "orderKey", confirmed_revision >= pending_revision as confirmed, refusal_proven as refused
       from outbox_entry e where integration_key = $1 and ${isQuarantinedSql('e')} order by order_key for update`,
    [integrationKey],
  )
  const given = new Set(rows.length > 0 ? confirmed : [])
  const done = rows.filter(row => row.confirmed && given.has(row.orderKey))
  const opened = done.some(({ refused }) => refused)
  const orderKeys = [...new Set([...done.map(({ orderKey }) => orderKey), ...heldByFinding])]
  if (opened) await markRiskyOrdersStale(tx, integrationKey)
  await releaseOrders(tx, integrationKey, { orderKeys, kinds: ['quarantine', 'finding'], cause: 'confirmed' })
  if (rows.length === 0) return
  await tx.query(
    `update outbox_entry e
        set on_trial = on_trial and order_key <> all($2), refusal_proven = refusal_proven and order_key <> all($2),
            retry_at = case when held_kind = 'quarantine' then now() end
      where integration_key = $1 and ${isQuarantinedSql('e')}
        and (on_trial and order_key = any($2) or held_kind = 'quarantine' and ($3 or not refusal_proven))`,
    [integrationKey, done.map(({ orderKey }) => orderKey), opened],
  )
}
