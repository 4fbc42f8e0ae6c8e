import type {
  BusinessCustomer,
  Customer,
  Delivery,
  Order,
  OrderLine,
  Payment,
  PersonCustomer,
} from '@obmen/contract'
import { canonicalMoney, canonicalQuantity } from '../../decimal.js'
import { parseName } from '../../names/parse-name.js'
import type { OrderBody } from './order-schema.js'

/** ОКЕИ code of a piece. */
const PIECE = '796'

/** An order in canonical form, so that equal orders are equal texts, and that JSON text. */
export interface CanonicalOrder {
  order: Order
  content: string
}

/** `body` has passed orderSchema and checkOrder; `id` is the one of the path or the body. */
export function canonicalOrder(body: OrderBody, id: string): CanonicalOrder {
  const order = buildOrder(body, id)
  const content = JSON.stringify(order)
  // JSON.stringify escapes only lone surrogates with this prefix.
  return content.includes('\\ud') ? replaceLoneSurrogates(content) : { order, content }
}

/** Whether two canonical contents are equal, apart from the offsets in which their dates are written. */
export function sameContent(one: string, other: string): boolean {
  return one === other || comparable(one) === comparable(other)
}

function comparable(content: string): string {
  const order = JSON.parse(content) as Order
  return JSON.stringify({
    ...order,
    placedAt: Date.parse(order.placedAt),
    payments: order.payments.map(payment => ({
      ...payment,
      paidAt: payment.paidAt && Date.parse(payment.paidAt),
      refunds: payment.refunds?.map(refund => ({ ...refund, refundedAt: Date.parse(refund.refundedAt) })),
    })),
  })
}

/** An ОКЕИ code as in 1C's classifier: three digits, or four without a leading 0. `0796` is `796`. */
export function unitCode(code: string): string {
  return code.replace(/^0+(?=\d{3})/, '')
}

/** An object with all fields present; JSON omits undefined ones. */
type Draft<T> = { [Key in keyof Required<T>]: T[Key] | undefined }

function buildOrder(body: OrderBody, id: string): Order {
  const { place, delivery, attributes, payments } = body
  const draft: Draft<Order> = {
    id,
    number: body.number,
    companyId: body.companyId.toLowerCase(),
    placedAt: body.placedAt,
    status: body.status.trim(),
    canceled: body.canceled ?? false,
    currency: body.currency,
    customer: buildCustomer(body.customer),
    lines: body.lines.map(buildLine),
    vatIncluded: body.vatIncluded,
    total: canonicalMoney(body.total),
    comment: trimmedOrAbsent(body.comment),
    contract: trimmedOrAbsent(body.contract),
    place: place && { id: place.id, name: place.name.trim() },
    delivery: delivery && buildDelivery(delivery),
    payments: payments ? payments.map(buildPayment) : [],
    attributes: attributes ? buildAttributes(attributes) : {},
  }
  return draft as Order
}

function buildLine(line: OrderBody['lines'][number]): OrderLine {
  const draft: Draft<OrderLine> = {
    id: line.id,
    article: trimmedOrAbsent(line.article),
    name: line.name.trim(),
    kind: line.kind,
    quantity: canonicalQuantity(line.quantity),
    unit: unitCode(line.unit ?? PIECE),
    price: canonicalMoney(line.price),
    discount: canonicalMoney(line.discount ?? '0.00'),
    amount: canonicalMoney(line.amount),
    vat: line.vat,
  }
  return draft as OrderLine
}

function buildPayment(payment: NonNullable<OrderBody['payments']>[number]): Payment {
  const draft: Draft<Payment> = {
    id: payment.id,
    gateway: payment.gateway.trim(),
    status: payment.status,
    amount: canonicalMoney(payment.amount),
    paidAt: payment.paidAt,
    refunds: payment.refunds?.length
      ? payment.refunds.map(({ id, amount, refundedAt }) => ({
          id,
          amount: canonicalMoney(amount),
          refundedAt,
        }))
      : undefined,
  }
  return draft as Payment
}

function buildCustomer(customer: OrderBody['customer']): Customer {
  if (customer.kind === 'person') {
    const { name } = customer
    const { firstName, lastName, middleName } = (name !== undefined && parseName(name)) || customer
    const draft: Draft<PersonCustomer> = {
      id: customer.id,
      kind: customer.kind,
      firstName: trimmedOrAbsent(firstName),
      lastName: trimmedOrAbsent(lastName),
      middleName: trimmedOrAbsent(middleName),
      name: lastName === undefined ? trimmedOrAbsent(name) : undefined,
      inn: trimmedOrAbsent(customer.inn),
      email: trimmedOrAbsent(customer.email),
      phone: trimmedOrAbsent(customer.phone),
      address: trimmedOrAbsent(customer.address),
    }
    return draft as PersonCustomer
  }
  const draft: Draft<BusinessCustomer> = {
    id: customer.id,
    kind: customer.kind,
    name: customer.name.trim(),
    fullName: trimmedOrAbsent(customer.fullName),
    inn: trimmedOrAbsent(customer.inn),
    kpp: trimmedOrAbsent(customer.kpp),
    email: trimmedOrAbsent(customer.email),
    phone: trimmedOrAbsent(customer.phone),
    address: trimmedOrAbsent(customer.address),
  }
  return draft as BusinessCustomer
}

function buildDelivery(delivery: NonNullable<OrderBody['delivery']>): Delivery {
  const draft: Draft<Delivery> = {
    name: delivery.name.trim(),
    amount: canonicalMoney(delivery.amount),
    vat: delivery.vat,
    address: trimmedOrAbsent(delivery.address),
    recipient: trimmedOrAbsent(delivery.recipient),
    trackNumber: trimmedOrAbsent(delivery.trackNumber),
  }
  return draft as Delivery
}

/** An optional text, trimmed; an empty one counts as absent. */
function trimmedOrAbsent(text: string | undefined): string | undefined {
  return text?.trim() || undefined
}

function buildAttributes(attributes: Record<string, string>): Record<string, string> {
  const nonEmpty = Object.entries(attributes)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(nonEmpty.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A lone surrogate (half an emoji) can't be encoded in UTF-8, so it becomes U+FFFD, as in any encoder. */
function replaceLoneSurrogates(content: string): CanonicalOrder {
  const order = JSON.parse(content, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value,
  ) as Order
  return { order, content: JSON.stringify(order) }
}
