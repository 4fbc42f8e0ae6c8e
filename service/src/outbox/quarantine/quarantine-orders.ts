import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { isQuarantinedSql } from '../entries/entry-sql.js'
import { holdOrders } from '../entries/hold-orders.js'
import { markRiskyOrdersStale, releaseOrders } from '../entries/release-orders.js'
import {
  learnFromSuccess,
  NOTHING_FAILED,
  orderKeyOf,
  type QuarantineState,
  type Refused,
  restore,
  type StoredState,
} from './search.js'

/** How the search identifies an order: in a revision, with a number of resends. */
export const orderIdSql = (orderKey: string, revision: string, resendCount: string): string =>
  `${orderKey} || ':' || ${revision} || ':' || ${resendCount}`

/** Locks the state of an integration's quarantine, which serializes its queries and successes. */
export async function lockState(tx: Queryable, integrationKey: number): Promise<QuarantineState> {
  await tx.query(
    `insert into quarantine (integration_key, state) select key, $2 from integration where key = $1
     on conflict do nothing`,
    [integrationKey, JSON.stringify(NOTHING_FAILED)],
  )
  return (await lockKnownState(tx, integrationKey)) ?? NOTHING_FAILED
}

/** The same, without creating a row; undefined if there is nothing to examine. */
async function lockKnownState(tx: Queryable, integrationKey: number): Promise<QuarantineState | undefined> {
  const { rows } = await tx.query<{ state: StoredState }>(
    'select state from quarantine where integration_key = $1 for update',
    [integrationKey],
  )
  return rows[0] && restore(rows[0].state)
}

/** Stores the state, which must be locked; deletes it when there is nothing left to examine. */
export async function storeState(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
): Promise<void> {
  if (state.failures === 0 && state.groups.length === 0)
    await tx.query('delete from quarantine where integration_key = $1', [integrationKey])
  else
    await tx.query('update quarantine set state = $2, updated_at = now() where integration_key = $1', [
      integrationKey,
      JSON.stringify(state),
    ])
}

const groupsSql = (key: string, which: string): string =>
  `quarantine q cross join json_array_elements(q.state->'groups') g
    where q.integration_key = ${key} and g->>'why' = 'suspected' ${which}`

/** Number of orders among which the refused one is searched for; null: no search. */
export const searchedOrdersSql = (key: string): string =>
  `(select sum(json_array_length(g->'ids'))::int from ${groupsSql(key, '')})`

/** So many orders that failed alone, and nothing confirmed, tell of 1C and not of orders. */
const NONE_TAKEN = 3

/** Whether its 1C confirmed no order since the search began. */
export const takesNoneSql = (key: string): string =>
  `(select count(*) >= ${NONE_TAKEN} from ${groupsSql(
    key,
    `and q.state->>'proven' = 'false' and ((g->>'waits')::boolean or (g->>'attempts')::int > 0)`,
  )})`

const MAX_RETRY_FACTOR = 24

interface RefusedRow {
  orderKey: number
  number: string | null
  known: boolean
  earlierMonth: boolean
}

/**
 * Holds orders that 1C refuses (O9), for a pause twice as long each time, unless they were changed, confirmed
 * or held meanwhile. Returns what the journal says of each.
 */
