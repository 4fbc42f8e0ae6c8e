import { findOverwritten, findUnsentPayments } from '../../accounting/put-warnings.js'
import { ACCOUNTING_TEXTS } from '../../accounting/texts.js'
import type { Queryable } from '../../db/database.js'
import type { SavedOrder, SaveResult } from '../../orders/intake/put.js'

const { overwrites, notSent } = ACCOUNTING_TEXTS

/** Adds a warning to saved orders that are now owed to a 1C whose own changes they would overwrite. */
export async function warnOfOverwritten(
  db: Queryable,
  locationId: string,
  results: readonly SaveResult[],
): Promise<SaveResult[]> {
  // No 1C can have changed anything in a new order.
  const ids = results.flatMap(result =>
    'error' in result || result.owedTo.length === 0 || result.status === 201 ? [] : [result.id],
  )
  const overwritten = ids.length === 0 ? [] : await findOverwritten(db, locationId, ids)
  if (overwritten.length === 0) return [...results]
  return results.map(result => {
    if ('error' in result) return result
    const own = overwritten.filter(({ orderId }) => orderId === result.id)
    const warnings = own.map(one => ({
      code: 'overwrites-accounting' as const,
      path: '/lines',
      message: { ru: overwrites.ru(one), en: overwrites.en(one) },
    }))
    return warnings.length === 0 ? result : { ...result, warnings: [...result.warnings, ...warnings] }
  })
}

/** Adds a warning to an order just adopted from a 1C for each payment that this 1C is not sent. */
export async function warnOfUnsentPayments(
  db: Queryable,
  locationId: string,
  saved: SavedOrder,
): Promise<SavedOrder> {
  const unsent = await findUnsentPayments(db, locationId, saved.id)
  const warnings = unsent.map(one => ({
    code: 'payment-not-told-to-origin' as const,
    path: `/payments/${one.index}`,
    message: { ru: notSent.ru(one), en: notSent.en(one) },
  }))
  return { ...saved, warnings: [...saved.warnings, ...warnings] }
}
