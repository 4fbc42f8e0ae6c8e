import { FINDING_CODES, type FindingCode, type Order, type Severity } from '@obmen/contract'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { type InputChanges, inputOf } from '../../test/support/preflight/input.js'
import { line, order, payment, person } from '../../test/support/sale-feed/order.js'
import type { SentItem } from '../catalogue/links/sent-items.js'
import { NO_OTHER_ORDERS } from '../orders/warnings/other-orders.js'
import type { PaymentExport } from '../outbox/payments/payment-export.js'
import { inspectOrder } from './inspect-order.js'
import { tasksOf } from './ledger/tasks-of.js'
import type { ReportedState } from './preflight-input.js'
import { describeFinding } from './texts/index.js'

const exported = (changes: Partial<PaymentExport> = {}): PaymentExport => ({
  ...{
    paymentId: 'pay-17',
    number: 501,
    method: 'Оплата картой внешняя',
    form: 'requisites',
    gateway: 'CKassa',
  },
  ...changes,
})
/** It was sent in its usual form, and is owed again. */
const given = (changes: Partial<Order> = {}, payments: PaymentExport[] = [exported()]) => ({
  ...{ sent: true, arrived: true, owed: true, first: order(changes), last: order(changes), payments },
  loads: [{ ...order(changes), revision: 1, at: 1, confirmed: true }],
})
const SHARED = { other: 'OLV/16', change: 'OLV/16', sent: false }
const NOTHING_REPORTED: ReportedState = {
  ...{ finalState: undefined, lacksChanges: false, canceled: false },
  ...{
    paid: false,
    paymentsRead: false,
    payments: '0.00',
    listsPayments: false,
    isLinked: false,
    skips: false,
    basis: null,
    at: 1,
    total: null,
  },
}
const PART_ENTERED = [{ event: 'partial:1000.00', at: 2, amount: '1000.00' }]
const documents = { payments: 'documents' } as const
/** The usual line as an item of 1C. */
const linked = (changes: Partial<SentItem> = {}) => ({
  items: {
    'svc-12': {
      ...{
        itemId: 'a0000000-0000-11ef-8f00-000000000001',
        name: 'Аренду переговорных',
        article: null,
        unit: '796',
      },
      ...{ vat: '10', state: 'current' as const, underLineId: null, ...changes },
    },
  },
})
const part = payment({ amount: '1000.00' })
const LONG = 'Аренда переговорной '.repeat(6)

/** Findings other than those of any good order. */
function found(client: Client, changes: InputChanges) {
  return inspectOrder(inputOf(client, changes)).filter(({ expectedEffect: outlook }) => !outlook)
}

it('of a good order nothing is found, and it is said what each 1C makes of it', () => {
  for (const client of CLIENTS) {
    const findings = inspectOrder(inputOf(client))
    expect(findings.filter(({ expectedEffect: outlook }) => !outlook)).toEqual([])
    expect(findings.map(({ code }) => code)).toContain('makes-document')
  }
})

