import { REQUISITES, type SubordinateDocument } from '@obmen/codec'
import { cleanText } from '../document/clean-text.js'
import { paymentId } from '../document/short-id.js'
import type { IncludedPayments } from './included-payments.js'

const VALUE_LIMIT = 1000

/**
 * `ПодчиненныеДокументы`: every paid payment, also a partial one, with the four elements and the requisites without which Бухгалтерия
 * stops. Undefined if there are none, since an empty element stops it, too.
 */
export function mapPayments(included: IncludedPayments): SubordinateDocument[] | undefined {
  if (included.form !== 'documents' || included.paid.length === 0) return undefined
  return included.paid.map(({ payment, number, method, date }) => ({
    id: paymentId(payment.id),
    number: String(number),
    date,
    operation: 'acquiring',
    total: payment.amount,
    requisites: [
      { name: REQUISITES.paid, value: 'true' },
      { name: REQUISITES.paymentMethod, value: method },
      { name: REQUISITES.paymentMethodId, value: cleanText(payment.gateway, VALUE_LIMIT) },
    ],
  }))
}
