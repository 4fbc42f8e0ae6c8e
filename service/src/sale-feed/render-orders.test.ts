import { ELEMENTS, readAllDocuments, requisiteValue, validateXml } from '@obmen/codec'
import { CLIENTS, ENCODINGS, SCHEMA_VERSIONS, type Settings } from '@obmen/contract/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inputOfNumbered } from '../../test/support/preflight/input.js'
import {
  entrepreneur,
  line,
  numbered,
  organization,
  payment,
  person,
  settings,
  TIMEZONE,
} from '../../test/support/sale-feed/order.js'
import { randomOrder } from '../../test/support/sale-feed/random-order.js'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import { documentNumber } from '../orders/numbering/document-number.js'
import { inspectOrder } from '../preflight/inspect-order.js'
import { mapOrder } from './document/map-order.js'
import { type Feed, type NumberedOrder, openFeed } from './feed.js'
import { contentTypeOf, encode, renderEnd, renderOrders, renderStart } from './render-orders.js'

const NOW = new Date('2026-11-17T07:15:07Z')
const feedOf = (changes: Partial<Settings>, payments: PaymentForm = 'requisites'): Feed =>
  openFeed(settings(changes), TIMEZONE, payments)
function rendered(orders: NumberedOrder[], feed: Feed): string {
  return renderStart(feed, NOW) + [...renderOrders(orders, feed)].join('') + renderEnd()
}

const KINDS: Record<string, NumberedOrder> = {
  'paid by an organization': numbered(),
  'unpaid by a person': numbered({ customer: person, payments: [] }),
  'of an entrepreneur, net of VAT': numbered({
    customer: entrepreneur,
    vatIncluded: false,
    total: '3300.00',
  }),
  'with delivery, place, comment, attributes': numbered({
    delivery: {
      name: 'Курьер',
      amount: '300.00',
      vat: 'none',
      address: 'ул. Мира, 1',
      recipient: 'Я',
      trackNumber: 'T',
    },
    place: { id: 'p', name: 'Зал' },
    comment: 'быстрее',
    attributes: { Подразделение: 'Север' },
    total: '3300.00',
  }),
  'paid twice, discounted, of mixed rates': numbered({
    lines: [
      line({ discount: '10.00', amount: '2990.00', vat: '10/110' }),
      line({ vat: 'none', kind: 'goods', unit: '166' }),
    ],
    payments: [payment({ amount: '990.00' }), payment({ id: 'p2', amount: '5000.00' })],
    total: '5990.00',
  }),
  canceled: numbered({ canceled: true, payments: [payment({ status: 'refunded' })] }),
  'for nothing': numbered({
    lines: [line({ price: '0.00', amount: '0.00', vat: '0' })],
    total: '0.00',
    payments: [],
  }),
}
const FORMS = ['requisites', 'documents'] as const

it('an order of very many lines is read a hundred lines at a time, with a pause after each', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => line({ id: `svc-${at}` }))
  let read = 0
  const quantity = {
    get: () => {
      read++
      return '2'
    },
  }
  for (const one of lines) Object.defineProperty(one, 'quantity', quantity)
  const steps: number[] = []
  for (const _ of renderOrders([numbered({ lines })], feedOf({}))) {
    steps.push(read)
    read = 0
  }
  expect(Math.max(...steps)).toBe(steps[0])
  expect(steps[0]).toBeLessThan(1000)
})