type Case = [FindingCode, Client, InputChanges, Severity]
const CASES: Case[] = [
  [
    'payment-would-double',
    'bp',
    {
      settings: documents,
      order: { payments: [payment({ id: 'new' })] },
      history: given({}, [exported({ form: 'documents', number: 77 })]),
    },
    'blocks',
  ],
  [
    'payment-entered-by-hand',
    'bp',
    { history: { ...given({ payments: [] }, []), tasks: PART_ENTERED } },
    'blocks',
  ],
  [
    'payment-entered-by-hand',
    'unf',
    { history: { ...given({ payments: [] }, []), tasks: PART_ENTERED } },
    'loses',
  ],
  ['payment-method-changed', 'bp', { settings: { paymentmethodname: 'Новая' }, history: given() }, 'note'],
  [
    'payment-number-changed',
    'bp',
    { order: { payments: [payment({ id: 'other' })] }, history: given() },
    'note',
  ],
  ['partial-not-told', 'ut', { order: { payments: [part] } }, 'loses'],
  ['partial-not-told', 'ut', { settings: documents, order: { payments: [part] } }, 'loses'],
  ['overpaid-not-told', 'unf', { order: { payments: [payment({ amount: '3000.01' })] } }, 'loses'],
  [
    'refund-not-told',
    'bp',
    { order: { payments: [payment({ status: 'refunded' })] }, history: given() },
    'loses',
  ],
  ['refund-not-told', 'ut', { order: { payments: [] }, history: given() }, 'loses'],
  ['gateway-not-in-rules', 'bp', { settings: { paymentrules: [{ gateway: 'СБП' }] } }, 'loses'],
  [
    'payment-amount-kept',
    'ut',
    { history: given({ total: '4000.00', payments: [payment({ amount: '4000.00' })] }) },
    'loses',
  ],
  ['canceled-but-paid', 'bp', { order: { canceled: true }, history: given() }, 'loses'],
  ['canceled-but-paid', 'unf', { order: { canceled: true }, history: given({}, []) }, 'loses'],
  [
    'canceled-but-paid',
    'unf',
    { settings: documents, order: { canceled: true }, history: given({}, []) },
    'loses',
  ],
  [
    'payment-date-kept',
    'bp',
    { order: { payments: [payment({ paidAt: '2026-11-20T10:00:00+05:00' })] }, history: given() },
    'loses',
  ],
  [
    'partial-payment-vat',
    'bp',
    {
      settings: documents,
      order: {
        lines: [
          line({ amount: '2000.00', price: '1000.00' }),
          line({ id: 'b', quantity: '1', price: '1000.00', amount: '1000.00', vat: 'none' }),
        ],
        payments: [part],
      },
    },
    'loses',
  ],
  [
    'payment-mixes-gateways',
    'ut',
    { order: { payments: [part, payment({ id: 'b', gateway: 'СБП', amount: '2000.00' })] } },
    'loses',
  ],
  [
    'payments-of-two-months',
    'bp',
    {
      order: {
        payments: [
          payment({ amount: '1000.00', paidAt: '2026-10-31T10:00:00+05:00' }),
          payment({ id: 'b', amount: '2000.00', paidAt: '2026-11-01T10:00:00+05:00' }),
        ],
      },
    },
    'loses',
  ],
  ['partial-payment-vat', 'bp', { settings: documents, order: { payments: [part] } }, 'loses'],
  [
    'item-id-reused',
    'bp',
    {
      order: { delivery: { name: 'Почта', amount: '0.00', vat: 'none' } },
      others: { ...NO_OTHER_ORDERS, itemNames: new Map([['ORDER_DELIVERY', 'Курьер']]) },
    },
    'loses',
  ],
  ['payment-documents-unread', 'unf', { settings: documents }, 'loses'],
  ['foreign-currency-payment', 'bp', { order: { currency: 'EUR' } }, 'loses'],
  ['foreign-currency', 'bp', { order: { currency: 'KZT' } }, 'blocks'],
  ['foreign-currency', 'bp', { order: { currency: 'USD' } }, 'loses'],
  ['foreign-currency', 'bp', { order: { currency: 'KZT' }, history: given({ currency: 'KZT' }) }, 'loses'],
  ['foreign-currency', 'rt', { order: { currency: 'EUR' } }, 'loses'],
  ['buyer-kept', 'bp', { order: { customer: person }, history: given() }, 'loses'],
  ['currency-kept', 'bp', { order: { currency: 'EUR' }, history: given() }, 'blocks'],
  [
    'vat-flag-kept',
    'bp',
    { order: { vatIncluded: false, total: '3300.00' }, history: given({}, []) },
    'blocks',
  ],
  [
    'comment-kept',
    'bp',
    { settings: { commentprefix: false }, history: given({ comment: 'Позвоните' }) },
    'loses',
  ],
  ['accountant-edits-lost', 'bp', { history: given() }, 'note'],
  ['lines-kept', 'unf', { order: { total: '3000.00' }, history: given({ total: '2000.00' }) }, 'loses'],
  [
    'lines-kept',
    'unf',
    {
      order: { total: '3000.00' },
      history: {
        ...given({}, []),
        basis: order({ total: '2000.00' }),
        reported: { ...NOTHING_REPORTED, isLinked: true },
      },
    },
    'loses',
  ],
  ['uncanceled-stays-canceled', 'ut', { history: { ...given(), wasCanceled: true } }, 'loses'],
  [
    'closed-period-risk',
    'bp',
    { order: { placedAt: '2026-10-17T12:00:00+05:00' }, history: given() },
    'note',
  ],
  ['closed-period-risk', 'bp', { settings: { closedbefore: '2026-12-01' } }, 'blocks'],
  [
    'closed-period-risk',
    'bp',
    {
      order: { placedAt: '2026-10-17T12:00:00+05:00' },
      history: { ...given(), refusedPeriod: { before: '2026-11-01', number: '12' } },
    },
    'blocks',
  ],
  ['before-default-start', 'bp', { order: { placedAt: '2026-10-17T12:00:00+05:00' } }, 'note'],
  [
    'update-will-be-ignored',
    'ut',
    {
      history: {
        ...given(),
        reported: { ...NOTHING_REPORTED, finalState: 'Отгружен' },
      },
    },
    'loses',
  ],
  [
    'total-differs',
    'ut',
    { order: { vatIncluded: false, lines: [line({ vat: '22' })], total: '3660.00', payments: [] } },
    'loses',
  ],
  [
    'total-differs',
    'bp',
    { order: { vatIncluded: false, total: '3300.00' }, history: given({}, []) },
    'blocks',
  ],
  ['quantity-over-3-decimals', 'unf', { order: { lines: [line({ quantity: '2.0001' })] } }, 'loses'],
  [
    'price-times-quantity-differs',
    'ut',
    {
      order: {
        lines: [line({ quantity: '3', price: '333.34', discount: '0.02', amount: '1000.00' })],
        total: '1000.00',
      },
    },
    'note',
  ],
  [
    'sum-too-large',
    'bp',
    { order: { lines: [line({ quantity: '1', price: '10000000000000.00', amount: '10000000000000.00' })] } },
    'blocks',
  ],
  [
    'zero-rate-lost',
    'ut',
    { order: { lines: [line({ vat: '0' }), line({ id: 'b', vat: 'none' })], total: '6000.00' } },
    'loses',
  ],
  ['unknown-vat', 'unf', { order: { lines: [line({ vat: '22' })] } }, 'loses'],
  [
    'items-of-one-name',
    'rt',
    { order: { lines: [line({ kind: 'goods' }), line({ kind: 'goods', id: 'svc-13' })] } },
    'note',
  ],
  [
    'vat-regime-differs',
    'ut',
    { regimes: [{ from: '2026-01-01', vat: 'none' }], order: { lines: [line({ vat: '22' })] } },
    'note',
  ],
  [
    'payment-of-two-orders',
    'unf',
    { others: { ...NO_OTHER_ORDERS, payments: new Map([['pay-17', SHARED]]) } },
    'note',
  ],
  ['vat-rate-of-another-time', 'bp', { order: { lines: [line({ vat: '20' })] } }, 'note'],
  [
    'vat-rate-of-another-time',
    'ut',
    { order: { placedAt: '2025-12-31T23:59:59+05:00', lines: [line({ vat: '22/122' })] } },
    'note',
  ],
  [
    'item-id-reused',
    'bp',
    { others: { ...NO_OTHER_ORDERS, itemNames: new Map([['svc-12', 'Печать']]) } },
    'loses',
  ],
  ['linked-item-gone', 'ut', linked({ state: 'gone' }), 'loses'],
  ['linked-item-gone', 'unf', linked({ state: 'deleted' }), 'loses'],
  ['unit-differs', 'rt', linked({ unit: '356' }), 'loses'],
  ['vat-differs', 'ut', linked({ vat: 'none' }), 'note'],
  ['item-name-differs', 'ut', linked({ name: 'Кружка' }), 'note'],
  ['name-cut', 'ut', { order: { lines: [line({ name: LONG })] } }, 'loses'],
  [
    'names-alike-after-cut',
    'ut',
    { order: { lines: [line({ name: `${LONG}1` }), line({ id: 'b', name: `${LONG}2` })], total: '6000.00' } },
    'note',
  ],
  ['inn-of-wrong-kind', 'bp', { order: { customer: { ...person, inn: '7707083893' } } }, 'loses'],
  ['inn-check-digits', 'unf', { order: { customer: { ...person, inn: '500100732250' } } }, 'note'],
  ['inn-not-told', 'ut', { order: { customer: { ...person, inn: '500100732259' } } }, 'loses'],
  [
    'organization-without-kpp',
    'bp',
    { order: { customer: { id: 'o', kind: 'organization', name: 'ООО', inn: '7707083893' } } },
    'note',
  ],
  [
    'organization-without-kpp',
    'ut',
    { order: { customer: { id: 'o', kind: 'organization', name: 'ООО', inn: '7707083893' } } },
    'note',
  ],
  [
    'organization-without-kpp',
    'rt',
    { order: { customer: { id: 'o', kind: 'organization', name: 'ООО', inn: '7707083893' } } },
    'note',
  ],
  [
    'buyer-may-merge',
    'rt',
    {
      order: { customer: person },
      others: { ...NO_OTHER_ORDERS, buyers: [{ kind: 'phone', value: '+79161234567', name: 'Петров Пётр' }] },
    },
    'loses',
  ],
  ['no-buyer-key', 'rt', { order: { customer: { id: 'p', kind: 'person', name: 'Иван' } } }, 'loses'],
  ['number-collides', 'bp', { number: '1234567' }, 'blocks'],
  ['number-collides', 'ut', { number: '123456789012' }, 'blocks'],
  ['number-collides', 'unf', { number: 'OLV' }, 'blocks'],
  ['number-loses-letters', 'bp', { number: 'A-15' }, 'note'],
  ['comment-cut', 'rt', { order: { comment: 'x'.repeat(3000) } }, 'loses'],
  ['text-cut', 'bp', { order: { customer: { ...person, address: 'x'.repeat(251) } } }, 'loses'],
  ['attribute-cut', 'bp', { order: { attributes: { Заметка: 'x'.repeat(1001) } } }, 'loses'],
  ['attribute-dropped', 'bp', { order: { attributes: { Поле: '1', поле: '2' } } }, 'loses'],
  ['attribute-renamed', 'ut', { order: { attributes: { Отменен: 'true' } } }, 'note'],
  ['attribute-steers-1c', 'unf', { order: { attributes: { Склад: 'Основной' } } }, 'note'],
  ['attribute-steers-1c', 'bp', { order: { attributes: { 'Метод доставки ИД': 'cdek' } } }, 'loses'],
  [
    'delivery-address-unread',
    'rt',
    { order: { delivery: { name: 'Курьер', amount: '0.00', vat: 'none', address: 'ул. Мира, 9' } } },
    'loses',
  ],
  ['contract-unread', 'bp', { order: { contract: '№ 5' } }, 'loses'],
]

