import { CLIENTS, type Client } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { line, numbered, settings, TIMEZONE } from '../../../test/support/sale-feed/order.js'
import { openFeed } from '../feed.js'
import { distinctName } from './clean-text.js'
import { mapOrder } from './map-order.js'

const ALIKE =
  'Аренда переговорной комнаты на втором этаже главного корпуса технопарка вместе с проектором и доской, '

it('a name that fits stays, a longer one ends in a mark of the whole (F10.4)', () => {
  expect(distinctName('Аренда\n #5 ', 100)).toBe('Аренда №5')
  expect(distinctName('я'.repeat(100), 100)).toBe('я'.repeat(100))
  expect(distinctName(`${ALIKE}до обеда`, 100)).toMatch(/^Аренда .{81}… \[[0-9a-f]{8}\]$/)
})

it('names alike in their first 100 characters stay apart, each the same in every order (F10.4)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const [a, b] = [distinctName(ALIKE + one, 100), distinctName(ALIKE + other, 100)]
      expect(a.length).toBeLessThanOrEqual(100)
      const same = distinctName(ALIKE + one, 9999) === distinctName(ALIKE + other, 9999)
      expect(a === b).toBe(same)
    }),
  )
})

it('items, deliveries, and buyers who are looked for by name get such names (F3.7, F4.2)', () => {
  const names = (client: Client, end: string): string[] => {
    const order = numbered({
      customer: { id: 'o-4', kind: 'organization', name: ALIKE + end },
      lines: [line({ name: ALIKE + end })],
      delivery: { name: ALIKE + end, amount: '0.00', vat: '20' },
    })
    const document = mapOrder(order, openFeed(settings({ client }), TIMEZONE, 'requisites'))
    return [document.counterparties[0]!.name!, ...document.lines!.map(({ name }) => name)]
  }
  for (const client of CLIENTS) {
    const [one, other] = [names(client, 'до обеда'), names(client, 'после обеда')]
    expect(one.slice(1).every((name, index) => name !== other[index + 1])).toBe(true)
    expect(one[0] === other[0]).toBe(client !== 'ut' && client !== 'unf')
    expect(names(client, 'до обеда')).toEqual(one)
  }
})
