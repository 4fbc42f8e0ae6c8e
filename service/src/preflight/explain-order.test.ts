import type { SaleDocument } from '@obmen/codec'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { explainOrder } from './explain-order.js'

const REQUISITES = {
  'Статус заказа': 'purchased',
  Отменен: 'false',
  'Заказ оплачен': 'true',
  'Метод оплаты': 'Оплата картой внешняя',
  'Метод оплаты ИД': 'CKassa',
  'Дата оплаты': '2026-11-17',
  'Номер платежного документа': '501',
}
const requisites = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }))
const { 'Дата оплаты': _date, 'Номер платежного документа': _number, ...WITHOUT_TERMS } = REQUISITES

function document(changes: Partial<SaleDocument> = {}): SaleDocument {
  return {
    id: 'olv-17',
    number: '17',
    date: '2026-11-17',
    time: '12:15:07',
    operation: 'goods-order',
    role: 'seller',
    currency: 'RUB',
    rate: '1',
    total: '3000.00',
    counterparties: [
      {
        kind: 'organization',
        id: 'o-4',
        name: 'Вектор',
        officialName: 'ООО «Вектор»',
        inn: '7707083893',
        kpp: '773601001',
        role: 'buyer',
      },
    ],
    taxes: [{ name: 'НДС', included: true, amount: '500.00' }],
    lines: [line()],
    requisites: requisites(REQUISITES),
    ...changes,
  }
}
function line(changes: Partial<NonNullable<SaleDocument['lines']>[number]> = {}) {
  return {
    id: 'svc-12',
    name: 'Аренда',
    unit: { text: 'шт' },
    quantity: '2',
    amount: '3000.00',
    taxRates: [{ name: 'НДС', rate: '20' }],
    ...changes,
  }
}
const buyer = document().counterparties[0]!

/** Levels and texts of what is found beyond the notes of a good order. */
function found(client: Client, changes: Partial<SaleDocument>): string[] {
  const usual = explainOrder(document(), client).map(({ message }) => message)
  return explainOrder(document(changes), client)
    .filter(({ message }) => !usual.includes(message))
    .map(({ level, message }) => `${level}: ${message}`)
}

it('a good order stops nothing and loses nothing, and it is said what each 1C makes of it', () => {
  for (const client of CLIENTS) {
    const findings = explainOrder(document(), client)
    expect(findings.every(({ level }) => level === 'note')).toBe(true)
    expect(findings.at(-1)!.message).toMatch(
      /создаст или обновит документ «.+» по номеру 17 на сумму 3000\.00 RUB/,
    )
  }
  expect(explainOrder(document(), 'bp')[0]!.message).toContain('Оплата платежной картой')
  expect(explainOrder(document(), 'bp')[1]!.message).toContain('Счет на оплату покупателю')
})

it('the gravest comes first, and nothing is promised of an order that stops the exchange', () => {
  const findings = explainOrder(document({ currency: '', lines: [line({ quantity: '0' })] }), 'ut')
  expect(findings.map(({ level }) => level).slice(0, 2)).toEqual(['fatal', 'dropped'])
  expect(findings.some(({ message }) => message.includes('создаст или обновит'))).toBe(false)
})

