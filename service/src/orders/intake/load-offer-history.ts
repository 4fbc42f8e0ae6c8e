import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { loadOfferStatuses, type OfferStatus } from '../../outbox/batches/offer-status.js'
import { changesNumber } from '../numbering/claim-numbers.js'
import type { ReadOrder } from './read/read-order.js'
import type { IncomingOrder, PutOrder } from './save-types.js'

/** Whether orders were offered to any 1C, by order key, for the orders for which that matters. */
export type OfferHistory = ReadonlyMap<number, OfferStatus>

/**
 * Loads whether orders were offered before, where that matters: their date changes, or they are canceled. If a date changes, or a
 * number that a 1C uses, no page of a query of the company is sent until the transaction ends, so that "never offered" stays true. Nor
 * is one while orders are `takenOver` from a 1C: what that 1C was given last must not change meanwhile.
 */
export async function loadOfferHistory(
  tx: Queryable,
  puts: readonly PutOrder[],
  takenOver: readonly IncomingOrder[],
): Promise<OfferHistory> {
  const moving = puts.filter(put => changesDate(put) || changesNumber(put))
  const orders = [...moving, ...takenOver].map(({ order }) => order)
  if (orders.length > 0)
    await lockCompanies(tx, 'offers', 'exclusive', [...new Set(orders.map(({ companyId }) => companyId))])
  const asked = puts.filter(put => put.stored && (put.order.canceled || changesDate(put)))
  return loadOfferStatuses(
    tx,
    asked.map(({ stored }) => stored!.key),
  )
}

/** Splits off orders whose date changes after a 1C received them: 1C finds documents by date. */
export function refuseChangedDate(
  puts: readonly PutOrder[],
  offers: OfferHistory,
): { kept: PutOrder[]; moved: ReadOrder[] } {
  const isRefused = (put: PutOrder): boolean => {
    const given = put.stored && offers.get(put.stored.key)
    return changesDate(put) && given !== undefined && (given.sent || given.inProgress)
  }
  return {
    kept: puts.filter(put => !isRefused(put)),
    moved: puts.filter(isRefused).map(({ order }) => order),
  }
}

function changesDate({ order, stored }: PutOrder): boolean {
  return stored !== undefined && stored.placedAt.getTime() !== order.placedAt
}
