import { type SaleDocument, WORDS } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import { CLIENTS, type Client, type Settings } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { mapped, requisite } from '../../../test/support/sale-feed/mapped.js'
import {
  line,
  numbered,
  organization,
  person,
  settings,
  TIMEZONE,
} from '../../../test/support/sale-feed/order.js'
import type { SentItem, SentItems } from '../../catalogue/links/sent-items.js'
import { openFeed } from '../feed.js'
import { mapOrder } from './map-order.js'

describe('lines', () => {
  it('each names its VAT rate and its tax, so that none inherits another’s (F5.1)', () => {
    const document = mapped({ lines: [line(), line({ id: 'b', vat: 'none' })], total: '6000.00' })
    expect(document.lines!.map(({ taxRates, taxes }) => [taxRates, taxes])).toEqual([
      [[{ name: 'НДС', rate: '10' }], [{ name: 'НДС', included: true, amount: '272.73', rate: '10' }]],
      [
        [{ name: 'НДС', rate: 'Без НДС' }],
        [{ name: 'НДС', included: true, amount: '0.00', rate: 'Без НДС' }],
      ],
    ])
  })

  it('the document says if VAT is included; it has a rate if all lines share it (F5.4, F5.5)', () => {
    expect(mapped().taxes).toEqual([{ name: 'НДС', included: true, amount: '272.73', rate: '10' }])
    const mixed = { lines: [line(), line({ vat: 'none' })], total: '6000.00' }
    expect(mapped(mixed).taxes).toEqual([{ name: 'НДС', included: true, amount: '272.73' }])
    expect(mapped({ lines: [line({ vat: 'none' })] }).taxes).toEqual([
      { name: 'НДС', included: true, amount: '0.00' },
    ])
  })

  it('net amounts say that VAT comes on top; the total is with it (F2.6, F5.4)', () => {
    const document = mapped({ vatIncluded: false, total: '3300.00' })
    expect(document.total).toBe('3300.00')
    expect(document.taxes).toEqual([{ name: 'НДС', included: false, amount: '300.00', rate: '10' }])
    expect(document.lines![0]).toMatchObject({
      amount: '3000.00',
      taxes: [{ included: false, amount: '300.00' }],
    })
  })

  it('price and sum are net of the discount, which Бухгалтерия does not get at all (F4.5)', () => {
    const order = { lines: [line({ discount: '100.50', amount: '2899.50' })], total: '2899.50' }
    for (const client of CLIENTS) {
      const document = mapped(order, { client })
      expect(document.lines![0]).toMatchObject({ price: '1449.75', quantity: '2', amount: '2899.50' })
      expect(document.lines![0]!.discounts).toEqual(
        client === 'bp' ? undefined : [{ name: 'Скидка', amount: '100.50', included: true }],
      )
      expect(document).not.toHaveProperty('discounts')
    }
    expect(mapped({}, { client: 'ut' }).lines![0]).not.toHaveProperty('discounts')
  })

  it('a sum that no price of two decimals gives is split into two lines, its discount too (F4.6)', () => {
    const order = {
      lines: [line({ quantity: '3', price: '40.00', discount: '20.00', amount: '100.00' })],
      total: '100.00',
    }
    const document = mapped(order, { client: 'ut' })
    expect(document.lines).toMatchObject([
      { id: 'svc-12', quantity: '2', price: '33.33', amount: '66.66', discounts: [{ amount: '13.33' }] },
      { id: 'svc-12', quantity: '1', price: '33.34', amount: '33.34', discounts: [{ amount: '6.67' }] },
    ])
    const [most, rest] = document.lines!
    expect(rest!.name).toBe(most!.name)
    expect(document.taxes![0]!.amount).toBe('9.09')
    expect(mapped(order, { client: 'ut' })).toEqual(document)
  })

  it('a quantity of four decimals is sent as one piece, and in the comment (F4.7, F9.3)', () => {
    const order = {
      lines: [line({ name: 'Кофе', quantity: '12.3456', unit: '166', price: '10.00', amount: '123.46' })],
      total: '123.46',
      comment: 'быстрее',
    }
    for (const client of CLIENTS) {
      const { lines, comment } = mapped(order, { client })
      const kept = client === 'bitrix'
      expect(lines![0]).toMatchObject(
        kept
          ? { quantity: '12.3456', price: '10.00', amount: '123.46' }
          : { quantity: '1', price: '123.46', amount: '123.46' },
      )
      expect(comment?.endsWith('быстрее\nКоличество: «Кофе» – 12,3456 кг.')).toBe(!kept)
    }
  })

  it('0 % among other rates is the document’s rate, by which УТ and Розница know it from "Без НДС" (F5.5)', () => {
    const rateOf = (...rates: string[]) => mapped({ lines: rates.map(vat => line({ vat })) }).taxes![0]!.rate
    expect(rateOf('20', '0')).toBe('0')
    expect(rateOf('0', '0')).toBe('0')
    expect(rateOf('20', '10')).toBeUndefined()
    expect(rateOf('20', '0', 'none')).toBeUndefined()
  })

  it('goods and services are marked twice, for Бухгалтерия and for the others (F4.3)', () => {
    const kinds = (kind: 'goods' | 'service') => mapped({ lines: [line({ kind })] }).lines![0]!.requisites
    expect(kinds('service')).toEqual([
      { name: 'ВидНоменклатуры', value: 'Услуга' },
      { name: 'ТипНоменклатуры', value: 'Услуга' },
    ])
    expect(kinds('goods')!.map(({ value }) => value)).toEqual(['Товар', 'Товар'])
  })

  it('a name is of 100 characters at most, without #, controls or half a surrogate pair (F4.2)', () => {
    const name = (text: string) => mapped({ lines: [line({ name: text })] }).lines![0]!.name
    expect(name(`a#b\u0000\u001f\ud800c\n\td`)).toBe('a№bc d')
    expect(name(`${'x'.repeat(87)}🎉${'x'.repeat(20)}`)).toMatch(/^x{87}… \[[0-9a-f]{8}\]$/)
    expect(name('я'.repeat(10_000))).toHaveLength(100)
    expect(name('\u0001')).toBe('svc-12')
  })

  it('article only as the platform gave it, package unit, coefficient and warehouse never (F4.8)', () => {
    expect(mapped({ lines: [line({ article: 'АР-01' })] }).lines![0]!.article).toBe('АР-01')
    expect(Object.keys(mapped().lines![0]!)).toEqual([
      'id', 'name', 'unit', 'taxRates', 'requisites', 'price', 'quantity', 'amount', 'taxes',
    ]) // biome-ignore format: a list
    expect(mapped()).not.toHaveProperty('warehouses')
  })

  it('an unknown unit goes by its code, and by nothing the schema refuses (F4.4)', () => {
    const unit = (code: string, schemaversion: '2.05' | '2.08') =>
      mapped({ lines: [line({ unit: code })] }, { schemaversion }).lines![0]!.unit
    expect(unit('356', '2.05')).toEqual({ text: 'ч', code: '356', fullName: 'Час', international: 'HUR' })
    expect(unit('0356', '2.05')).toEqual(unit('356', '2.05'))
    expect(unit('2541', '2.08')).toEqual({ text: '2541', code: '2541', fullName: '2541' })
    expect(unit('2541', '2.05')).toEqual({ text: '2541', fullName: '2541' })
  })

  it('the delivery is the only line ORDER_DELIVERY, with its requisites (F6.1, F6.2)', () => {
    const document = mapped({
      lines: [line({ id: WORDS.deliveryId })],
      delivery: {
        name: 'Курьер',
        amount: '300.00',
        vat: '20',
        address: 'ул. Мира, 1',
        recipient: 'Я',
        trackNumber: 'T-1',
      },
      total: '3300.00',
    })
    expect(document.lines!.map(({ id }) => id)).toEqual([expect.stringMatching(/^sha256-/), 'ORDER_DELIVERY'])
    expect(document.lines![1]).toMatchObject({
      name: 'Курьер',
      price: '300.00',
      quantity: '1',
      amount: '300.00',
    })
    expect(document.taxes![0]!.amount).toBe('322.73')
    expect(
      ['Метод доставки', 'Способ доставки', 'Адрес доставки', 'Получатель', 'Трек-номер'].map(name =>
        requisite(document, name),
      ),
    ).toEqual(['Курьер', 'Курьер', 'ул. Мира, 1', 'Я', 'T-1'])
  })
})

