import { REQUISITES } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import { CLIENTS, type Settings } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TIMEZONE } from '../../../test/support/place.js'
import { divideRounded, moneyText, scaled } from '../../orders/decimal.js'
import { VAT_RATES } from '../../orders/intake/read/order-schema.js'
import { readOrder } from '../../orders/intake/read/read-order.js'
import { vatOf } from '../../orders/intake/read/vat-of.js'
import { inspectNew } from '../inspect-order.js'
import { NO_HISTORY } from '../order-history.js'
import { type OpenProfile, openInput, openProfile } from '../preflight-profile.js'
import { tasksOf } from '../tasks-of.js'
import { plainOrderTest } from './plain-order.js'

const COMPANY = '7a0e8d52-8a7e-4a5c-9d3c-1f1f0c9d2a11'
const KINDS: Partial<Settings>[] = [
  {},
  { ordernumber: 'platform' },
  { payments: 'documents' },
  { paymentrules: [{ gateway: 'CKassa' }] },
  { paymentrules: [{ gateway: 'CKassa' }, { status: 'purchased' }], closedbefore: '2026-11-16' },
]
const profiles: OpenProfile[] = [...CLIENTS, 'auto' as const].flatMap(client =>
  KINDS.map((kind, index) =>
    openProfile({
      ...{ companyId: COMPANY, integrationKey: 1, signs: null, timezone: TIMEZONE },
      settings: { client, paymentrules: [{}], paymentmethodname: 'Карта', ...kind },
      lastCmlVersion: index === 2 ? '2.10' : null,
      connectedAt: new Date('2026-11-15T10:00:00Z'),
    }),
  ),
)
const opened = profiles.map(profile => ({ profile, isPlain: plainOrderTest(profile) }))

/** The usual value nearly always: an order with one odd thing of many is what might be taken for a plain one. */
function mostly<T>(usual: T, ...odd: NoInfer<T>[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 60, arbitrary: fc.constant(usual) }, ...odd.map(value => fc.constant(value)))
}

const NAMES = [
  'Аренда  зала',
  'Зал # 1',
  'Зал\u0007',
  'Я'.repeat(101),
  'Я'.repeat(100),
  'Зал\u00a0',
  '\u0007',
]
const line = fc
  .record({
    name: mostly('Аренда зала', ...NAMES),
    quantity: mostly('2', '1', '3', '0.5', '1.2345', '999999', '1000000', '333.333'),
    price: mostly('1500.00', '0.00', '0.01', '475.50', '999999.99', '1000000.00', '99999999999.00', '33.33'),
    discount: mostly('0.00', '0.01', '100.00'),
    vat: fc.oneof(mostly('20', ...VAT_RATES), mostly('none', ...VAT_RATES)) as fc.Arbitrary<
      Order['lines'][number]['vat']
    >,
    unit: mostly('796', '0796', '9999'),
  })
  .map(drawn => {
    const gross = divideRounded(scaled(drawn.quantity, 4) * scaled(drawn.price, 2), 10_000n)
    const discount = scaled(drawn.discount, 2) > gross ? 0n : scaled(drawn.discount, 2)
    return {
      ...{ ...drawn, id: 'svc-1', kind: 'service' as const },
      ...{ discount: moneyText(discount), amount: moneyText(gross - discount) },
    }
  })

const TEXTS = [
  'x'.repeat(250),
  'x'.repeat(251),
  'x'.repeat(1000),
  'x'.repeat(1001),
  'a\r\nb',
  'a\u0007b',
  '\u0007',
]
const text = mostly<string | undefined>('Просьба позвонить', undefined, 'x'.repeat(2990), ...TEXTS)
const attributeName = mostly(
  'Цвет',
  ...['цвет', 'Ц вет', '\u0007', 'x'.repeat(250), 'x'.repeat(251), 'Сумма документа', 'Номер', 'Отдел #2'],
  ...Object.values(REQUISITES),
)
const customerOfAnyKind = fc
  .record({
    kind: mostly<'organization' | 'person' | 'entrepreneur'>('organization', 'person', 'entrepreneur'),
    name: mostly('ООО «Вектор»', ...NAMES),
    fullName: text,
    inn: mostly<string | undefined>('7707083893', undefined, '7707083894', '500100732259', '500100732258'),
    kpp: mostly<string | undefined>('773601001', undefined),
    phone: mostly<string | undefined>('+79161234567', undefined, '\u0007', 'x'.repeat(60)),
    address: text,
  })
  .map(({ kind, fullName, kpp, ...rest }) => ({
    ...{ ...rest, kind, id: 'customer-1', email: 'a@example.ru' },
    ...(kind !== 'person' && { fullName, kpp }),
  }))

