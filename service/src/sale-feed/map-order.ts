import { type SaleDocument, WORDS } from '@obmen/codec'
import { cleanText } from './clean-text.js'
import { documentNumber } from './document-number.js'
import type { Feed, NumberedOrder } from './feed.js'
import { mapCounterparty } from './map-counterparty.js'
import { mapDelivery, mapLine } from './map-line.js'
import { mapPayments } from './map-payments.js'
import { mapRequisites } from './map-requisites.js'
import { methodOfOrder } from './payment-method.js'
import { hashed, shortId } from './short-id.js'
import { toldPayments } from './told-payments.js'
import { documentTax } from './vat.js'

const COMMENT_LIMIT = 3000

/** An order as the `Документ` that УТ, УНФ, Розница, Бухгалтерия and the Bitrix module read alike. Pure: the same in, the same out. */
export function mapOrder({ order, sequenceNumber, paymentNumbers }: NumberedOrder, feed: Feed): SaleDocument {
  const { date, time } = feed.clock(order.placedAt)
  const included = order.vatIncluded
  const lines = order.lines.map(line => mapLine(line, included, feed.version))
  if (order.delivery) {
    // One delivery is enough: a line of the platform with that very id becomes a service like any.
    for (const { line } of lines) if (line.id === WORDS.deliveryId) line.id = hashed(WORDS.deliveryId)
    lines.push(mapDelivery(order.delivery, included, feed.version))
  }
  const rates = [...order.lines, ...(order.delivery ? [order.delivery] : [])].map(({ vat }) => vat)
  const vat = lines.reduce((sum, line) => sum + line.vat, 0n)
  const method = methodOfOrder(feed.settings, order)
  const told = toldPayments(order, paymentNumbers, feed)
  const subordinate = feed.payments === 'documents' ? mapPayments(order, told, feed) : undefined
  const comment = cleanText(order.comment ?? '', COMMENT_LIMIT)
  return {
    id: shortId(order.id, 40),
    number: documentNumber(order, sequenceNumber, feed.settings),
    date,
    time,
    operation: 'goods-order',
    role: 'seller',
    currency: order.currency,
    rate: '1',
    total: order.total,
    counterparties: [mapCounterparty(order.customer, feed.traits)],
    ...(comment === '' ? {} : { comment }),
    taxes: [documentTax(rates, vat, included)],
    lines: lines.map(({ line }) => line),
    requisites: mapRequisites(order, told, method, feed),
    ...(subordinate ? { subordinateDocuments: subordinate } : {}),
  }
}