describe.each(CASES)('%s', (code, client, changes, severity) => {
  it(`${client}: ${severity}, and is told as what will be and as what was`, () => {
    const finding = found(client, changes).find(one => one.code === code)
    expect(finding).toMatchObject({ code, severity })
    for (const done of [false, true]) {
      const text = describeFinding(finding!, client, done)
      expect(text).toMatch(/^[«А-ЯЁ1].*\.$/s)
      expect(text).not.toMatch(/undefined|NaN/)
    }
  })
})

it('every code but those of a malformed document and of the outlook has a case', () => {
  const tried = new Set(CASES.map(([code]) => code))
  const outlook = new Set(
    CLIENTS.flatMap(client => [
      ...inspectOrder(
        inputOf(client, { order: { delivery: { name: 'Курьер', amount: '0.00', vat: 'none' } } }),
      ),
      ...inspectOrder(inputOf(client, { order: { canceled: true }, history: { sent: true } })),
    ]).map(({ code }) => code),
  )
  expect(FINDING_CODES.filter(code => !tried.has(code) && !outlook.has(code))).toEqual(['document-malformed'])
})

it('only Бухгалтерия prints deliveries under the first name; a payment without VAT has none', () => {
  const mail = {
    order: { delivery: { name: 'Почта', amount: '0.00', vat: 'none' as const } },
    others: { ...NO_OTHER_ORDERS, itemNames: new Map([['ORDER_DELIVERY', 'Курьер']]) },
  }
  expect(CLIENTS.filter(client => found(client, mail).length > 0)).toEqual(['bp'])
  const withoutVat = { settings: documents, order: { lines: [line({ vat: 'none' })], payments: [part] } }
  expect(found('bp', withoutVat)).toEqual([])
})