const privatePerson = fc.constant({
  ...{ id: 'customer-1', kind: 'person' as const, name: 'Иванов Иван', email: undefined },
  ...{ inn: '500100732259', phone: '+79161234567', address: undefined },
})
const customer = fc.oneof({ weight: 30, arbitrary: customerOfAnyKind }, privatePerson)

const body = fc
  .record({
    customer,
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    number: mostly<string | undefined>('A-1', undefined, '1', '2'),
    placedAt: mostly(
      '2026-11-20T12:00:00+05:00',
      '2026-11-15T20:00:00Z',
      '2026-11-15T18:59:59Z',
      '2026-11-14T12:00:00Z',
    ),
    status: mostly('purchased', 'new', '\u0007'),
    currency: mostly('RUB', 'USD'),
    vatIncluded: mostly(true, false),
    comment: text,
    place: mostly<string | undefined>('Корпус 1', undefined, ...TEXTS),
    delivery: mostly(false, true),
    paid: mostly(
      'whole',
      'none',
      'part',
      'twice',
      'again',
      'more',
      'pending',
      'failed',
      'refunded',
      'refund',
      'zero',
    ),
    gateway: mostly('CKassa', 'Сбер'),
    attributes: fc.dictionary(attributeName, mostly('Красный', ...TEXTS), { maxKeys: 3 }),
  })
  .map(({ delivery, place, paid, gateway, lines, ...rest }) => {
    const sums = [...lines, ...(delivery ? [{ amount: '300.00', vat: '20' }] : [])]
    const total = sums.reduce((sum, { amount, vat }) => {
      const kopecks = scaled(amount, 2)
      return sum + kopecks + (rest.vatIncluded ? 0n : vatOf(kopecks, vat, false))
    }, 0n)
    return {
      ...{ ...rest, lines, id: 'olv-1', companyId: COMPANY, total: moneyText(total) },
      ...(place !== undefined && { place: { id: 'p', name: place } }),
      ...(delivery && { delivery: { name: 'Курьер', amount: '300.00', vat: '20' } }),
      payments: paymentsOf(paid, total).map((payment, index) => ({
        ...{ gateway: index === 0 ? gateway : 'Другой', paidAt: '2026-11-20T12:00:00+05:00' },
        ...{ ...payment, id: `pay-${index}` },
      })),
    }
  })

function paymentsOf(paid: string, total: bigint): { status: string; amount: string; refunds?: object[] }[] {
  const whole = moneyText(total)
  const half = moneyText(total / 2n)
  const refunds = [{ id: 'r', amount: half, refundedAt: '2026-11-20T12:00:00+05:00' }]
  const one = (status: string, amount: string) => ({ status, amount })
  switch (paid) {
    case 'whole':
      return [one('paid', whole)]
    case 'part':
      return [one('paid', half)]
    case 'twice':
      return [one('paid', half), one('paid', moneyText(total - total / 2n))]
    case 'again':
      return [one('paid', whole), one('paid', whole)]
    case 'more':
      return [one('paid', moneyText(total + 1n))]
    case 'pending':
    case 'failed':
    case 'refunded':
      return [one(paid, whole)]
    case 'refund':
      return [{ ...one('paid', whole), refunds }]
    case 'zero':
      return [one('paid', '0.00')]
    default:
      return []
  }
}

it('of a plain order no rule finds anything, whatever the client and the settings', () => {
  const plain = new Map<string, number>()
  fc.assert(
    fc.property(body, drawn => {
      let order: Order | undefined
      try {
        readOrder(drawn, undefined, read => {
          order = read
          return { profiles: [], found: [] }
        })
      } catch {
        return
      }
      for (const { profile, isPlain } of opened) {
        if (!isPlain(order!)) continue
        const { client } = profile.feed.settings
        const number = order!.number === '1' ? '2' : '1'
        const paymentNumbers = Object.fromEntries(order!.payments.map(({ id }) => [id, 1]))
        const input = openInput(
          { order: order!, number, paymentNumbers, exports: null },
          NO_HISTORY,
          profile,
          '2026-11-30',
        )
        const findings = inspectNew(input)
        expect(findings).toEqual([])
        expect(tasksOf(input, findings)).toEqual([])
        plain.set(client, (plain.get(client) ?? 0) + 1)
      }
    }),
    { numRuns: 4000 },
  )
  expect([...plain.keys()].sort()).toEqual([...CLIENTS, 'auto'].sort())
  for (const times of plain.values()) expect(times).toBeGreaterThan(500)
}, 300_000)
