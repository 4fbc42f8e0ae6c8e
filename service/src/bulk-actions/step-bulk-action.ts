import type { BulkActionKind } from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import type { Author } from '../integrations/changes.js'
import { authorName } from '../orders/hold-order.js'
import { findPage, LIST_LIMITS } from '../orders/listing/find-page.js'
import type { OrderFilter } from '../orders/listing/list-filter.js'
import { resendFollowed } from '../orders/resend-order.js'
import { nextPassed } from '../orders/routing/early-orders.js'
import { filterHeldOnceSince, findHeld, holdOrders } from '../outbox/entries/hold-orders.js'
import { releaseByPerson } from '../preflight/by-person.js'

/** Orders collected, and processed, in one step. */
const COLLECTED_AT_ONCE = 500
const PROCESSED_AT_ONCE = 100

/** Early orders, placed before this moment, that a 1C confirmed. */
export interface EarlyFilter {
  early: string
  /** Those first sent before this were settled already. */
  settled: string | null
}

interface Running {
  id: number
  locationId: string
  integrationKey: number
  action: BulkActionKind
  reason: string | null
  filter: OrderFilter | EarlyFilter | null
  collectedTo: { placedAt: string; key: number } | null
  userId: string | null
  tokenId: string | null
  /** For an undo: when the action to be undone began. */
  undoneFrom: Date | null
}

/** Collects more orders or processes the next; false if finished, canceled or done by another server. */
export async function stepBulkAction(db: Database, id: number): Promise<boolean> {
  return db.transaction(async tx => {
    const { rows } = await tx.query<Running>(
      `select id, location_id as "locationId", integration_key as "integrationKey", action, reason, filter,
              collected_to as "collectedTo", user_id as "userId", token_id as "tokenId",
              (select b.created_at from bulk_action b where b.id = a.undo_of) as "undoneFrom"
         from bulk_action a where id = $1 and state = 'running' for update skip locked`,
      [id],
    )
    const [running] = rows
    if (!running) return false
    if (running.filter) await collectMore(tx, running, running.filter)
    else if (!(await processNext(tx, running))) {
      await tx.query(`update bulk_action set state = 'done', finished_at = now() where id = $1`, [id])
      return false
    }
    return true
  })
}

async function collectMore(
  tx: Queryable,
  running: Running,
  filter: OrderFilter | EarlyFilter,
): Promise<void> {
  const { keys, next } =
    'early' in filter ? await nextEarly(tx, running, filter) : await nextMatching(tx, running, filter)
  await tx.query(
    `with found as (
       insert into bulk_action_order (action_id, order_key) select $1, unnest($2::bigint[])
       on conflict do nothing returning 1)
     update bulk_action
        set total = total + (select count(*) from found), collected_to = $3::json,
            filter = case when $3::json is not null then filter end
      where id = $1`,
    [running.id, keys, next ? JSON.stringify(next) : null],
  )
}

async function nextMatching(tx: Queryable, { locationId, collectedTo }: Running, filter: OrderFilter) {
  const after = collectedTo ? { at: collectedTo.placedAt, key: collectedTo.key } : undefined
  const request = { direction: 'desc' as const, limit: COLLECTED_AT_ONCE, after, limits: LIST_LIMITS }
  const { positions, next } = await findPage(tx, locationId, filter, request)
  return { keys: positions.map(({ key }) => key), next: next && { placedAt: next.at, key: next.key } }
}

async function nextEarly(tx: Queryable, { integrationKey, collectedTo }: Running, filter: EarlyFilter) {
  const { early, settled } = filter
  const from = { start: early, settled, after: collectedTo?.key ?? 0 }
  const keys = await nextPassed(tx, integrationKey, from, COLLECTED_AT_ONCE)
  return { keys, next: keys.length < COLLECTED_AT_ONCE ? undefined : { placedAt: early, key: keys.at(-1)! } }
}

/** Returns false when no order is left. Locks orders in the same way as a put. */
async function processNext(tx: Queryable, running: Running): Promise<boolean> {
  const { rows } = await tx.query<{ key: number }>(
    `select o.key from (select order_key from bulk_action_order where action_id = $1 and outcome = 'waiting'
                         order by order_key limit $2) w
       join sale_order o on o.key = w.order_key order by o.id for no key update of o`,
    [running.id, PROCESSED_AT_ONCE],
  )
  if (rows.length === 0) return false
  const keys = rows.map(({ key }) => key)
  const done = await perform(tx, running, keys)
  await tx.query(
    `with taken as (
       update bulk_action_order
          set outcome = case when order_key = any ($3::bigint[]) then 'done' else 'skipped' end
        where action_id = $1 and order_key = any ($2::bigint[]))
     update bulk_action
        set done = done + cardinality($3::bigint[]),
            skipped = skipped + cardinality($2::bigint[]) - cardinality($3::bigint[])
      where id = $1`,
    [running.id, keys, done],
  )
  return true
}

/** Returns the orders that it changed. */
async function perform(tx: Queryable, running: Running, keys: readonly number[]): Promise<number[]> {
  const { integrationKey, action, reason, undoneFrom } = running
  switch (action) {
    case 'resend':
      return resendFollowed(tx, integrationKey, keys)
    case 'hold': {
      // Orders held for another reason stay held, or undoing would send what 1C refuses.
      const held = await findHeld(tx, integrationKey, keys)
      const by = await authorName(tx, authorOf(running))
      const holds = keys
        .filter(key => !held.has(key))
        .map(orderKey => ({ orderKey, kind: 'person' as const, code: 'person', reason: reason ?? '', by }))
      return holdOrders(tx, integrationKey, holds)
    }
    case 'release': {
      const by = await authorName(tx, authorOf(running))
      if (undoneFrom === null) return releaseByPerson(tx, integrationKey, { orderKeys: keys, by })
      // Whoever released an order and held it again meanwhile had their own reason.
      const orderKeys = await filterHeldOnceSince(tx, integrationKey, keys, undoneFrom)
      return releaseByPerson(tx, integrationKey, { orderKeys, kinds: ['person'], by })
    }
  }
}

function authorOf({ userId, tokenId }: Running): Author {
  return { ...(userId !== null && { userId }), ...(tokenId !== null && { tokenId }) }
}