describe.each(SCHEMA_VERSIONS)('schema %s', schemaversion => {
  for (const [kind, order] of Object.entries(KINDS)) {
    it(`an order ${kind} is valid and nothing in it stops or loses anything in any 1C (F1.6, F1.9)`, () => {
      for (const client of CLIENTS) {
        for (const payments of FORMS) {
          const feed = feedOf({ schemaversion, client }, payments)
          const xml = rendered([order], feed)
          expect(validateXml(xml, feed.version)).toEqual([])
          const grave = inspectOrder(inputOfNumbered(client, order, { settings: { schemaversion } })).filter(
            ({ severity }) => severity === 'blocks',
          )
          expect(grave).toEqual([])
        }
      }
    })
  }

  it('a random order is valid, and is read back as what was written (F1.6)', () => {
    fc.assert(
      fc.property(
        randomOrder,
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(...FORMS),
        (order, encoding, payments) => {
          const feed = feedOf({ schemaversion, encoding, paymentrules: [{}] }, payments)
          const paymentNumbers = Object.fromEntries(order.payments.map(({ id }, index) => [id, index + 1]))
          const subject = { order, number: documentNumber(order, 999_999), paymentNumbers }
          const xml = rendered([subject], feed)
          expect(validateXml(xml.replace(/^\ufeff/, ''), feed.version)).toEqual([])
          const document = mapOrder(subject, feed)
          const [read, ...more] = readAllDocuments(encode(xml, feed))
          expect(more).toEqual([])
          expect(read).toMatchObject({
            id: document.id,
            number: document.number,
            date: document.date,
            time: document.time,
            total: document.total,
            requisites: document.requisites,
          })
          expect(read!.lines!.map(({ name, amount }) => [name, amount])).toEqual(
            document.lines!.map(({ name, amount }) => [name, amount]),
          )
          expect(read!.counterparties![0]).toMatchObject({
            id: document.counterparties[0]!.id,
            name: document.counterparties[0]!.name,
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('a file begins with the declaration and has no namespace, no container (F1.1, F1.2)', () => {
  const xml = rendered([numbered()], feedOf({}))
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/)
  expect(xml).not.toMatch(/xmlns|:КоммерческаяИнформация/)
  expect(xml).not.toContain(ELEMENTS.container)
  expect(encode(xml, feedOf({})).subarray(0, 5).toString()).toBe('<?xml')
  const marked = feedOf({ encoding: 'utf-8-bom' })
  expect([...encode(rendered([], marked), marked).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

it('without orders a file is a root without documents, shorter than 555 characters (F1.3)', () => {
  for (const encoding of ENCODINGS) {
    const feed = feedOf({ encoding })
    const xml = rendered([], feed)
    expect(encode(xml, feed).length).toBeLessThan(555)
    expect(readAllDocuments(encode(xml, feed))).toEqual([])
  }
})

it('the file says when it was made by the location’s clock, and its encoding (F1.4, F1.5)', () => {
  const feed = feedOf({ encoding: 'windows-1251' })
  expect(renderStart(feed, NOW)).toContain('encoding="windows-1251"')
  expect(renderStart(feed, NOW)).toContain('"2026-11-17T12:15:07"')
  expect(contentTypeOf(feed)).toBe('application/xml; charset=windows-1251')
  expect(contentTypeOf(feedOf({ encoding: 'utf-8-bom' }))).toBe('application/xml; charset=utf-8')
})

it('what windows-1251 lacks goes out as a reference, never as a question mark (F1.4)', () => {
  const feed = feedOf({ encoding: 'windows-1251', commentprefix: false })
  const bytes = encode(rendered([numbered({ comment: '5 ₽ 🎉?' })], feed), feed)
  expect(bytes.toString('latin1')).toContain('5 &#8381; &#127881;?')
  expect(readAllDocuments(bytes)[0]!.comment).toBe('5 ₽ 🎉?')
})

it('a file has all its documents, each under its own number, directly below the root (F1.2)', () => {
  const orders = Array.from({ length: 1200 }, (_, index) =>
    numbered({ id: `o-${index}`, customer: organization }, index + 1),
  )
  const read = readAllDocuments(rendered(orders, feedOf({})))
  expect(read.map(({ number }) => number)).toEqual(orders.map(({ number }) => number))
  expect(requisiteValue(read[7]!.requisites, 'Заказ оплачен')).toBe('true')
})
