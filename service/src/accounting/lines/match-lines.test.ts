import { describe, expect, it } from 'vitest'
import { countReads } from '../../../test/support/count-reads.js'
import type { ReportedLine } from '../reported-document.js'
import { matchLines, type SentLine } from './match-lines.js'

const sent = (lineId: string, changes: Partial<SentLine> = {}): SentLine => ({
  ...{ lineId, id: lineId, article: null, name: `Услуга ${lineId}`, kind: 'service' },
  ...{ quantity: '1', price: '100.00', amount: '100.00', ...changes },
})
const reported = (name: string, changes: Partial<ReportedLine> = {}): ReportedLine => ({
  ...{ id: 'b7a30001-0000-11ef-8f00-00155d000009', article: null, name, kind: 'service' },
  ...{ quantity: '1', price: '100.00', amount: '100.00', ...changes },
})
const more = { quantity: '3', amount: '300.00' }
const brief = (one: readonly SentLine[], other: readonly ReportedLine[]): string[] =>
  matchLines(one, other).map(({ kind, lineId, name }) => `${kind} ${lineId ?? name}`)

describe('lines that 1C sends back are found', () => {
  it('by id, with a characteristic too', () => {
    const ids = [reported('другое', { id: 'A', ...more }), reported('иное', { id: 'b#c' })]
    expect(brief([sent('a'), sent('b')], ids)).toEqual(['changed a'])
  })

  it('by article', () => {
    const lines = [sent('a', { article: 'X-1' }), sent('b')]
    expect(brief(lines, [reported('иное', { article: 'x-1', ...more }), reported('Услуга b')])).toEqual([
      'changed a',
    ])
  })

  it('by name, however blanks and letters are written; УНФ calls services goods', () => {
    const lines = [reported(' услуга\u00a0 B', { kind: 'goods' }), reported('Услуга a', more)]
    expect(brief([sent('a'), sent('b')], lines)).toEqual(['changed a'])
  })

  it('by their place under the name of 1C, if price or sum speak for it', () => {
    expect(
      brief([sent('a'), sent('b')], [reported('Номенклатура 1'), reported('Номенклатура 2', more)]),
    ).toEqual(['changed b'])
    const other = reported('Номенклатура 2', { quantity: '2', price: '7.00', amount: '14.00' })
    expect(brief([sent('a')], [other])).toEqual(['removed a', 'added Номенклатура 2'])
  })

  it('one of two equal ones by what it has in common, else both are removed and added', () => {
    const twins = [sent('a', { name: 'Час' }), sent('b', { name: 'Час', quantity: '2', amount: '200.00' })]
    const two = { quantity: '2', amount: '200.00' }
    expect(brief(twins, [reported('Час', two)])).toEqual(['removed a'])
    expect(brief(twins, [reported('Час', two), reported('Час', more)])).toEqual(['changed a'])
    expect(brief(twins, [reported('Час', more)])).toEqual(['removed a', 'removed b', 'added Час'])
  })

  it('as the delivery where УНФ makes it of the first service', () => {
    const delivery = reported('Доставка заказа', { id: 'ORDER_DELIVERY' })
    expect(
      brief(
        [sent('a', { price: '70.00', amount: '70.00' }), sent('b')],
        [reported('Услуга a', { price: '70.00', amount: '70.00' }), delivery],
      ),
    ).toEqual([])
  })

  it('by name beside a sent delivery, where УНФ makes another service the delivery', () => {
    const sum = (amount: string) => ({ price: amount, amount })
    const hall = sent('a', { name: 'Аренда зала', ...sum('5000.00') })
    const delivery = sent('ORDER_DELIVERY', { name: 'Доставка заказа', ...sum('300.00') })
    const ofHall = reported('Аренда зала', { id: 'ORDER_DELIVERY', kind: 'goods', ...sum('5000.00') })
    const ofDelivery = reported('Доставка заказа', sum('300.00'))
    expect(brief([hall, delivery], [ofHall, ofDelivery])).toEqual([])
    expect(brief([hall, delivery], [{ ...ofHall, ...sum('6000.00') }, ofDelivery])).toEqual(['changed a'])
    expect(brief([hall, delivery], [{ ...ofHall, ...sum('300.00') }, ofDelivery])).toEqual(['changed a'])
    // The one that was sent is found by its id, whichever of name and sum 1C changed.
    const itself = (name: string, amount: string) => reported(name, { id: 'ORDER_DELIVERY', ...sum(amount) })
    const same = { ...ofHall, id: 'b7a30001-0000-11ef-8f00-00155d000010' }
    for (const [name, amount] of [
      ['Доставка заказа', '350.00'],
      ['Курьер', '350.00'],
      ['Курьер', '5000.00'],
    ] as const)
      expect(brief([hall, delivery], [same, itself(name, amount)])).toEqual(['changed ORDER_DELIVERY'])
    expect(brief([hall, delivery], [same, itself('Курьер', '300.00')])).toEqual([])
  })

  it('as the delivery, the first of those with its figures, else the only service that is left', () => {
    const two = { quantity: '2', amount: '200.00' }
    const [a, b, c] = [sent('a'), sent('b', two), sent('c', two)]
    const delivery = (changes: Partial<ReportedLine> = {}) =>
      reported('Доставка заказа', { id: 'ORDER_DELIVERY', ...changes })
    expect(brief([a, b, c], [delivery(two)])).toEqual(['removed a', 'removed c'])
    expect(brief([a, b, c], [delivery(more)])).toEqual([
      'removed a',
      'removed b',
      'removed c',
      'added Доставка заказа',
    ])
    expect(brief([a, b], [delivery(two), delivery(more), delivery()])).toEqual([
      'changed a',
      'added Доставка заказа',
    ])
  })

  it('7.17: are each looked at as often among thousands as among few', () => {
    const readsEach = (count: number): number => {
      const { counted, reads } = countReads([
        Array.from({ length: count }, (_, at) => sent(`s-${at}`)),
        Array.from({ length: 3 * count }, () => reported('Доставка', { id: 'ORDER_DELIVERY', ...more })),
      ])
      const [one, other] = counted as [SentLine[], ReportedLine[]]
      matchLines(one, other)
      return reads() / count
    }
    expect(readsEach(1000)).toBeLessThan(2 * readsEach(20))
  })

  it('never twice, and each line is reported of once, whatever comes back', () => {
    const names = ['Час', 'День', 'Услуга 1']
    for (let seed = 0; seed < 300; seed++) {
      let state = seed + 1
      const random = (below: number): number => {
        state = (state * 48271) % 2147483647
        return state % below
      }
      const figures = () => ({
        quantity: String(1 + random(3)),
        price: '10.00',
        amount: `${10 * (1 + random(3))}.00`,
      })
      const one = Array.from({ length: random(5) }, (_, at) =>
        sent(`s-${at}`, { name: names[random(3)]!, ...figures() }),
      )
      const other = Array.from({ length: random(5) }, () => reported(names[random(3)]!, figures()))
      const changes = matchLines(one, other)
      const count = (kind: string): number => changes.filter(change => change.kind === kind).length
      expect(one.length - count('removed')).toBe(other.length - count('added'))
      const ids = changes.flatMap(({ lineId }) => lineId ?? [])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
