import type { Customer, Order, OrderLine } from '@obmen/contract'
import type fc from 'fast-check'
import { canonicalQuantity, divideRounded, moneyText, scaled, vatOf } from '../../../src/orders/decimal.js'
import type { OrderBody } from '../../../src/orders/intake/read/order-schema.js'
import { randomOrder } from './random-order.js'

/** Random orders, corrected so that the service accepts them: sums add up, ids and texts can be stored, paid payments have dates. */
export const randomBody: fc.Arbitrary<OrderBody> = randomOrder.map(order => {
  const lines = order.lines.map(writtenLine)
  const delivery = order.delivery && writtenDelivery(order.delivery)
  const sums = [...lines, ...(delivery ? [delivery] : [])].map(({ amount, vat }) => {
    const kopecks = scaled(amount, 2)
    return kopecks + (order.vatIncluded ? 0n : vatOf(kopecks, vat, false))
  })
  return {
    ...order,
    ...{ id: idOf(order.id), number: order.number === undefined ? undefined : idOf(order.number) },
    ...{ status: wordOf(order.status), comment: order.comment && textOf(order.comment) },
    contract: order.contract && textOf(order.contract, 200),
    ...{ customer: writtenCustomer(order.customer), lines, delivery },
    total: moneyText(sums.reduce((sum, part) => sum + part, 0n)),
    place: order.place && { id: idOf(order.place.id), name: wordOf(order.place.name) },
    payments: order.payments.map((payment, index) => ({
      ...payment,
      id: `${index}${idOf(payment.id)}`,
      paidAt: payment.paidAt ?? order.placedAt,
    })),
    attributes: Object.fromEntries(
      Object.entries(order.attributes).map(([name, value]) => [idOf(name), textOf(value)]),
    ),
  } as OrderBody
})

function writtenLine(line: OrderLine, index: number): OrderLine {
  const gross = divideRounded(scaled(line.quantity, 4) * scaled(line.price, 2), 10_000n)
  const discount = scaled(line.discount, 2) > gross ? 0n : scaled(line.discount, 2)
  return {
    ...line,
    ...{ id: idOf(line.id), name: wordOf(line.name), quantity: canonicalQuantity(line.quantity) },
    ...(line.article !== undefined && { article: textOf(line.article, 200) }),
    unit: index % 2 === 0 ? line.unit : line.unit.padStart(4, '0'),
    ...{ discount: moneyText(discount), amount: moneyText(gross - discount) },
  }
}

function writtenDelivery(delivery: NonNullable<Order['delivery']>): NonNullable<Order['delivery']> {
  const { name, address, recipient, trackNumber } = delivery
  return {
    ...delivery,
    name: wordOf(name),
    ...(address !== undefined && { address: textOf(address) }),
    ...(recipient !== undefined && { recipient: textOf(recipient) }),
    ...(trackNumber !== undefined && { trackNumber: textOf(trackNumber, 200) }),
  }
}

/** Half of the persons have their names in one string. */
function writtenCustomer(customer: Customer): Customer {
  const { email, phone, address } = customer
  const written = {
    ...customer,
    id: idOf(customer.id),
    ...(email !== undefined && { email: textOf(email, 320) }),
    // Розница can't identify a buyer without ИНН and phone.
    phone: `+7 916 ${textOf(phone ?? '', 50)}`,
    ...(address !== undefined && { address: textOf(address) }),
  }
  if (written.kind !== 'person')
    return { ...written, name: wordOf(written.name), fullName: textOf(written.fullName ?? '') }
  const { firstName = '', lastName = '', middleName, ...contacts } = written
  if (middleName === undefined) return { ...contacts, name: wordOf(`${lastName} ${firstName}`) }
  return {
    ...contacts,
    firstName: wordOf(firstName),
    lastName: wordOf(lastName),
    middleName: textOf(middleName),
  }
}

function textOf(text: string, limit = 10_000): string {
  return text.replaceAll('\u0000', '').slice(0, limit)
}

function wordOf(text: string): string {
  const word = textOf(text, 200)
  return word.trim() === '' ? 'слово' : word
}

/** Half a character at the end, where an emoji is cut, is no id; `__proto__` is no name of an attribute. */
function idOf(text: string): string {
  const id = text
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 190)
    .trim()
  return id === '' || id === '__proto__' ? 'id' : id
}
