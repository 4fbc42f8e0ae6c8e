import { type SaleDocument, type Tax, WORDS } from '@obmen/codec'
import type { VatRate } from '@obmen/contract'
import { moneyText } from '../../orders/decimal.js'
import type { Feed, NumberedOrder } from '../feed.js'
import { type IncludedPayments, includedPayments, mapPayments } from '../payments/included-payments.js'
import { mapComment } from './map-comment.js'
import { mapCounterparty } from './map-counterparty.js'
import { type MappedLine, mapDelivery, mapLine } from './map-line.js'
import { mapRequisites } from './map-requisites.js'
import { documentId, hashedId } from './short-id.js'

/**
 * An order as a `Документ` that УТ, УНФ, Розница, Бухгалтерия and the Bitrix module read in the same way.
 * Pure.
 */
export function mapOrder(
  numbered: NumberedOrder,
  feed: Feed,
  included: IncludedPayments = includedPayments(numbered, feed),
  mapped: MappedLine[] = mapLines(numbered, feed),
): SaleDocument {
  const { order, number } = numbered
  const { date, time } = feed.clock(order.placedAt)
  const rates = [...order.lines, ...(order.delivery ? [order.delivery] : [])].map(({ vat }) => vat)
  const vat = mapped.reduce((sum, line) => sum + line.vat, 0n)
  const subordinate = mapPayments(included)
  const unsent = mapped.flatMap(({ unsentQuantity }) => unsentQuantity ?? [])
  const comment = mapComment(order, included, unsent, feed)
  return {
    id: documentId(order.id),
    number,
    date,
    time,
    operation: 'goods-order',
    role: 'seller',
    currency: order.currency,
    rate: '1',
    total: order.total,
    counterparties: [mapCounterparty(order.customer, feed.profile, order.delivery?.address)],
    ...(comment === '' ? {} : { comment }),
    taxes: [documentTax(rates, vat, order.vatIncluded)],
    lines: mapped.flatMap(({ lines }) => lines),
    requisites: mapRequisites(order, included, { number, commented: comment !== '' }, feed),
    ...(subordinate ? { subordinateDocuments: subordinate } : {}),
  }
}

type OrderWithItems = Pick<NumberedOrder, 'order' | 'items'>

/** The lines of an order, the delivery last. */
export function mapLines(order: OrderWithItems, feed: Feed): MappedLine[] {
  const steps = mapLinesInSteps(order, feed)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Lines between two steps: about a millisecond. */
const STEP_LINES = 100

/** `mapLines` with an empty text after every STEP_LINES lines, where others may be answered. */
export function* mapLinesInSteps(
  { order, items }: OrderWithItems,
  feed: Feed,
): Generator<'', MappedLine[], void> {
  const mapped: MappedLine[] = []
  for (const line of order.lines) {
    mapped.push(mapLine(line, order.vatIncluded, feed, items?.[line.id]))
    if (mapped.length % STEP_LINES === 0) yield ''
  }
  if (!order.delivery) return mapped
  // Only one delivery: a platform's line with the same id becomes an ordinary service.
  for (const { lines } of mapped)
    for (const line of lines) if (line.id === WORDS.deliveryId) line.id = hashedId(WORDS.deliveryId)
  return [...mapped, mapDelivery(order.delivery, order.vatIncluded, feed)]
}

/**
 * `Налог` of the document. 1C applies its `Ставка` to lines without a known rate. УТ and Розница count "Без
 * НДС" and 0 among these, and without a `Ставка` take both for "Без НДС". So it is sent if all lines have the
 * same numeric rate, and as 0 if some line has 0 and none "Без НДС".
 */
function documentTax(rates: readonly VatRate[], amount: bigint, included: boolean): Tax {
  const rate = documentRate(new Set(rates))
  return { name: WORDS.vat, included, amount: moneyText(amount), ...(rate === undefined ? {} : { rate }) }
}

function documentRate(rates: ReadonlySet<VatRate>): VatRate | undefined {
  if (rates.has('none')) return undefined
  const [rate] = rates
  if (rates.size === 1) return rate
  return rates.has('0') ? '0' : undefined
}
