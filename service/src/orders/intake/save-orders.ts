import type { Database, Queryable } from '../../db/database.js'
import type { AppError } from '../../errors/app-error.js'
import { reloadOwed } from '../../outbox/entries/release-orders.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { numberPuts } from '../numbering/number-puts.js'
import { warnOfUnmatched } from '../warnings/goes-nowhere.js'
import { reusedIds } from '../warnings/item-names.js'
import { joinWarnings } from '../warnings/order-warnings.js'
import { compareWithOthers } from '../warnings/other-orders.js'
import { recordPayments, sharedPayments } from '../warnings/shared-payments.js'
import { checkPuts } from './check-puts.js'
import { loadPuts } from './load-puts.js'
import {
  accepted,
  type IncomingOrder,
  type InspectPuts,
  type OrderInput,
  type Put,
  type RefusedOrder,
  type SaveResult,
  written,
} from './put.js'
import { readInput } from './read/read-order.js'
import { routePuts } from './route-puts.js'
import { writeOrders } from './write-orders.js'

/** Orders saved in one transaction: with 500, exchanges of others take three times as long meanwhile. */
export const SAVE_GROUP_SIZE = 300
/** Times that a group is repeated because an order was created, or a number claimed, meanwhile. */
const MAX_ATTEMPTS = 20
const CREATED_MEANWHILE: ReadonlySet<string | undefined> = new Set(['sale_order_id', 'order_number_pkey'])

export interface SaveOptions {
  /** Turns a database failure into the error of each order; without it, saving throws. */
  refuse?: (failure: unknown) => AppError
  /** Reads inputs, e.g. in another thread; returns results in the same order. */
  read?: (inputs: readonly OrderInput[]) => Promise<(IncomingOrder | RefusedOrder)[]>
  /** Without it there is no preflight. */
  inspect?: InspectPuts
}

/**
 * The single entry point for orders: PUT, batch and import. Returns results in the order of the inputs; a
 * refused order does not affect the others, the same id twice means two changes. Each order and its outbox
 * entries are committed together (O1). Throws only when the database fails.
 */
export async function saveOrders(
  db: Database,
  locationId: string,
  inputs: readonly OrderInput[],
  { refuse, read: readInputs = readHere, inspect }: SaveOptions = {},
): Promise<SaveResult[]> {
  const results: SaveResult[] = []
  for (let start = 0; start < inputs.length; start += SAVE_GROUP_SIZE) {
    const read = await readInputs(inputs.slice(start, start + SAVE_GROUP_SIZE))
    try {
      results.push(...(await saveRead(db, locationId, read, inspect)))
    } catch (failure) {
      if (!refuse) throw failure
      const error = refuse(failure)
      results.push(...read.map(input => ('error' in input ? input : { id: input.order.id, error })))
    }
  }
  return results
}

async function readHere(inputs: readonly OrderInput[]): Promise<(IncomingOrder | RefusedOrder)[]> {
  const read: (IncomingOrder | RefusedOrder)[] = []
  const pause = yieldBetweenSteps()
  for (const input of inputs) {
    read.push(readInput(input))
    await pause()
  }
  return read
}

/** Saves the orders that could be read, in several transactions if an id occurs several times. */
async function saveRead(
  db: Database,
  locationId: string,
  read: readonly (IncomingOrder | RefusedOrder)[],
  inspect: InspectPuts | undefined,
): Promise<SaveResult[]> {
  const results = new Map<IncomingOrder, SaveResult>()
  let waiting = read.filter(input => 'order' in input)
  while (waiting.length > 0) {
    const ids = new Set<string>()
    const now = waiting.filter(({ order }) => !ids.has(order.id) && ids.add(order.id))
    const saved = await saveGroup(db, locationId, now, inspect)
    for (const [index, input] of now.entries()) results.set(input, saved[index]!)
    waiting = waiting.filter(input => !results.has(input))
  }
  return read.map(input => ('order' in input ? results.get(input)! : input))
}