describe.each<[string, Client, Partial<SaleDocument>, RegExp]>([
  ['number without digits', 'bp', { number: 'OLV' }, /^dropped: В номере «OLV» нет цифр/],
  ['number of seven digits', 'unf', { number: '1234567' }, /^dropped: .*больше 6 цифр/],
  ['number with letters', 'bp', { number: 'A-15' }, /^warning: .*только цифры: 15/],
  ['number of twelve characters', 'ut', { number: '123456789012' }, /^warning: .*длиннее 11 знаков/],
  [
    'rate of 22 % in УТ',
    'ut',
    { lines: [line({ taxRates: [{ name: 'НДС', rate: '22' }] })] },
    /^warning: .*не знает ставку НДС 22/,
  ],
  [
    'rate of 5 % in УНФ',
    'unf',
    { lines: [line({ taxRates: [{ name: 'НДС', rate: '5' }] })] },
    /^warning: .*ставку НДС 5/,
  ],
  [
    'rate with decimals in БП',
    'bp',
    { lines: [line({ taxRates: [{ name: 'НДС', rate: '20.00' }] })] },
    /^warning: .*20\.00/,
  ],
  [
    '0 % beside "Без НДС" in УТ',
    'ut',
    {
      lines: [
        line({ taxRates: [{ name: 'НДС', rate: '0' }] }),
        line({ taxRates: [{ name: 'НДС', rate: 'Без НДС' }] }),
      ],
    },
    /^warning: .*их не различает/,
  ],
  [
    'rate of 22 % beside 0 % in УТ',
    'ut',
    {
      taxes: [{ name: 'НДС', included: true, amount: '500.00', rate: '0' }],
      lines: [line({ taxRates: [{ name: 'НДС', rate: '22' }] })],
    },
    /^warning: .*22 и запишет 0 %/,
  ],
  [
    'quantity of four decimals',
    'unf',
    { lines: [line({ quantity: '0.3333' })] },
    /^warning: .*0,3333 .*трёх знаков/,
  ],
  [
    'price × quantity that is not the sum',
    'bp',
    { lines: [line({ price: '1500.01' })] },
    /^warning: .*1500\.01, умноженная на количество 2, не даёт сумму 3000\.00/,
  ],
  [
    'sum that 1C can’t hold',
    'ut',
    { lines: [line({ quantity: '1', price: '10000000000000.00', amount: '10000000000000.00' })] },
    /^warning: Сумма строки .*больше, чем помещается/,
  ],
  ['total that 1C can’t hold', 'rt', { total: '10000000000000.00' }, /^warning: Сумма заказа больше/],
  ['order without taxes', 'bp', { taxes: [] }, /^warning: .*начислит его сверху/],
  ['order without taxes in УНФ', 'unf', { taxes: [] }, /^warning: .*не облагаемым НДС/],
  ['date not ISO', 'bp', { date: '17.11.2026' }, /^dropped: Дата «17\.11\.2026»/],
  ['hour of one digit', 'ut', { time: '9:05:00' }, /^warning: Время «9:05:00»/],
  ['other operation', 'ut', { operation: 'shipment' }, /^fatal: .*не «Заказ товара»/],
  ['other operation in БП', 'bp', { operation: 'shipment' }, /^warning: .*ещё один счёт/],
  ['no buyer', 'bp', { counterparties: [] }, /^fatal: .*Контрагенты/],
  ['buyer without id in БП', 'bp', { counterparties: [{ ...buyer, id: '' }] }, /^warning: .*одним/],
  ['buyer without name in УТ', 'ut', { counterparties: [{ ...buyer, name: '' }] }, /^dropped: .*без клиента/],
  [
    'buyer unknown in Розница',
    'rt',
    { counterparties: [{ kind: 'person', id: 'p', name: 'И', fullName: 'И', role: 'buyer' }] },
    /^dropped: Розница узнаёт/,
  ],
  [
    'contact without value',
    'unf',
    { counterparties: [{ ...buyer, contacts: [{ type: 'email', value: '' }] }] },
    /^fatal: Контакт/,
  ],
  ['line without quantity', 'ut', { lines: [line({ quantity: '0' })] }, /^dropped: .*без количества/],
  [
    'name of 101 characters',
    'bp',
    { lines: [line({ name: 'x'.repeat(101) })] },
    /^warning: .*длиннее 100 знаков/,
  ],
  ['# in a name', 'ut', { lines: [line({ name: 'a#b' })] }, /^fatal: .*«#»/],
  ['control character', 'bp', { lines: [line({ name: 'a\u0007' })] }, /^fatal: .*управляющий символ/],
  [
    'discount not included',
    'ut',
    { lines: [line({ discounts: [{ name: 'С', amount: '1.00', included: false }] })] },
    /^warning: .*вычтет её из суммы ещё раз/,
  ],
  [
    'empty requisite',
    'rt',
    { requisites: requisites({ ...REQUISITES, Склад: '' }) },
    /^warning: Реквизит «Склад» пуст/,
  ],
  [
    'way of delivery',
    'bp',
    { requisites: requisites({ ...REQUISITES, 'Способ доставки': 'Курьер' }) },
    /^note: .*«Курьер» по названию/,
  ],
  [
    'canceled order',
    'bp',
    { requisites: requisites({ ...REQUISITES, Отменен: 'true' }) },
    /^note: .*статус «Отменен»/,
  ],
  [
    'method of 51 characters',
    'bp',
    { requisites: requisites({ ...REQUISITES, 'Метод оплаты': 'x'.repeat(51) }) },
    /^dropped: .*длиннее 50 знаков/,
  ],
  [
    'payment number of 11 characters',
    'bp',
    { requisites: requisites({ ...REQUISITES, 'Номер платежного документа': '12345678901' }) },
    /^warning: .*новую оплату при каждом обмене/,
  ],
  [
    'payment without date and number',
    'unf',
    { requisites: requisites(WITHOUT_TERMS) },
    /^dropped: .*«Дата оплаты», «Номер платежного документа»/,
  ],
  [
    'payment with time in its date',
    'bp',
    { requisites: requisites({ ...REQUISITES, 'Дата оплаты': '2026-11-17T12:00:00' }) },
    /^dropped: Дата оплаты/,
  ],
  [
    'unpaid order with payment terms',
    'bp',
    { requisites: requisites({ ...REQUISITES, 'Заказ оплачен': 'false' }) },
    /^warning: Заказ не оплачен/,
  ],
  ['no payment documents', 'bp', { subordinateDocuments: [] }, /^fatal: Раздел/],
  [
    'payment with an id like a GUID',
    'unf',
    { subordinateDocuments: [payment({ id: 'x'.repeat(36) })] },
    /^dropped: .*36 знаков/,
  ],
  [
    'payment without method',
    'bp',
    { subordinateDocuments: [payment({ requisites: requisites({ Оплачено: 'true' }) })] },
    /^fatal: .*«Метод оплаты»/,
  ],
])('%s', (_, client, changes, expected) => {
  it(`${client} is explained`, () => {
    expect(found(client, changes)).toContainEqual(expect.stringMatching(expected))
  })
})

function payment(changes: Partial<NonNullable<SaleDocument['subordinateDocuments']>[number]>) {
  return {
    id: 'pay-17',
    number: '501',
    date: '2026-11-17',
    operation: 'acquiring',
    total: '3000.00',
    requisites: requisites({ Оплачено: 'true', 'Метод оплаты': 'Оплата картой внешняя' }),
    ...changes,
  }
}

it('0 % that the document names too is no matter, nor four decimals to whom they are told', () => {
  const zero = document({
    taxes: [{ name: 'НДС', included: true, amount: '0.00', rate: '0' }],
    lines: [line({ taxRates: [{ name: 'НДС', rate: '0' }] })],
  })
  for (const client of CLIENTS)
    expect(explainOrder(zero, client).filter(({ level }) => level === 'warning')).toEqual([])
  expect(found('bitrix', { lines: [line({ quantity: '0.3333' })] })).toEqual([])
})
