import { describeProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { enqueueNewOrders, enqueueOrders, type OutboxChange } from '../../outbox/entries/enqueue-orders.js'
import { reloadOwed } from '../../outbox/entries/release-orders.js'
import { claimNumbers, invalidateStagedNumbers, releaseNumbers } from '../numbering/claim-numbers.js'
import { exhaustedError } from '../numbering/exhausted-error.js'
import { type NumberedPut, numberOrders } from '../numbering/number-orders.js'
import { routeOrder } from '../routing/route-order.js'
import { startOfMonth } from '../start-of-day.js'
import { collectWarnings, joinWarnings } from '../warnings/collect-warnings.js'
import type { OrderWarning } from '../warnings/order-warning.js'
import { allocateKeys } from './allocate-keys.js'
import { checkPut } from './check-put.js'
import { listOwedUnchanged } from './list-owed-unchanged.js'
import { loadOfferHistory, type OfferHistory, refuseChangedDate } from './load-offer-history.js'
import { loadSaveContext, type SaveContext } from './load-save-context.js'
import { loadStored, type StoredOrder } from './load-stored.js'
import { sameContent } from './read/canonical.js'
import type { CompareContents, IncomingOrder, InspectPuts, PutOrder, SaveResult } from './save-types.js'
import { checkOrigins, takeOverOrders } from './take-over-orders.js'
import { insertOrders, updateOrders } from './write-orders.js'

const MAX_ATTEMPTS = 20

export interface PutOptions {
  compare?: CompareContents | undefined
  inspect?: InspectPuts | undefined
  /** The group before this one. Nothing is written before it is saved; if that fails, this one fails, too. */
  previous?: EarlierGroup | undefined
  /** Called before orders are locked, and when locks are given up. A repetition, after a race or a deadlock, locks anew. */
  onLocking?: (() => void) | undefined
  /** Called once the stored orders are locked and the new ones have keys: until it locks anew, this group waits for no other put of an order. */
  onLocked?: (() => void) | undefined
}

/** A group of the same sender that is saved in another transaction. */
export interface EarlierGroup {
  saved: Promise<unknown>
  /** Resolves when its orders are locked, or when they are not: it has yet to lock them, or has to again, and waits for other senders. */
  untilLocked: (locked: boolean) => Promise<void>
}

/** Ends a transaction that holds locks while the group before it waits for some: PostgreSQL wouldn't see a deadlock in that. */
const GIVE_WAY = new Error('The group before this one locks orders again.')

/** Saves orders of different ids in one transaction; results in the order of `incoming`. */
export async function putGroup(
  db: Database,
  locationId: string,
  incoming: readonly IncomingOrder[],
  { previous: earlier, ...how }: PutOptions = {},
): Promise<SaveResult[]> {
  let previous = earlier
  for (let race = 1; ; race++) {
    try {
      return await db.transaction(tx => put(tx, locationId, incoming, { ...how, previous }))
    } catch (error) {
      if (error === GIVE_WAY) {
        await previous?.saved
        previous = undefined
        continue
      }
      // One of these orders was created meanwhile: try again, now as a change.
      if (race >= MAX_ATTEMPTS || (error as { constraint?: string }).constraint !== 'sale_order_id')
        throw error
    }
  }
}

async function put(
  tx: Queryable,
  locationId: string,
  incoming: readonly IncomingOrder[],
  { compare = sameContent, inspect, previous, onLocking, onLocked }: PutOptions,
): Promise<SaveResult[]> {
  onLocking?.()
  const companyIds = [...new Set(incoming.map(({ order }) => order.companyId))]
  await lockCompanies(tx, 'rules', 'shared', companyIds)
  const context = await loadSaveContext(tx, locationId, companyIds)
  const stored = await loadStored(
    tx,
    locationId,
    incoming.map(({ order }) => order),
  )

  const results = new Map<string, SaveResult>()
  const origins = await checkOrigins(tx, incoming, stored, context)
  const unchanged: StoredOrder[] = []
  const changes: Omit<PutOrder, 'key'>[] = []
  for (const input of incoming) {
    const { id } = input.order
    const before = stored.get(id)
    const company = origins.get(id) ?? checkPut(input, before, context)
    if (company instanceof AppError) results.set(id, { id, error: company })
    else if (before && before.content !== null && (await compare(before.content, input.order.row.content())))
      unchanged.push(before)
    else changes.push({ order: input.order, company, stored: before })
  }

  const keys = await allocateKeys(tx, changes.filter(change => !change.stored).length)
  onLocked?.()
  // Numbers are allocated in the order of the groups, too.
  if (
    previous &&
    (await Promise.race([previous.saved, previous.untilLocked(false).then(() => GIVE_WAY)])) === GIVE_WAY
  ) {
    // At once, so that no group behind this one begins meanwhile.
    onLocking?.()
    throw GIVE_WAY
  }
  const puts = changes.map(change => ({ ...change, key: change.stored?.key ?? keys.pop()! }))
  const offers = await loadOfferHistory(
    tx,
    puts,
    // Refused orders lock nothing, least of all a company of another location.
    incoming.filter(({ origin, order }) => origin !== undefined && !results.has(order.id)),
  )
  const { kept, moved } = refuseChangedDate(puts, offers)
  for (const { id } of moved)
    results.set(id, {
      id,
      error: new AppError('placed-at-fixed', describeProblem('order-date-fixed', { id })),
    })
  await invalidateStagedNumbers(tx, kept)
  const claimed = await claimNumbers(tx, kept, context.timezone)
  for (const { put, error } of claimed.refused) results.set(put.order.id, { id: put.order.id, error })
  const { numbered, exhausted } = await numberOrders(tx, claimed.kept)
  await releaseNumbers(tx, exhausted)
  for (const { order, company } of exhausted)
    results.set(order.id, { id: order.id, error: exhaustedError(company.integrations) })

  const { owed, newOrderTargets } = await writeOrders(tx, locationId, context, offers, numbered, unchanged)
  const written = new Map([
    ...numbered.map(({ order, key }) => [order.id, key] as const),
    ...unchanged.map(({ id, key }) => [id, key] as const),
  ])
  await takeOverOrders(tx, incoming, written, context, owed)
  // Only refused orders have a result so far.
  const accepted = incoming.map(({ order }) => order).filter(({ id }) => !results.has(id))
  const { warnings, others } = await collectWarnings(tx, accepted)
  const inspected = await inspect?.(tx, {
    context,
    fresh: numbered
      .filter(({ stored }) => !stored)
      .map(put => ({
        ...put,
        owedTo: newOrderTargets.get(put.key) ?? NO_INTEGRATIONS,
        others: others(put.order),
      })),
    changed: numbered.filter(({ stored }) => stored).map(({ key }) => key),
    unchanged: unchanged.map(({ key }) => key),
  })
  if (inspected) await refreshOwed(tx, context, owed, inspected.held)
  const outcome = { owed, warnings, found: inspected?.warnings }
  for (const order of numbered) results.set(order.order.id, saved(order, order.stored ? 200 : 201, outcome))
  for (const order of unchanged) results.set(order.id, saved(order, 'unchanged', outcome))
  return incoming.map(({ order: { id, nameParts } }) => {
    const result = results.get(id)!
    return nameParts && !('error' in result) ? { ...result, customer: nameParts } : result
  })
}

const NO_INTEGRATIONS: ReadonlySet<number> = new Set()

interface Owed {
  /** Ids of the integrations that are owed an order now, by its key. */
  owed: Map<number, string[]>
  /** Keys of the integrations that are owed a new order. */
  newOrderTargets: Map<number, Set<number>>
}

/** Writes orders and which integrations are owed them. */
async function writeOrders(
  tx: Queryable,
  locationId: string,
  context: SaveContext,
  offers: OfferHistory,
  numbered: readonly NumberedPut[],
  unchanged: readonly StoredOrder[],
): Promise<Owed> {
  const fresh = numbered.filter(({ stored }) => !stored)
  const changed = numbered.filter(({ stored }) => stored)
  await insertOrders(tx, locationId, fresh)
  await updateOrders(tx, changed)

  const monthBegan = startOfMonth(new Date(), context.timezone)
  const route = (order: NumberedPut): OutboxChange[] =>
    routeOrder(order, context.timezone, offers, monthBegan)
  const newChanges = fresh.flatMap(route).filter(change => change.owed)
  await enqueueNewOrders(tx, newChanges)
  const owedChanged = await enqueueOrders(tx, changed.flatMap(route))
  const integrations = [...context.companies.values()].flatMap(company => company.integrations)
  const stillOwed = await listOwedUnchanged(
    tx,
    [...context.companies.values()],
    unchanged.map(({ key }) => key),
  )

  const ids = new Map(integrations.map(({ key, id }) => [key, id]))
  const owed = new Map<number, string[]>()
  for (const { integrationKey, orderKey } of [...newChanges, ...owedChanged, ...stillOwed]) {
    const list = owed.get(orderKey)
    if (list) list.push(ids.get(integrationKey)!)
    else owed.set(orderKey, [ids.get(integrationKey)!])
  }
  const newOrderTargets = new Map<number, Set<number>>()
  for (const { integrationKey, orderKey } of newChanges) {
    const keys = newOrderTargets.get(orderKey)
    if (keys) keys.add(integrationKey)
    else newOrderTargets.set(orderKey, new Set([integrationKey]))
  }
  return { owed, newOrderTargets }
}

/** Corrects `owed` after findings held orders back or released them. */
async function refreshOwed(
  tx: Queryable,
  { companies }: SaveContext,
  owed: Map<number, string[]>,
  orderKeys: readonly number[],
): Promise<void> {
  const integrations = [...companies.values()].flatMap(company => company.integrations)
  const ids = new Map(integrations.map(({ key, id }) => [key, id]))
  for (const [orderKey, keys] of await reloadOwed(tx, [...ids.keys()], orderKeys))
    owed.set(
      orderKey,
      keys.map(key => ids.get(key)!),
    )
}

interface SaveOutcome {
  owed: ReadonlyMap<number, string[]>
  warnings: ReadonlyMap<string, OrderWarning[]>
  found: ReadonlyMap<number, OrderWarning[]> | undefined
}

function saved(
  order: { key: number; revision: number; sequenceNumber: number } & (
    | { id: string }
    | { order: { id: string } }
  ),
  status: 200 | 201 | 'unchanged',
  { owed, warnings, found }: SaveOutcome,
): SaveResult {
  const id = 'order' in order ? order.order.id : order.id
  return {
    id,
    status: status === 'unchanged' ? 200 : status,
    number: String(order.sequenceNumber),
    revision: order.revision,
    changed: status !== 'unchanged',
    owedTo: owed.get(order.key) ?? [],
    warnings: joinWarnings(warnings.get(id) ?? [], found?.get(order.key) ?? []),
  }
}