/** Saves orders of different ids in one transaction. */
async function saveGroup(
  db: Database,
  locationId: string,
  incoming: readonly IncomingOrder[],
  inspect: InspectPuts | undefined,
): Promise<SaveResult[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(async tx => {
        const { puts, timezone } = await loadPuts(tx, locationId, incoming)
        await checkPuts(tx, puts)
        await numberPuts(tx, puts, timezone)
        await writeOrders(tx, locationId, puts)
        await routePuts(tx, puts, timezone)
        await warnOfPuts(tx, puts, timezone, inspect)
        return puts.map(answerOf)
      })
    } catch (error) {
      // The next attempt sees what another transaction has created.
      const { constraint } = error as { constraint?: string }
      if (attempt >= MAX_ATTEMPTS || !CREATED_MEANWHILE.has(constraint)) throw error
    }
  }
}

/** Warns of orders by themselves, beside others of their company, and by the findings for each 1C. */
async function warnOfPuts(
  tx: Queryable,
  puts: readonly Put[],
  timezone: string,
  inspect: InspectPuts | undefined,
): Promise<void> {
  const orders = accepted(puts)
  await recordPayments(tx, written(puts).map(changedPayments))
  const compared = await compareWithOthers(
    tx,
    orders.map(({ key, order: { companyId, items, buyer, paymentIds } }) => ({
      key,
      companyId,
      items,
      buyer,
      paymentIds,
    })),
    true,
  )
  const others = new Map(orders.map(({ key }, index) => [key, compared[index]!]))
  const keysOf = (some: readonly Put[]): number[] => some.map(({ key }) => key)
  const fresh = written(puts).filter(({ stored }) => !stored)
  const found = await inspect?.(tx, {
    written: keysOf(written(puts)),
    fresh: new Set(keysOf(fresh)),
    unchanged: keysOf(puts.filter(put => put.unchanged)),
    others,
  })
  const integrations = new Set(written(puts).flatMap(({ company }) => company.integrations))
  // A new order can only be held because of a finding.
  const mayBeHeld = written(puts).filter(({ key, stored }) => stored || found?.has(key))
  const held =
    inspect &&
    (await reloadOwed(
      tx,
      [...integrations].map(({ key }) => key),
      keysOf(mayBeHeld),
    ))
  const unmatched = await warnOfUnmatched(tx, puts, timezone)
  for (const put of orders) {
    const { items, warnings, paymentIds } = put.order
    const { itemNames, payments } = others.get(put.key)!
    const nowhere = unmatched.get(put.key)
    const general = [
      ...(nowhere ? [nowhere] : []),
      ...warnings,
      ...reusedIds(items, itemNames),
      ...sharedPayments(paymentIds, payments),
    ]
    put.warnings = joinWarnings(general, found?.get(put.key) ?? [])
    put.owedTo = held?.get(put.key) ?? put.owedTo
  }
}

/** The payments that an order did not have before, or has no more. */
function changedPayments({ key, stored, order: { companyId, paymentIds } }: Put) {
  const before = stored?.paymentNumbers ?? {}
  const fresh = paymentIds.filter(id => !Object.hasOwn(before, id))
  const gone = Object.keys(before).filter(id => !paymentIds.includes(id))
  return { key, companyId, paymentIds: [...fresh, ...gone] }
}

function answerOf({ order, refusal, company, stored, unchanged, ...put }: Put): SaveResult {
  const { id, nameParts } = order
  if (refusal) return { id, error: refusal }
  const ids = new Map(company.integrations.map(({ key, id }) => [key, id]))
  return {
    id,
    status: stored ? 200 : 201,
    number: String(put.sequenceNumber),
    revision: put.revision,
    changed: !unchanged,
    owedTo: put.owedTo.map(key => ids.get(key)!),
    warnings: put.warnings,
    ...(nameParts && { customer: nameParts }),
  }
}