it('the former code of the rouble is to be sent as the present one', () => {
  const told = (changes: object) => {
    const finding = found('bp', { order: { currency: 'RUR' }, ...changes }).find(
      ({ code }) => code === 'foreign-currency',
    )
    return describeFinding(finding!, 'bp', false)
  }
  expect(told({})).toMatch(/RUR — прежний код рубля: передайте заказ с валютой RUB\.$/)
  // The invoice would keep the currency of its first load.
  expect(told({ history: given({ currency: 'RUR' }) })).not.toMatch(/RUB/)
})

it('an ИНН of the wrong length is a matter of Бухгалтерия alone', () => {
  const changes = { order: { customer: { ...person, inn: '7707083893' } } }
  const clients = CLIENTS.filter(client =>
    found(client, changes).some(one => one.code === 'inn-of-wrong-kind'),
  )
  expect(clients).toEqual(['bp'])
})

describe('a payment keeps the day under which it was sent', () => {
  const [may, june] = ['2026-05-30T10:00:00+05:00', '2026-06-02T10:00:00+05:00']
  const told = (changes: InputChanges) =>
    found('bp', changes).flatMap(({ code, params }) => (code === 'payment-date-kept' ? [params] : []))
  const both = [
    payment({ amount: '1000.00', paidAt: may }),
    payment({ id: 'b', amount: '2000.00', paidAt: june }),
  ]
  const sentBoth = [exported(), exported({ paymentId: 'b' })]

  it('and nothing is kept of one that was not sent: canceled, only a part, or by no rule', () => {
    const paid = { order: { payments: [payment({ paidAt: june })] } }
    const before = { payments: [payment({ paidAt: may })] }
    const canceled = { ...given({ ...before, canceled: true }), last: order({ ...before, canceled: true }) }
    expect(told({ ...paid, history: canceled })).toEqual([])
    const part = { ...given({ payments: both.slice(0, 1) }, sentBoth), last: order({ payments: both }) }
    expect(told({ order: { payments: both }, history: part })).toEqual([])
    const asDocument = [exported({ form: 'documents' })]
    const late = given(
      { payments: [both[0]!, payment({ id: 'b', amount: '2000.00', paidAt: may })] },
      asDocument,
    )
    expect(told({ settings: documents, order: { payments: both }, history: late })).toEqual([])
  })

  it('that of another one in whose place it came, though its sum is not that of the order', () => {
    const refunds = [{ id: 'r', amount: '1.00', refundedAt: june }]
    const other = payment({ id: 'b', amount: '3001.00', paidAt: june, refunds })
    const sent = given({ payments: [payment({ paidAt: may })] })
    expect(told({ order: { payments: [other] }, history: sent })).toEqual([
      { kept: '2026-05-30', date: '2026-06-02' },
    ])
  })

  it('that of a later revision, too, and that of the order if it had none of its own', () => {
    const later = { ...given({ payments: [] }), last: order({ payments: [payment({ paidAt: may })] }) }
    const paid = { order: { payments: [payment({ paidAt: june })] } }
    expect(told({ ...paid, history: later })).toEqual([{ kept: '2026-05-30', date: '2026-06-02' }])
    const { paidAt: _, ...undated } = payment()
    expect(told({ ...paid, history: given({ payments: [undated] }) })).toEqual([
      { kept: '2026-11-17', date: '2026-06-02' },
    ])
  })
})

