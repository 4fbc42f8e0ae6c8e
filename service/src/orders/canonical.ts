import { canonicalMoney, canonicalQuantity } from './decimal.js'
import type { Customer, Delivery, Order } from './order.js'
import type { OrderBody } from './order-schema.js'

/** An order in the one form in which equal orders are equal, and the JSON text of it that is kept. */
export interface CanonicalOrder {
  order: Order
  content: string
}

/** `body` has passed orderSchema and checkOrder; `id` is the one of the path or the body. */
export function canonicalOrder(body: OrderBody, id: string): CanonicalOrder {
  const order = buildOrder(body, id)
  const content = JSON.stringify(order)
  // JSON.stringify writes half a surrogate pair as an escape; no other character gets one that begins so.
  return content.includes('\\ud') ? mendSurrogates(content) : { order, content }
}

/** Whether two canonical contents are of the same order. How the offset of a date is written does not count. */
export function sameContent(one: string, other: string): boolean {
  return one === other || byInstants(one) === byInstants(other)
}

function byInstants(content: string): string {
  const order = JSON.parse(content) as Order
  return JSON.stringify({
    ...order,
    placedAt: Date.parse(order.placedAt),
    payments: order.payments.map(payment =>
      payment.paidAt === undefined ? payment : { ...payment, paidAt: Date.parse(payment.paidAt) },
    ),
  })
}

function buildOrder(body: OrderBody, id: string): Order {
  const { number, comment, place, delivery, attributes } = body
  const trimmedComment = comment?.trim()
  return {
    id,
    ...(number === undefined ? undefined : { number }),
    companyId: body.companyId.toLowerCase(),
    placedAt: body.placedAt,
    status: body.status.trim(),
    canceled: body.canceled ?? false,
    currency: body.currency,
    customer: buildCustomer(body.customer),
    lines: body.lines.map(line => ({
      id: line.id,
      name: line.name.trim(),
      kind: line.kind,
      quantity: canonicalQuantity(line.quantity),
      unit: line.unit ?? '796',
      price: canonicalMoney(line.price),
      discount: canonicalMoney(line.discount ?? '0.00'),
      amount: canonicalMoney(line.amount),
      vat: line.vat,
    })),
    vatIncluded: body.vatIncluded,
    total: canonicalMoney(body.total),
    ...(trimmedComment ? { comment: trimmedComment } : undefined),
    ...(place ? { place: { id: place.id, name: place.name.trim() } } : undefined),
    ...(delivery ? { delivery: buildDelivery(delivery) } : undefined),
    payments: (body.payments ?? []).map(payment => ({
      id: payment.id,
      gateway: payment.gateway.trim(),
      status: payment.status,
      amount: canonicalMoney(payment.amount),
      ...(payment.paidAt === undefined ? undefined : { paidAt: payment.paidAt }),
    })),
    attributes: attributes ? buildAttributes(attributes) : {},
  }
}

function buildCustomer(customer: OrderBody['customer']): Customer {
  const { id, kind } = customer
  if (kind === 'person') {
    const { firstName, lastName } = customer
    return {
      id,
      kind,
      firstName: firstName.trim(),
      lastName: lastName.trim(),
      ...filled(customer, ['middleName', 'inn', 'email', 'phone', 'address']),
    }
  }
  return {
    id,
    kind,
    name: customer.name.trim(),
    ...filled(customer, ['fullName', 'inn', 'kpp', 'email', 'phone', 'address']),
  }
}

function buildDelivery(delivery: NonNullable<OrderBody['delivery']>): Delivery {
  return {
    name: delivery.name.trim(),
    amount: canonicalMoney(delivery.amount),
    vat: delivery.vat,
    ...filled(delivery, ['address', 'recipient', 'trackNumber']),
  }
}

/** The optional texts that say something, trimmed, in the order of `keys`. */
function filled<Key extends string>(
  source: { [K in Key]?: string | undefined },
  keys: readonly Key[],
): { [K in Key]?: string } {
  const result: { [K in Key]?: string } = {}
  for (const key of keys) {
    const text = source[key]?.trim()
    if (text) result[key] = text
  }
  return result
}

function buildAttributes(attributes: Record<string, string>): Record<string, string> {
  const filledIn = Object.entries(attributes)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(filledIn.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Half a surrogate pair (an emoji cut in two) can't be written in UTF-8; it becomes U+FFFD, as any writer would make it. */
function mendSurrogates(content: string): CanonicalOrder {
  const order = JSON.parse(content, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value,
  ) as Order
  return { order, content: JSON.stringify(order) }
}
