import { lockCompanies } from '../db/company-locks.js'
import type { Queryable } from '../db/database.js'
import { everOffered } from '../outbox/ever-offered.js'
import type { PutOrder } from './put-group.js'
import type { ReadOrder } from './read-order.js'

/** To whom orders were ever offered. */
export interface Offers {
  toAny(orderKey: number): boolean
  to(integrationKey: number, orderKey: number): boolean
}

/**
 * Asks for those orders of which it matters: their date moves, or they are canceled now. Until the transaction ends no page of a
 * query of their companies is given out, so that "never offered" stays true.
 */
export async function askOffers(tx: Queryable, puts: readonly PutOrder[]): Promise<Offers> {
  const asked = puts.filter(put => put.stored && (movesDate(put) || put.order.canceled))
  if (asked.length > 0)
    await lockCompanies(tx, 'offers', 'exclusive', [...new Set(asked.map(({ order }) => order.companyId))])
  const pairs = await everOffered(
    tx,
    asked.map(({ stored }) => stored!.key),
  )
  const orders = new Set(pairs.map(({ orderKey }) => orderKey))
  const each = new Set(pairs.map(({ integrationKey, orderKey }) => `${integrationKey} ${orderKey}`))
  return {
    toAny: orderKey => orders.has(orderKey),
    to: (integrationKey, orderKey) => each.has(`${integrationKey} ${orderKey}`),
  }
}

/** Parts the orders whose date moves although a 1C was given them, and finds them by it. */
export function refuseMoved(
  puts: readonly PutOrder[],
  offers: Offers,
): { kept: PutOrder[]; moved: ReadOrder[] } {
  const isRefused = (put: PutOrder): boolean => movesDate(put) && offers.toAny(put.stored!.key)
  return {
    kept: puts.filter(put => !isRefused(put)),
    moved: puts.filter(isRefused).map(({ order }) => order),
  }
}

function movesDate({ order, stored }: PutOrder): boolean {
  return stored !== undefined && stored.placedAt.getTime() !== order.placedAt
}
