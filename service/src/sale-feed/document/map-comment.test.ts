import type { Order } from '@obmen/contract'
import { CLIENTS, type Settings } from '@obmen/contract/settings'
import { expect, it } from 'vitest'
import { line, numbered, payment, settings, TIMEZONE } from '../../../test/support/sale-feed/order.js'
import type { PaymentForm } from '../../integrations/connection/payment-form.js'
import { openFeed } from '../feed.js'
import { mapOrder } from './map-order.js'

const comment = (
  changes: Partial<Order> = {},
  options: Partial<Settings> = {},
  payments: PaymentForm = 'requisites',
) => mapOrder(numbered(changes), openFeed(settings(options), TIMEZONE, payments)).comment

it('a comment begins with the order’s number on the platform and its payments’ ids (F9.1)', () => {
  for (const client of CLIENTS)
    for (const form of ['requisites', 'documents'] as const)
      expect(comment({ comment: 'первая\r\nвторая\u0000' }, { client }, form)).toBe(
        'Заказ OLV/17. Оплата pay-17, CKassa. первая\nвторая',
      )
  expect(comment()).toBe('Заказ OLV/17. Оплата pay-17, CKassa.')
})

it('a comment names the id of an order without a number, and its number even if sent (F9.1)', () => {
  const { number: _, ...nameless } = numbered().order
  const feed = openFeed(settings(), TIMEZONE, 'requisites')
  expect(mapOrder({ order: nameless, number: '1', paymentNumbers: {} }, feed).comment).toBe('Заказ olv-17.')
  expect(comment({ payments: [] }, { ordernumber: 'platform' })).toBe('Заказ OLV/17.')
})

it('tells of the payments that this 1C is told of, parts too, and of no others (F9.2)', () => {
  const payments = [
    payment({ id: 'a', amount: '1000.00' }),
    payment({ id: 'b', amount: '2000.00' }),
    payment({ id: 'c', status: 'refunded' }),
    payment({ id: 'd', gateway: 'Наличные' }),
  ]
  expect(comment({ payments })).toBe('Заказ OLV/17. Оплата a, CKassa; b, CKassa.')
  expect(comment({ payments: [payment({ status: 'pending' })] })).toBe('Заказ OLV/17.')
})

it('is the order’s own alone where the settings say so (F9.1)', () => {
  expect(comment({ comment: 'быстрее' }, { commentprefix: false })).toBe('быстрее')
  expect(comment({}, { commentprefix: false })).toBeUndefined()
  expect(comment({ comment: ' ' }, { commentprefix: false })).toBeUndefined()
})

it('fits the schema, and leaves the order’s own comment most of the room (F9.3, F9.4)', () => {
  expect(comment({ comment: 'я'.repeat(5000) })).toHaveLength(3000)
  const payments = Array.from({ length: 1000 }, (_, index) =>
    payment({ id: `${'p'.repeat(190)}${index}`, gateway: 'CKassa', amount: '3.00' }),
  )
  const lines = Array.from({ length: 1000 }, (_, index) =>
    line({ id: `i${index}`, name: 'x'.repeat(200), quantity: '0.0001', price: '0.00', amount: '0.00' }),
  )
  const full = comment({ payments, lines, comment: 'я'.repeat(5000), number: 'n'.repeat(200) })!
  expect(full.length).toBeLessThanOrEqual(3000)
  expect(full.match(/я+/)![0].length).toBeGreaterThan(1200)
  expect(full).toMatch(/^Заказ n{200}\. Оплата p+0, CKassa; .* и ещё 99\d\. я/)
  expect(full).toMatch(
    /\nКоличество: «x+… \[[0-9a-f]{8}\]» – 0,0001 шт; .* и ещё 99\d, см\. заказ на сайте\.$/,
  )
})
