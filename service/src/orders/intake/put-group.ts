import { describeProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { enqueueNewOrders, enqueueOrders, type OutboxChange } from '../../outbox/entries/enqueue-orders.js'
import { reloadOwed } from '../../outbox/holds/reload-owed.js'
import { startOfMonth } from '../listing/start-of-day.js'
import { claimNumbers, noteMoved, releaseNumbers } from '../numbering/claim-numbers.js'
import { exhaustedError } from '../numbering/exhausted-error.js'
import { type NumberedPut, numberOrders } from '../numbering/number-orders.js'
import { routeOrder } from '../routing/route-order.js'
import { collectWarnings, joinWarnings } from '../warnings/collect-warnings.js'
import type { OrderWarning } from '../warnings/order-warning.js'
import { allocateKeys } from './allocate-keys.js'
import { checkPut } from './check-put.js'
import { loadOfferHistory, type OfferHistory, refuseChangedDate } from './load-offer-history.js'
import { loadSaveContext, type SaveContext } from './load-save-context.js'
import { loadStored, type StoredOrder } from './load-stored.js'
import { owedUnchanged } from './owed-unchanged.js'
import { sameContent } from './read/canonical.js'
import type { CompareContents, IncomingOrder, InspectPuts, PutOrder, SaveResult } from './save-types.js'
import { refuseOrigins, takeOverOrders } from './take-over-orders.js'
import { insertOrders, updateOrders } from './write-orders.js'

const MAX_RACES = 20

export interface PutOptions {
  compare?: CompareContents | undefined
  inspect?: InspectPuts | undefined
}

/** Saves orders of different ids in one transaction; results in the order of `incoming`. */
export async function putGroup(
  db: Database,
  locationId: string,
  incoming: readonly IncomingOrder[],
  how: PutOptions = {},
): Promise<SaveResult[]> {
  for (let race = 1; ; race++) {
    try {
      return await db.transaction(tx => put(tx, locationId, incoming, how))
    } catch (error) {
      // One of these orders was created meanwhile: retry as a change of it.
      if (race >= MAX_RACES || (error as { constraint?: string }).constraint !== 'sale_order_id') throw error
    }
  }
}

async function put(
  tx: Queryable,
  locationId: string,
  incoming: readonly IncomingOrder[],
  { compare = sameContent, inspect }: PutOptions,
): Promise<SaveResult[]> {
  const companyIds = [...new Set(incoming.map(({ order }) => order.companyId))]
  await lockCompanies(tx, 'rules', 'shared', companyIds)
  const context = await loadSaveContext(tx, locationId, companyIds)
  const stored = await loadStored(
    tx,
    locationId,
    incoming.map(({ order }) => order),
  )

  const results = new Map<string, SaveResult>()
  const origins = await refuseOrigins(tx, incoming, stored, context)
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
  const puts = changes.map(change => ({ ...change, key: change.stored?.key ?? keys.pop()! }))
  const offers = await loadOfferHistory(tx, puts)
  const { kept, moved } = refuseChangedDate(puts, offers)
  for (const { id } of moved)
    results.set(id, {
      id,
      error: new AppError('placed-at-fixed', describeProblem('order-date-fixed', { id })),
    })
  await noteMoved(tx, kept)
  const claimed = await claimNumbers(tx, kept, context.timezone)
  for (const { put, error } of claimed.refused) results.set(put.order.id, { id: put.order.id, error })
  const { numbered, exhausted } = await numberOrders(tx, claimed.kept)
  await releaseNumbers(tx, exhausted)
  for (const { order, company } of exhausted)
    results.set(order.id, { id: order.id, error: exhaustedError(company.integrations) })

  const { owed, owedAnew } = await write(tx, locationId, context, offers, numbered, unchanged)
  const written = new Map([
    ...numbered.map(({ order, key }) => [order.id, key] as const),
    ...unchanged.map(({ id, key }) => [id, key] as const),
  ])
  await takeOverOrders(tx, incoming, written, context, owed)
  // So far only refused orders have a result.
  const accepted = incoming.map(({ order }) => order).filter(({ id }) => !results.has(id))
  const { warnings, others } = await collectWarnings(tx, accepted)
  const inspected = await inspect?.(tx, {
    context,
    fresh: numbered
      .filter(({ stored }) => !stored)
      .map(put => ({ ...put, owedTo: owedAnew.get(put.key) ?? NOBODY, others: others(put.order) })),
    changed: numbered.filter(({ stored }) => stored).map(({ key }) => key),
    unchanged: unchanged.map(({ key }) => key),
  })
  if (inspected) await withdrawHeld(tx, context, owed, inspected.held)
  const outcome = { owed, warnings, found: inspected?.warnings }
  for (const order of numbered) results.set(order.order.id, saved(order, order.stored ? 200 : 201, outcome))
  for (const order of unchanged) results.set(order.id, saved(order, 'unchanged', outcome))
  return incoming.map(({ order: { id, nameParts } }) => {
    const result = results.get(id)!
    return nameParts && !('error' in result) ? { ...result, customer: nameParts } : result
  })
}

const NOBODY: ReadonlySet<number> = new Set()

interface Owed {
  /** Ids of the integrations that are owed an order now, by its key. */
  owed: Map<number, string[]>
  /** Keys of the integrations that are owed a new order. */
  owedAnew: Map<number, Set<number>>
}

/** Writes orders and what is owed because of them. */
async function write(
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
  const decide = (order: NumberedPut): OutboxChange[] =>
    routeOrder(order, context.timezone, offers, monthBegan)
  const anew = fresh.flatMap(decide).filter(change => change.owed)
  await enqueueNewOrders(tx, anew)
  const owedChanged = await enqueueOrders(tx, changed.flatMap(decide))
  const integrations = [...context.companies.values()].flatMap(company => company.integrations)
  const owedBefore = await owedUnchanged(
    tx,
    [...context.companies.values()],
    unchanged.map(({ key }) => key),
  )

  const ids = new Map(integrations.map(({ key, id }) => [key, id]))
  const owed = new Map<number, string[]>()
  for (const { integrationKey, orderKey } of [...anew, ...owedChanged, ...owedBefore]) {
    const list = owed.get(orderKey)
    if (list) list.push(ids.get(integrationKey)!)
    else owed.set(orderKey, [ids.get(integrationKey)!])
  }
  const owedAnew = new Map<number, Set<number>>()
  for (const { integrationKey, orderKey } of anew) {
    const keys = owedAnew.get(orderKey)
    if (keys) keys.add(integrationKey)
    else owedAnew.set(orderKey, new Set([integrationKey]))
  }
  return { owed, owedAnew }
}

/** Findings may hold orders back, or release them. */
async function withdrawHeld(
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
