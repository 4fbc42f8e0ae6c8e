import { type SaleDocument, type Tax, WORDS } from '@obmen/codec'
import type { Order, VatRate } from '@obmen/contract'
import { moneyText } from '../../orders/decimal.js'
import { platformNumber } from '../../orders/numbering/document-number.js'
import type { Feed, NumberedOrder } from '../feed.js'
import { type IncludedPayments, includedPayments, mapPayments } from '../payments/included-payments.js'
import { cleanName, cleanText } from './clean-text.js'
import { mapCounterparty } from './map-counterparty.js'
import { type MappedLine, mapDelivery, mapLine } from './map-line.js'
import { mapRequisites } from './map-requisites.js'
import { documentId, hashedId } from './short-id.js'

/** `КомментарийТип`. */
const COMMENT_LIMIT = 3000
/** Characters of a list of payments or quantities; the rest is for the order's own comment. */
const LIST_LIMIT = 700
const WORD_LIMIT = 200

/**
 * `Комментарий`: number and payment ids of the platform, which 1C stores nowhere else, the order's own
 * comment, and quantities that its lines can't express.
 */
function mapComment(
  order: Order,
  included: IncludedPayments,
  unsent: readonly NonNullable<MappedLine['unsentQuantity']>[],
  feed: Feed,
): string {
  const before = feed.settings.commentprefix ? prefixOf(order, included) : ''
  const quantities = unsent.map(({ name, quantity, unit }) => TEXTS.quantity(name, quantity, unit))
  const after = joinWithinLimit(quantities, TEXTS.quantities)
  const room = COMMENT_LIMIT - (before === '' ? 0 : before.length + 1) - (after === '' ? 0 : after.length + 1)
  const own = cleanText(order.comment ?? '', room)
  return [[before, own].filter(part => part !== '').join(' '), after].filter(part => part !== '').join('\n')
}

function prefixOf(order: Order, included: IncludedPayments): string {
  const number = cleanName(platformNumber(order), WORD_LIMIT)
  const payments = included.paid.map(({ payment }) =>
    TEXTS.payment(cleanName(payment.id, WORD_LIMIT), cleanName(payment.gateway, WORD_LIMIT)),
  )
  return [number === '' ? '' : TEXTS.order(number), joinWithinLimit(payments, TEXTS.payments)]
    .filter(part => part !== '')
    .join(' ')
}

/** As many items as fit, at least the first, and the number of the others. */
function joinWithinLimit(
  items: readonly string[],
  text: (items: readonly string[], more: number) => string,
): string {
  if (items.length === 0) return ''
  let length = 0
  const shown = items.filter((item, index) => {
    length += item.length + 2
    return index === 0 || length <= LIST_LIMIT
  })
  return text(shown, items.length - shown.length)
}

/** What Obmen adds to the comment of a document, for accountants. */
const TEXTS = {
  order: (number: string) => `Заказ ${number}.`,
  payments: (payments: readonly string[], more: number) =>
    `Оплата ${payments.join('; ')}${more === 0 ? '' : ` и ещё ${more}`}.`,
  payment: (id: string, gateway: string) => `${id}, ${gateway}`,
  quantities: (quantities: readonly string[], more: number) =>
    `Количество: ${quantities.join('; ')}${more === 0 ? '' : ` и ещё ${more}, см. заказ на сайте`}.`,
  quantity: (name: string, quantity: string, unit: string) =>
    `«${name}» – ${quantity.replace('.', ',')} ${unit}`,
}

/** An order as a `Документ` that all five clients read in the same way. Pure. */
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
 * `Налог` of the document, whose `Ставка` 1C applies to lines without a known one. To УТ and Розница "Без
 * НДС" and 0 are unknown: 0 is sent if some line has it and none "Без НДС", else the rate of all.
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
