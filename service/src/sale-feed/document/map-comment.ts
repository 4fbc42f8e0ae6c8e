import type { Order } from '@obmen/contract'
import { platformNumber } from '../../orders/numbering/document-number.js'
import type { Feed } from '../feed.js'
import type { IncludedPayments } from '../payments/included-payments.js'
import { cleanName, cleanText } from './clean-text.js'
import type { MappedLine } from './map-line.js'

/** `КомментарийТип`. */
const COMMENT_LIMIT = 3000
/** Characters of a list of payments or quantities; the rest is for the order's own comment. */
const LIST_LIMIT = 700
const WORD_LIMIT = 200

/**
 * `Комментарий`: the order's number on the platform and the ids of its payments, which 1C stores nowhere
 * else, the order's own comment, and quantities that its lines can't express. Empty if there are none of
 * these.
 */
export function mapComment(
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
