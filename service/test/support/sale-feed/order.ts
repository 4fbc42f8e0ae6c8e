import type { Customer, Order, OrderLine, Payment } from '@obmen/contract'
import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'
import type { NumberedOrder } from '../../../src/sale-feed/feed.js'
import { sampleLine, sampleOrder, samplePayment } from '../sample-order.js'

export const organization: Customer = {
  id: 'o-4',
  kind: 'organization',
  name: 'ООО «Вектор»',
  fullName: 'Общество с ограниченной ответственностью «Вектор»',
  inn: '7707083893',
  kpp: '773601001',
  email: 'buh@vektor.example',
  phone: '+7 343 200-00-00',
  address: '620000, г. Екатеринбург, ул. Мира, д. 1',
}
export const entrepreneur: Customer = {
  id: 'e-1',
  kind: 'entrepreneur',
  name: 'ИП Петрова А. С.',
  inn: '500100732259',
}
export const person: Customer = {
  id: 'p-9',
  kind: 'person',
  firstName: 'Иван',
  lastName: 'Иванов',
  middleName: 'Иванович',
  phone: '+79161234567',
}

export function line(changes: Partial<OrderLine> = {}): OrderLine {
  return sampleLine({ unit: '796', discount: '0.00', ...changes }) as unknown as OrderLine
}

export function payment(changes: Partial<Payment> = {}): Payment {
  return samplePayment(changes) as unknown as Payment
}

/** The sample order as it is stored. */
export function order(changes: Partial<Order> = {}): Order {
  return sampleOrder('7a0e8d52-8a7e-4a5c-9d3c-1f1f0c9d2a11', {
    canceled: false,
    customer: organization,
    lines: [line()],
    attributes: {},
    ...changes,
  }) as unknown as Order
}

export function numbered(changes: Partial<Order> = {}, sequenceNumber = 17): NumberedOrder {
  const made = order(changes)
  return {
    order: made,
    number: String(sequenceNumber),
    paymentNumbers: Object.fromEntries(made.payments.map(({ id }, index) => [id, 501 + index])),
  }
}

export function settings(changes: Partial<Settings> = {}): FullSettings {
  return fillSettings({
    paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
    paymentmethodname: 'Оплата картой внешняя',
    ...changes,
  })
}

export const TIMEZONE = 'Asia/Yekaterinburg'
