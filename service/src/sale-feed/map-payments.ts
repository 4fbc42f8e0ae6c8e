import { REQUISITES, type SubordinateDocument } from '@obmen/codec'
import type { Order } from '../orders/order.js'
import { cleanText } from './clean-text.js'
import type { Feed } from './feed.js'
import { methodOfPayment } from './payment-method.js'
import { paymentId } from './short-id.js'
import type { ToldPayments } from './told-payments.js'

const VALUE_LIMIT = 1000

/**
 * `ПодчиненныеДокументы`: every paid payment, partial ones too, each with the four elements and the requisites without which
 * Бухгалтерия stops. Undefined rather than empty: an empty element stops it as well.
 */
export function mapPayments(order: Order, told: ToldPayments, feed: Feed): SubordinateDocument[] | undefined {
  if (told.paid.length === 0) return undefined
  return told.paid.map(({ payment, number, date }) => ({
    id: paymentId(payment.id),
    number,
    date,
    operation: 'acquiring',
    total: payment.amount,
    requisites: [
      { name: REQUISITES.paid, value: 'true' },
      { name: REQUISITES.paymentMethod, value: methodOfPayment(feed.settings, order, payment) },
      { name: REQUISITES.paymentMethodId, value: cleanText(payment.gateway, VALUE_LIMIT) },
    ],
  }))
}
