import type { Database, Queryable } from '../db/database.js'
import {
  allRevisionsSize,
  type FindingsProgress,
  markStale,
  recordFindingsStep,
  takeStale,
} from '../findings/recalculate.js'
import { lockEntries, newestOwed, nextEntries } from '../outbox/entries/read-entries.js'
import { inspectOrders } from './inspect-orders.js'

/** Orders per step: the longest that a put of one of them has to wait for. */
const STEP_ORDERS = 200
/** Bytes of all stored revisions of a step's orders, unless it is a single one: they are in memory. */
const STEP_BYTES = 1024 * 1024

/**
 * Recalculates the findings of an integration's next orders by its present settings; false when there is
 * nothing left to do. All are come to from the oldest on; half of each step goes to owed ones, from the
 * newest on, until all of those were come to.
 */
export async function stepFindings(
  db: Database,
  integrationKey: number,
  orders = STEP_ORDERS,
): Promise<boolean> {
  return db.transaction(async tx => {
    const { rows } = await tx.query<FindingsProgress & { routing: boolean }>(
      `select done_key as "doneKey", last_key as "lastKey", again_key as "againKey",
              owed_below as "owedBelow",
              exists (select from integration_recalculation r
                       where r.integration_key = f.integration_key) as routing
         from finding_recalculation f where integration_key = $1 for update of f`,
      [integrationKey],
    )
    const [pending] = rows
    if (!pending) return false
    // Wait until the recalculation of what is owed has decided which orders are sent at all.
    if (pending.routing) return true
    const { doneKey, lastKey, owedBelow } = pending
    const share = owedBelow === null ? 1 : 2
    const take = async (
      read: (limit: number) => Promise<number[]>,
    ): Promise<{ keys: number[]; all: boolean }> => {
      const limit = Math.ceil(orders / share)
      const next = await read(limit)
      const keys = await withinBytes(tx, next, STEP_BYTES / share)
      return { keys, all: keys.length === next.length && next.length < limit }
    }
    const owed =
      owedBelow === null
        ? { keys: [], all: true }
        : await take(limit => newestOwed(tx, integrationKey, owedBelow, limit))
    const next = await take(limit =>
      nextEntries(tx, integrationKey, { after: doneKey, upTo: lastKey }, limit),
    )
    await inspectUnlocked(tx, integrationKey, [...new Set([...owed.keys, ...next.keys])])
    return recordFindingsStep(tx, integrationKey, pending, {
      done: next.all ? 'all' : next.keys.at(-1)!,
      owedBelow: owed.all ? null : owed.keys.at(-1)!,
    })
  })
}

/**
 * Recalculates the findings of marked orders that nobody has locked; false when none of these is left. Marks
 * of the others stay, and don't count against `orders`, so that nobody waits behind a lock that is held for
 * long. `locationId`: for its integrations only.
 */
export async function stepStale(
  db: Database,
  { locationId, orders = STEP_ORDERS }: { locationId?: string; orders?: number } = {},
): Promise<boolean> {
  return db.transaction(async tx => {
    const rows = await takeStale(tx, { locationId, orders, bytes: STEP_BYTES })
    for (const integrationKey of new Set(rows.map(row => row.integrationKey)))
      await inspectLocked(
        tx,
        integrationKey,
        rows.filter(row => row.integrationKey === integrationKey).map(({ key }) => key),
      )
    return rows.length > 0
  })
}

const SIZE = allRevisionsSize('o')

/** The first of these orders, as many as fit into so many bytes, but at least one. */
export async function withinBytes(
  tx: Queryable,
  keys: readonly number[],
  bytes = STEP_BYTES,
): Promise<number[]> {
  if (keys.length === 0) return []
  const { rows } = await tx.query<{ key: number }>(
    `select key from (
       select o.key, k.place, sum(${SIZE}) over (order by k.place) - ${SIZE} as before
         from unnest($1::bigint[]) with ordinality k(key, place) join sale_order o on o.key = k.key) o
      where before < $2 order by place`,
    [keys, bytes],
  )
  return rows.map(({ key }) => key)
}

/** Inspects orders that nobody has locked, and marks the others, which are being changed. */
async function inspectUnlocked(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<void> {
  if (orderKeys.length === 0) return
  const { rows } = await tx.query<{ key: number }>(
    'select key from sale_order where key = any($1) order by id for no key update skip locked',
    [orderKeys],
  )
  const keys = new Set(rows.map(({ key }) => key))
  await inspectLocked(tx, integrationKey, [...keys], { untold: true })
  await markStale(
    tx,
    integrationKey,
    orderKeys.filter(key => !keys.has(key)),
  )
}

/** Inspects orders that this transaction has locked. */
async function inspectLocked(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
  { untold = false } = {},
): Promise<void> {
  await lockEntries(tx, integrationKey, orderKeys)
  await inspectOrders(tx, orderKeys, { integrationKey, untold })
}