it('a payment of an order that is canceled is promised by nobody', () => {
  for (const client of CLIENTS) {
    const codes = inspectOrder(inputOf(client, { order: { canceled: true }, history: given() })).map(
      ({ code }) => code,
    )
    expect(codes).not.toContain('makes-payment')
    expect(codes).toContain('cancels-document')
  }
})

it('a document of a shape that stops 1C is seen, whatever wrote it', () => {
  const input = inputOf('bp')
  const problems = (document: object) =>
    inspectOrder({ ...input, document: { ...input.document, ...document } })
      .filter(({ code }) => code === 'document-malformed')
      .map(({ params }) => params.problem)
  expect(problems({})).toEqual([])
  expect(problems({ currency: '' })).toEqual(['currency'])
  expect(problems({ counterparties: [] })).toEqual(['buyer'])
  expect(problems({ subordinateDocuments: [] })).toEqual(['payments-empty'])
  expect(problems({ date: '17.11.2026' })).toEqual(['date'])
  expect(problems({ lines: [{ name: 'a#b', quantity: '0', unit: { text: 'шт' } }] })).toEqual([
    'line-quantity',
    'line-amount',
    'line-characters',
    'line-rate',
  ])
})

it('an unknown client gets what any would refuse and what nearly all make of the order', () => {
  const codes = (changes: InputChanges): string[] =>
    inspectOrder(inputOf('auto', changes)).flatMap(({ code, expectedEffect: outlook }) =>
      outlook ? [] : [code],
    )
  expect(codes({})).toEqual([])
  // УТ and Розница take it, Бухгалтерия and УНФ would cut it.
  expect(codes({ number: '1234567' })).toEqual(['number-collides'])
  expect(codes({ order: { payments: [part] } })).toEqual(['partial-not-told'])
  // Бухгалтерия knows 22 %, and it may be one.
  const unknown = { order: { lines: [line({ vat: '22' })] } }
  expect(codes(unknown)).not.toContain('unknown-vat')
  const known = inspectOrder({ ...inputOf('auto', unknown), possible: ['unf', 'ut', 'rt'] })
  expect(known.map(({ code }) => code)).toContain('unknown-vat')
})

