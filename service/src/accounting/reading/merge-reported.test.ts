import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countReads } from '../../../test/support/count-reads.js'
import type { ReportedDocument, ReportedPayment } from '../reported-document.js'
import { type KnownDocument, mergeAttached, mergeReported } from './merge-reported.js'
import { readReported } from './read-reported.js'

const NOTHING_VOID = { payments: [], shipments: [] }
const now = new Date('2026-11-20T00:00:00Z')
const documentWith = (changes: Partial<ReportedDocument>): ReportedDocument => ({
  ...readReported({ number: '1' }),
  ...changes,
})
const known = (changes: Partial<ReportedDocument>): KnownDocument => ({
  ...{ reported: documentWith(changes), withdrawn: [], receivedAt: now },
})
const payment = (number: string | null, changes: Partial<ReportedPayment> = {}): ReportedPayment => ({
  ...{ id: null, number, date: null, amount: null, method: null, ...changes },
})

describe('payments of an order', () => {
  const anyPayment = fc.record({
    id: fc.constantFrom('a', 'b', null),
    number: fc.constantFrom('1', '2', null),
    date: fc.constantFrom('2026-11-20', '2026-11-21', null),
    amount: fc.nat().map(String),
    method: fc.constant(null),
  })
  const payments = fc.array(
    anyPayment.filter(({ id, number }) => id !== null || number !== null),
    { maxLength: 12 },
  )
  const isSame = (one: ReportedPayment, other: ReportedPayment): boolean =>
    one.id !== null && other.id !== null
      ? one.id === other.id
      : one.number !== null && one.number === other.number && one.date === other.date

  it('are the same by GUID, else by number and date; the last of the same counts', () => {
    fc.assert(
      fc.property(payments, payments, (before, reported) => {
        const merged = mergeReported(
          known({ payments: before }),
          documentWith({ payments: reported }),
          NOTHING_VOID,
          now,
        )
        const expected = before.map(one => reported.findLast(other => isSame(one, other)) ?? one)
        const added = reported.filter(other => !before.some(one => isSame(one, other)))
        expect(merged.reported.payments).toEqual([...expected, ...added])
        const attached = { basis: '1', payments: reported, shipments: [], isVoid: true }
        expect(mergeAttached(known({ payments: before }), attached).reported.payments).toEqual(
          before.filter(one => !reported.some(other => isSame(one, other))),
        )
      }),
    )
  })

  it('without GUID and number are the same by all else, and counted', () => {
    const anonymous = fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 12 })
    const withAmounts = (amounts: readonly string[]) => amounts.map(amount => payment(null, { amount }))
    const countOf = (wanted: string, amounts: readonly (string | null)[]) =>
      amounts.filter(amount => amount === wanted).length
    fc.assert(
      fc.property(anonymous, anonymous, (before, reported) => {
        const file = documentWith({ payments: withAmounts(reported) })
        const merged = mergeReported(known({ payments: withAmounts(before) }), file, NOTHING_VOID, now)
        const amounts = merged.reported.payments.map(({ amount }) => amount)
        for (const each of ['1', '2', '3'])
          expect(countOf(each, amounts)).toBe(Math.max(countOf(each, before), countOf(each, reported)))
      }),
    )
  })

  it('7.17: are each looked at as often among thousands as among few', () => {
    const readsEach = (count: number): number => {
      const list = (name: string) => Array.from({ length: count }, (_, at) => payment(`${name}${at}`))
      const { counted, reads } = countReads([list('a'), list('b')])
      const [before, reported] = counted as [ReportedPayment[], ReportedPayment[]]
      mergeReported(known({ payments: before }), documentWith({ payments: reported }), NOTHING_VOID, now)
      mergeAttached(known({ payments: before }), {
        basis: '1',
        payments: reported,
        shipments: [],
        isVoid: true,
      })
      return reads() / count
    }
    expect(readsEach(2000)).toBeLessThan(2 * readsEach(20))
  })

  it('7.17: are kept up to a number, and the same file changes nothing more then', () => {
    const file = documentWith({
      payments: Array.from({ length: 12_000 }, (_, at) => payment(`${at}`)),
      shipments: Array.from({ length: 12_000 }, (_, at) => ({
        ...{ id: null, number: `${at}`, date: null },
        lines: Array.from({ length: 25 }, () => readReported({ lines: [{ name: 'Час' }] }).lines![0]!),
      })),
    })
    const first = mergeReported(undefined, file, NOTHING_VOID, now).reported
    expect([first.payments.length, first.shipments.length]).toEqual([10_000, 4000])
    expect(first.payments.at(-1)).toEqual(payment('9999'))
    const again = mergeReported({ ...known({}), reported: first }, file, NOTHING_VOID, now)
    expect([again.reported, again.changed]).toEqual([first, []])
    const more = { basis: '1', payments: [payment('x')], shipments: [], isVoid: false }
    expect(mergeAttached({ ...known({}), reported: first }, more).changed).toEqual([])
  })
})
