import type { Order } from '@obmen/sdk'
import { SAMPLES, type SampleCompany } from './texts-samples.js'

const ORDERS_EACH = 12
const HOUR_MS = 3_600_000
const OFFSET = '+05:00'

/** Of three weeks: paid and unpaid, of people and firms. The same except for dates. */
export function sampleOrders(company: SampleCompany, companyId: string, now: Date): Order[] {
  return Array.from({ length: ORDERS_EACH }, (_, index) => {
    const placed = new Date(now.getTime() - (ORDERS_EACH - index) * 41 * HOUR_MS)
    return { companyId, placedAt: localTime(placed), ...sampleOrder(company, index, placed) }
  })
}

function sampleOrder(
  { client, sells }: SampleCompany,
  index: number,
  placed: Date,
): Omit<Order, 'companyId' | 'placedAt'> {
  const id = `${client}-${index + 1}`
  const lines = sells
    .slice(0, 1 + (index % sells.length))
    .map((sold, position) => line(sold, 1 + ((index + position) % 3), position))
  const total = money(lines.reduce((sum, { amount }) => sum + kopecks(amount), 0))
  const isPaid = index % 6 !== 4
  return {
    id,
    number: id.toUpperCase(),
    status: isPaid ? 'purchased' : 'new',
    currency: 'RUB',
    customer: customer(index),
    lines,
    vatIncluded: true,
    total,
    ...(index % 4 === 0 && { comment: SAMPLES.comment }),
    ...(index % 3 === 0 && { place: { id: 'b1-5-501', name: SAMPLES.place } }),
    payments: [
      {
        id: `pay-${id}`,
        gateway: index % 7 === 6 ? 'Invoice' : 'CKassa',
        status: isPaid ? 'paid' : 'pending',
        amount: total,
        ...(isPaid && { paidAt: localTime(new Date(placed.getTime() + 90_000)) }),
      },
    ],
    attributes: index % 5 === 0 ? { [SAMPLES.department]: SAMPLES.departmentName } : {},
  }
}

function line(
  [name, kind, unit, price, vat]: SampleCompany['sells'][number],
  quantity: number,
  position: number,
): Order['lines'][number] {
  const discount = position === 1 ? Math.round(price / 10) : 0
  return {
    id: `item-${position + 1}`,
    name,
    kind,
    quantity: String(quantity),
    unit,
    price: money(price),
    discount: money(discount),
    amount: money(price * quantity - discount),
    vat,
  }
}

function customer(index: number): Order['customer'] {
  if (index % 2 === 0) {
    const [name, fullName, inn, kpp] = SAMPLES.businesses[(index / 2) % SAMPLES.businesses.length]!
    return {
      id: `firm-${inn}`,
      kind: 'organization',
      name,
      fullName,
      inn,
      kpp,
      email: 'office@example.ru',
      phone: '+73430000000',
      address: SAMPLES.address,
    }
  }
  const person = ((index - 1) / 2) % SAMPLES.people.length
  const [lastName, firstName, middleName] = SAMPLES.people[person]!
  return {
    id: `person-${person + 1}`,
    kind: 'person',
    lastName,
    firstName,
    middleName,
    email: `person${person + 1}@example.ru`,
    phone: `+7916000000${person + 1}`,
  }
}

export function kopecks(text: string): number {
  return Math.round(Number(text) * 100)
}

export function money(amount: number): string {
  return (amount / 100).toFixed(2)
}

function localTime(at: Date): string {
  return `${new Date(at.getTime() + 5 * HOUR_MS).toISOString().slice(0, 19)}${OFFSET}`
}