async function quarantineOrders(
  tx: Queryable,
  integrationKey: number,
  found: readonly Refused[],
  retrySeconds: number,
): Promise<DescribedProblem[]> {
  if (found.length === 0) return []
  const proven = new Map(found.map(each => [orderKeyOf(each.id), each.proven]))
  const { rows } = await tx.query<RefusedRow>(
    `select order_key as "orderKey", sent_number as number, confirmed_at is not null as known,
            risky as "earlierMonth"
       from outbox_entry
      where integration_key = $1 and order_key = any($2) and pending_revision > confirmed_revision
        and (held_kind is null or held_kind = 'quarantine')
        and ${orderIdSql('order_key', 'pending_revision', 'resend_count')} = any($3)
      order by order_key for update`,
    [integrationKey, [...proven.keys()], found.map(({ id }) => id)],
  )
  await holdOrders(
    tx,
    integrationKey,
    rows.map(({ orderKey, known, earlierMonth }) => {
      const why = { known, earlierMonth, proven: proven.get(orderKey)! }
      const { message, params } = describeProblem('order-refused', why)
      return { orderKey, kind: 'quarantine', code: 'refused', params, reason: message }
    }),
  )
  await tx.query(
    `update outbox_entry e
        set retries = e.retries + 1, refusal_proven = f.proven,
            retry_at = now() + make_interval(secs => $3 * least(power(2, e.retries), $4))
       from json_to_recordset($2::json) as f(order_key bigint, proven boolean)
      where e.integration_key = $1 and e.order_key = f.order_key and e.held_kind = 'quarantine'`,
    [
      integrationKey,
      JSON.stringify(rows.map(({ orderKey }) => ({ order_key: orderKey, proven: proven.get(orderKey) }))),
      retrySeconds,
      MAX_RETRY_FACTOR,
    ],
  )
  if (rows.some(({ known }) => known)) await markRiskyOrdersStale(tx, integrationKey)
  return rows.map(({ number }) => describeProblem('order-set-aside', { number }))
}

/** A part of what a success confirms. */
export interface ConfirmedOrders {
  orderKeys: number[]
  /** Those of them that preflight holds and of which nothing is owed any more. */
  heldByFinding: number[]
  /** Other parts may follow. */
  more: boolean
}

export interface SuccessfulExchange {
  integrationKey: number
  batchIds: readonly number[]
  retrySeconds: number
}

/**
 * The same for a success; call it before locking entries. The returned function releases confirmed orders and,
 * with the last part, quarantines those whose refusal the success proves: it tells that of all that was given.
 */
export async function lockQuarantine(
  tx: Queryable,
  { integrationKey, batchIds, retrySeconds }: SuccessfulExchange,
): Promise<(confirmed: ConfirmedOrders) => Promise<void>> {
  const state = await lockKnownState(tx, integrationKey)
  return async confirmed => {
    if (state && !confirmed.more) {
      const learnt = learnFromSuccess(state, await loadIds(tx, batchIds))
      const notes = await quarantineOrders(tx, integrationKey, learnt.refused, retrySeconds)
      await storeState(tx, integrationKey, learnt.state)
      if (notes.length > 0)
        await tx.query(`update outbox_batch set notes = coalesce(notes, '[]') || $2::jsonb where id = $1`, [
          batchIds.at(-1),
          JSON.stringify(notes),
        ])
    }
    if (confirmed.orderKeys.length > 0) await releaseConfirmed(tx, integrationKey, confirmed)
  }
}

/** What these batches gave, as the search identifies it. */
async function loadIds(tx: Queryable, batchIds: readonly number[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select ${orderIdSql('order_key', 'revision', 'resend_count')} as id from outbox_batch_item
      where batch_id = any($1)`,
    [batchIds],
  )
  return rows.map(({ id }) => id)
}

/**
 * Releases what was confirmed after all. Its period may have been opened in 1C, so other refused orders are
 * tried at once; so are those refused while 1C confirmed nothing. Reads none of the orders held for other
 * reasons.
 */
async function releaseConfirmed(
  tx: Queryable,
  integrationKey: number,
  { orderKeys: confirmed, heldByFinding }: ConfirmedOrders,
): Promise<void> {
  const { rows } = await tx.query<{ orderKey: number; confirmed: boolean; refused: boolean }>(
    `select order_key as "orderKey", confirmed_revision >= pending_revision as confirmed,
        refusal_proven as refused
       from outbox_entry e where integration_key = $1 and ${isQuarantinedSql('e')}
      order by order_key for update`,
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
        set on_trial = on_trial and order_key <> all($2),
            refusal_proven = refusal_proven and order_key <> all($2),
            retry_at = case when held_kind = 'quarantine' then now() end
      where integration_key = $1 and ${isQuarantinedSql('e')}
        and (on_trial and order_key = any($2) or held_kind = 'quarantine' and ($3 or not refusal_proven))`,
    [integrationKey, done.map(({ orderKey }) => orderKey), opened],
  )
}