describe('the delivery', () => {
  const delivery = { name: 'Курьер', amount: '300.00', vat: '10', address: 'ул. Мира, 1' }
  const delivered = (client: Client, changes: Partial<Order> = {}, options: Partial<Settings> = {}) =>
    mapped({ delivery, total: '3300.00', ...changes }, { client, ...options })

  it('a delivery has no id for Бухгалтерия unless the platform names one (F6.3)', () => {
    const ids = (document: SaleDocument) =>
      ['Метод доставки ИД', 'Способ доставки ИД'].map(name => requisite(document, name))
    expect(ids(delivered('bp'))).toEqual([undefined, undefined])
    expect(ids(delivered('unf'))).toEqual(['Курьер', 'Курьер'])
    expect(ids(delivered('bp', { attributes: { 'Способ доставки ИД': 'courier' } }))).toEqual([
      undefined,
      'courier',
    ])
  })

  it('tells УТ its address as the buyer’s, whose own becomes that of registration (F6.4)', () => {
    const addresses = (client: Client, customer: Order['customer']) => {
      const buyer = delivered(client, { customer }).counterparties[0]!
      const registered = buyer.kind === 'organization' ? buyer.legalAddress : buyer.registrationAddress
      return [buyer.address?.text, registered?.text]
    }
    expect(addresses('ut', organization)).toEqual(['ул. Мира, 1', organization.address])
    expect(addresses('ut', { ...person, address: 'дома' })).toEqual(['ул. Мира, 1', 'дома'])
    expect(addresses('ut', person)).toEqual(['ул. Мира, 1', undefined])
    expect(addresses('bp', organization)).toEqual([organization.address, organization.address])
    const { address: _, ...pickup } = delivery
    expect(delivered('ut', { delivery: pickup }).counterparties[0]!.address!.text).toBe(organization.address)
  })

  it('a comment of the delivery is not added to Бухгалтерия’s document at every load (F6.5)', () => {
    const attributes = { 'Комментарий доставки': 'домофон 12' }
    const told = (client: Client, commentprefix: boolean, comment?: string) => {
      const document = delivered(client, comment === undefined ? { attributes } : { attributes, comment }, {
        commentprefix,
      })
      return ['Комментарий доставки', 'Комментарий доставки (с сайта)'].map(name => requisite(document, name))
    }
    expect(told('bp', false)).toEqual([undefined, 'домофон 12'])
    expect(told('bp', false, 'быстрее')).toEqual(['домофон 12', undefined])
    expect(told('bp', true)).toEqual(['домофон 12', undefined])
    expect(told('unf', false)).toEqual(['домофон 12', undefined])
  })
})

