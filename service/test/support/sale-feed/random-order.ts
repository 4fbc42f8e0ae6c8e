import type { Customer, Delivery, Order, OrderLine, Payment } from '@obmen/contract'
import fc from 'fast-check'
import { moneyText } from '../../../src/orders/decimal.js'

/** Texts as a careless platform sends them: controls, `#`, markup, emoji, halves of surrogate pairs, blanks, very long ones. */
const nasty = fc.constantFrom(
  ...'#\u0000\u001f🎉 \n\u00a0\ufffe\ufffd\ufdd0\u{1ffff}\u0085\u0098\ufeff\u2028ря№',
  ...[']]>', '<b>&amp;', '\ud83c', '\udf89', '&#0;'],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc
    .array(fc.oneof(nasty, fc.string({ maxLength: 9 })), { minLength: 1, maxLength: 12 })
    .map(parts => parts.join('')),
  fc.string({ unit: nasty, minLength: 1, maxLength: 4000 }),
)
const id = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 200 }),
  fc.tuple(fc.uuid(), fc.uuid()).map(pair => pair.join('#')),
  text,
)
const money = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(moneyText)
const vat = fc.constantFrom('none', '0', '5', '7', '10', '20', '22', '10/110', '20/120')
const moment = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map(date => date.toISOString())

const contacts = {
  id,
  inn: fc.constantFrom('7707083893', '500100732259', ''),
  email: text,
  phone: text,
  address: text,
}
const customer: fc.Arbitrary<Customer> = fc.oneof(
  fc.record(
    { ...contacts, kind: fc.constant('person' as const), firstName: text, lastName: text, middleName: text },
    { requiredKeys: ['id', 'kind', 'firstName', 'lastName'] },
  ),
  fc.record(
    {
      ...contacts,
      kind: fc.constantFrom('organization' as const, 'entrepreneur' as const),
      name: text,
      fullName: text,
      kpp: fc.constantFrom('773601001', ''),
    },
    { requiredKeys: ['id', 'kind', 'name'] },
  ),
)

const line: fc.Arbitrary<OrderLine> = fc.record(
  {
    id,
    article: text,
    name: text,
    kind: fc.constantFrom('goods', 'service'),
    quantity: fc.constantFrom('1', '0.5', '12.3456', '100000'),
    unit: fc.constantFrom('796', '356', '006', '778', '2541'),
    price: money,
    discount: money,
    amount: money,
    vat,
  },
  { requiredKeys: ['id', 'name', 'kind', 'quantity', 'unit', 'price', 'discount', 'amount', 'vat'] },
)
const payment: fc.Arbitrary<Payment> = fc.record(
  {
    id,
    gateway: fc.constantFrom('CKassa', 'СБП', 'Наличные'),
    status: fc.constantFrom('pending', 'paid', 'failed', 'canceled', 'refunded'),
    amount: money,
    paidAt: moment,
  },
  { requiredKeys: ['id', 'gateway', 'status', 'amount'] },
)
const delivery: fc.Arbitrary<Delivery> = fc.record(
  { name: text, amount: money, vat, address: text, recipient: text, trackNumber: text },
  { requiredKeys: ['name', 'amount', 'vat'] },
)

export const randomOrder: fc.Arbitrary<Order> = fc.record(
  {
    id,
    number: text,
    companyId: fc.uuid(),
    placedAt: moment,
    status: fc.oneof(fc.constantFrom('purchased', 'canceled', 'new'), text),
    canceled: fc.boolean(),
    currency: fc.constantFrom('RUB', 'USD', 'EUR'),
    customer,
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    vatIncluded: fc.boolean(),
    total: money,
    comment: text,
    contract: text,
    place: fc.record({ id, name: text }),
    delivery,
    payments: fc.array(payment, { maxLength: 3 }),
    attributes: fc.dictionary(
      fc.oneof(text, fc.constantFrom('Статус заказа', 'Номер', 'Место', 'Дата оплаты')),
      text,
      { maxKeys: 5 },
    ),
  },
  {
    requiredKeys: [
      'id',
      'companyId',
      'placedAt',
      'status',
      'canceled',
      'currency',
      'customer',
      'lines',
      'vatIncluded',
      'total',
      'payments',
      'attributes',
    ],
  },
)