it('goods of two ids and one name are told, but not one item twice, services, or linked lines', () => {
  const told = (ids: readonly string[], kind: 'goods' | 'service', items?: InputChanges['items']) => {
    const lines = ids.map(id => line({ id, kind }))
    return found('bp', { order: { lines }, ...(items && { items }) })
      .filter(({ code }) => code === 'items-of-one-name')
      .map(({ path, params }) => `${path} ${params.other}`)
  }
  expect(told(['a', 'a', 'b'], 'goods')).toEqual(['/lines/2/name 1'])
  expect(told(['a', 'a'], 'goods')).toEqual([])
  expect(told(['a', 'b'], 'service')).toEqual([])
  expect(told(['svc-12', 'b'], 'goods', linked().items)).toEqual([])
})

it('goods of two ids are told by their article; by name besides where 1C looks for it all the same', () => {
  const told = (client: Client, ...lines: object[]) =>
    found(client, { order: { lines: lines.map((one, id) => line({ id: `${id}`, kind: 'goods', ...one })) } })
      .filter(({ code }) => code === 'items-of-one-name')
      .map(({ path }) => path)
  const alike = [
    { article: 'А', name: 'Кружка' },
    { article: 'А', name: 'Чашка' },
  ]
  for (const client of CLIENTS) expect(told(client, ...alike)).toEqual(['/lines/1/article'])
  expect(told('bp', { article: 'А' }, { article: 'Б' })).toEqual([])
  expect(told('ut', { article: 'А' }, { article: 'Б' })).toEqual(['/lines/1/name'])
})