describe('a line that is linked to an item of 1C', () => {
  const items = (changes: Partial<SentItem> = {}): SentItems => ({
    'svc-12': {
      ...{ itemId: 'a0000000-0000-11ef-8f00-000000000001', name: 'Аренду переговорных', article: 'АР-01' },
      ...{ unit: '796', vat: '20', state: 'current', underLineId: null, ...changes },
    },
  })
  const sent = (client: Client, of = items()) =>
    mapOrder({ ...numbered(), items: of }, openFeed(settings({ client }), TIMEZONE, 'requisites')).lines![0]!

  it('a linked line has id, article and name of its item, and the order’s sums and VAT (F4.10)', () => {
    for (const client of ['ut', 'unf', 'rt', 'bitrix'] as const) {
      expect(sent(client)).toEqual({
        ...mapped({}, { client }).lines![0],
        ...{ id: 'a0000000-0000-11ef-8f00-000000000001', article: 'АР-01', name: 'Аренду переговорных' },
      })
    }
    const [item, characteristic] = [
      'a0000000-0000-11ef-8f00-000000000001',
      'b0000000-0000-11ef-8f00-000000000002',
    ]
    expect(sent('unf', items({ itemId: `${item}#${characteristic}` })).id).toBe(`${item}#${characteristic}`)
    expect(sent('ut', items({ name: null, article: null, state: 'gone' }))).toEqual({
      ...mapped({}, { client: 'ut' }).lines![0],
      id: item,
    })
  })

  it('a linked line keeps the id that Бухгалтерия bound to an item, with article and name', () => {
    expect(sent('bp')).toMatchObject({ id: 'svc-12', article: 'АР-01', name: 'Аренду переговорных' })
  })

  it.each(['bp', 'ut'] as const)(
    'goes out to %s under the id with which the order went out first (F4.11)',
    client => {
      const [ofLine, ofItem] = [items({ underLineId: true }), items({ underLineId: false })]
      expect(sent(client, ofLine)).toMatchObject({ id: 'svc-12', article: 'АР-01' })
      expect(sent(client, ofItem)).toMatchObject({ id: ofItem!['svc-12']!.itemId, article: 'АР-01' })
    },
  )
})