describe('a VAT rate', () => {
  const told = (placedAt: string, vat: string, changes: Partial<Order> = {}) =>
    inspectOrder(inputOf('bp', { order: { placedAt, lines: [line({ vat })], ...changes } })).flatMap(
      ({ code, path, params }) =>
        code === 'vat-rate-of-another-time' ? [`${path} ${params.rate} ${params.since ?? params.until}`] : [],
    )
  // In Yekaterinburg, where the order is entered, the year began five hours before that of Greenwich.
  const LAST = '2025-12-31T18:59:59Z'
  const FIRST = '2025-12-31T19:00:00Z'

  it('of another time is told, by the day of the order at its place', () => {
    const unpaid = { payments: [] }
    expect(told(LAST, '20', unpaid)).toEqual([])
    expect(told(FIRST, '20', unpaid)).toEqual(['/lines/0/vat 20 2026-01-01'])
    expect(told(FIRST, '20/120', unpaid)).toEqual(['/lines/0/vat 20/120 2026-01-01'])
    expect(told(LAST, '22', unpaid)).toEqual(['/lines/0/vat 22 2026-01-01'])
    expect(told(FIRST, '22', unpaid)).toEqual([])
    for (const rate of ['5', '7', '7/107']) {
      expect(told('2024-12-31T12:00:00+05:00', rate)).toEqual([`/lines/0/vat ${rate} 2025-01-01`])
      expect(told('2025-01-01T12:00:00+05:00', rate)).toEqual([])
    }
    for (const rate of ['none', '0', '10', '10/110']) expect(told(LAST, rate)).toEqual([])
  })

  it('of 20 % stays right in 2026 for what was prepaid in 2025', () => {
    expect(told(FIRST, '20', { payments: [payment({ paidAt: LAST })] })).toEqual([])
    expect(told(FIRST, '20', { payments: [payment({ paidAt: FIRST })] })).toHaveLength(1)
    expect(told(FIRST, '20', { payments: [payment({ paidAt: LAST, status: 'failed' })] })).toHaveLength(1)
  })

  it('is told once an order, of its delivery too, and not of a canceled order', () => {
    const delivery = { name: 'Курьер', amount: '0.00', vat: '20' }
    const lines = [line({ vat: '22' }), line({ vat: '22' })]
    expect(told(LAST, '22', { lines, payments: [] })).toHaveLength(1)
    expect(told(FIRST, '22', { lines, delivery })).toEqual(['/delivery/vat 20 2026-01-01'])
    expect(told(FIRST, '20', { canceled: true })).toEqual([])
  })

  it('that the regime of the company does not have is told, from the day of the regime on', () => {
    const regimes = [
      { from: '2025-01-01', vat: 'none' },
      { from: '2026-01-01', vat: '5' },
      { from: '2027-01-01', vat: '22' },
    ] as const
    const differs = (placedAt: string, rates: readonly string[], changes: Partial<Order> = {}) =>
      inspectOrder(
        inputOf('bp', { regimes, order: { placedAt, lines: rates.map(vat => line({ vat })), ...changes } }),
      ).filter(({ code }) => code === 'vat-regime-differs')
    expect(differs('2024-12-31T12:00:00+05:00', ['none', '20'])).toEqual([])
    expect(differs(LAST, ['none', '0'])).toEqual([])
    expect(differs(LAST, ['none', '20'])).toMatchObject([{ path: '/lines/1/vat', severity: 'note' }])
    expect(differs(FIRST, ['5', '5/105', '0'])).toEqual([])
    expect(differs('2026-12-31T18:59:59Z', ['22'])).toMatchObject([{ params: { vat: '5' } }])
    expect(differs('2026-12-31T19:00:00Z', ['22', '22/122', '10', '10/110', '0'])).toEqual([])
    expect(differs(FIRST, ['22'], { canceled: true })).toEqual([])
    const delivery = { name: 'Курьер', amount: '0.00', vat: 'none' }
    const [finding, ...more] = differs('2027-01-15T12:00:00+05:00', ['none', '22', 'none'], { delivery })
    expect(more).toEqual([])
    expect(describeFinding(finding!, 'bp', false)).toContain(
      'Заказ от 15.01.2027, а с 01.01.2027 у компании — НДС 22 %: в строках 1, 3 и у доставки без НДС.',
    )
  })

  it('that УТ and Розница do not know becomes «Без НДС», although all lines have it', () => {
    for (const client of ['ut', 'rt'] as const) {
      const [finding] = found(client, { order: { lines: [line({ vat: '22' })] } })
      expect(describeFinding(finding!, client, true)).toContain('22 %: в документе может стоять «Без НДС».')
    }
  })
})

it('an order of a closed period that was changed by hand can stay held, which is said', () => {
  for (const changes of [
    { settings: { closedbefore: '2026-12-01' } },
    {
      order: { placedAt: '2026-10-17T12:00:00+05:00' },
      history: { ...given(), refusedPeriod: { before: '2026-11-01', number: '12' } },
    },
  ]) {
    const finding = found('bp', changes).find(({ code }) => code === 'closed-period-risk')
    expect(describeFinding(finding!, 'bp', false)).toContain('вручную и оставьте заказ удержанным')
  }
})

it('edits are lost only in an invoice that 1C is known to have', () => {
  const codes = (arrived: boolean) =>
    found('bp', { history: { ...given(), arrived } }).map(({ code }) => code)
  expect(codes(true)).toContain('accountant-edits-lost')
  expect(codes(false)).not.toContain('accountant-edits-lost')
})

describe('what 1C makes of payments is what the ledger says', () => {
  const makes = (client: Client, changes: InputChanges) =>
    inspectOrder(inputOf(client, changes)).flatMap(({ code, params }) =>
      code === 'makes-payment' ? [[params.amount, params.state]] : [],
    )
  const unconfirmed = { ...given(), arrived: false, loads: [{ ...given().loads[0]!, confirmed: false }] }

  it.each(['bp', 'unf', 'ut'] as const)('%s: one payment of the whole order', client => {
    const dearer = { total: '4000.00', payments: [payment(), payment({ id: 'more', amount: '1000.00' })] }
    const byHand = { ...given({ payments: [] }, []), tasks: PART_ENTERED }
    expect(makes(client, {})).toEqual([['3000.00', 'new']])
    expect(makes(client, { history: given() })).toEqual([['3000.00', 'made']])
    expect(makes(client, { history: unconfirmed })).toEqual([['3000.00', 'sent']])
    expect(makes(client, { order: dearer, history: given() })).toEqual(
      { bp: [['4000.00', 'updated']], unf: [['3000.00', 'made']], ut: [['1000.00', 'new']] }[client],
    )
    const failed = { order: { payments: [payment({ status: 'failed' })] }, history: unconfirmed }
    expect(makes(client, failed)).toEqual([])
    expect(makes(client, { history: byHand })).toEqual(
      { bp: [['3000.00', 'new']], unf: [], ut: [['2000.00', 'new']] }[client],
    )
  })

  it('each payment as a document of its own', () => {
    const sent = exported({ form: 'documents', number: 77 })
    const more = payment({ id: 'more', amount: '500.00' })
    const changes = {
      ...{ settings: documents, order: { payments: [payment(), more] } },
      history: given({}, [sent]),
    }
    expect(makes('bp', changes)).toEqual([
      ['3000.00', 'made'],
      ['500.00', 'new'],
    ])
  })

  it('nothing is lost of payments that the books hold, whoever entered them', () => {
    const reported = { ...NOTHING_REPORTED, paid: true, payments: '3000.00', listsPayments: true }
    const codes = (changes: InputChanges) => found('unf', changes).map(({ code }) => code)
    const unread = { settings: documents, history: { ...given({}, []), reported } }
    expect(codes(unread)).not.toContain('payment-documents-unread')
    const unnamed = { settings: { paymentrules: [{ gateway: 'СБП' }] }, history: unread.history }
    expect(codes(unnamed)).not.toContain('gateway-not-in-rules')
  })
})

describe('of what 1C was sent and has not confirmed it is said that it may lack it', () => {
  const [load] = given().loads
  const sent = (changes: Partial<Order> = {}) => ({
    ...given(changes),
    ...{ arrived: false, loads: [{ ...load!, ...changes, confirmed: false }] },
  })
  const IF_LOADED = /^1С не подтвердила загрузку. Если она всё же прошла: [а-я]/

  it.each([
    ['payment-would-double', 'bp', { settings: documents, order: { payments: [payment({ id: 'new' })] } }],
    ['payment-date-kept', 'bp', { order: { payments: [payment({ paidAt: '2026-11-20T10:00:00Z' })] } }],
    ['buyer-kept', 'bp', { order: { customer: person } }],
    ['currency-kept', 'bp', { order: { currency: 'EUR' } }],
    [
      'comment-kept',
      'bp',
      { settings: { commentprefix: false }, history: { last: order({ comment: 'Позвонить' }) } },
    ],
    ['lines-kept', 'unf', { order: { total: '4000.00' } }],
    ['cancels-document', 'bp', { order: { canceled: true } }],
  ] as [FindingCode, Client, InputChanges][])('%s', (code, client, { history, ...changes }) => {
    const form =
      changes.settings === documents ? [exported({ form: 'documents' as const, number: 77 })] : [exported()]
    const told = (from: typeof sent) => {
      const before = { ...from(), payments: form, ...history }
      return inspectOrder(inputOf(client, { ...changes, history: before })).find(each => each.code === code)!
    }
    expect(describeFinding(told(sent), client, false)).toMatch(IF_LOADED)
    expect(describeFinding(told(given), client, false)).not.toMatch(IF_LOADED)
  })

  it('while the next exchange brings the order again, findings of its money say to wait, and no task is', () => {
    const said = (history: NonNullable<InputChanges['history']>, changes: Partial<Order>) => {
      const input = inputOf('bp', { order: changes, history })
      const of = (each: { code: string }) => /^(refund-not-told|canceled-but-paid)$/.test(each.code)
      const texts = inspectOrder(input).filter(of)
      return [...texts.map(each => describeFinding(each, 'bp', false)), ...tasksOf(input)]
    }
    for (const changes of [{ payments: [] }, { canceled: true }]) {
      expect(said(sent(), changes)).toEqual([expect.stringContaining('Подождите следующего обмена')])
      expect(said({ ...sent(), held: true }, changes)).toEqual([
        ...(changes.canceled ? [expect.stringContaining('останется')] : []),
        expect.objectContaining({ code: 'check-payment' }),
      ])
    }
  })

  it('a document that 1C may lack is created or updated', () => {
    const [finding] = inspectOrder(inputOf('bp', { history: sent() })).filter(
      ({ code }) => code === 'makes-document',
    )
    expect(describeFinding(finding!, 'bp', false)).toContain('создаст или обновит документ')
  })
})
