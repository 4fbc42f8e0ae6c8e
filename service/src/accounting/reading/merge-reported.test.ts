import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countReads } from '../../../test/support/count-reads.js'
import type { ReportedDocument, ReportedPayment } from '../reported-document.js'
import { type KnownDocument, mergeAttached, mergeReported } from './merge-reported.js'
import { readReported } from './read-reported.js'

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
  const payments = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', null),
      number: fc.constantFrom('1', '2', null),
      date: fc.constantFrom('2026-11-20', '2026-11-21', null),
      amount: fc.nat().map(String),
      method: fc.constant(null),
    }),
    { maxLength: 12 },
  )
  const isSame = (one: ReportedPayment, other: ReportedPayment): boolean =>
    one.id !== null && other.id !== null
      ? one.id === other.id
      : one.number !== null && one.number === other.number && one.date === other.date

  it('are the same by their GUID, else by number and date; the last of those that are the same counts', () => {
    fc.assert(
      fc.property(payments, payments, (before, reported) => {
        const merged = mergeReported(known({ payments: before }), documentWith({ payments: reported }), now)
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

  it('7.17: are each looked at as often among thousands as among few', () => {
    const readsEach = (count: number): number => {
      const list = (name: string) => Array.from({ length: count }, (_, at) => payment(`${name}${at}`))
      const { counted, reads } = countReads([list('a'), list('b')])
      const [before, reported] = counted as [ReportedPayment[], ReportedPayment[]]
      mergeReported(known({ payments: before }), documentWith({ payments: reported }), now)
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
        lines: Array.from({ length: 25 }, () => readReported({ lines: [{ name: 'Час' }] }).lines[0]!),
      })),
    })
    const first = mergeReported(undefined, file, now).reported
    expect([first.payments.length, first.shipments.length]).toEqual([10_000, 4000])
    expect(first.payments.at(-1)).toEqual(payment('9999'))
    const again = mergeReported({ ...known({}), reported: first }, file, now)
    expect([again.reported, again.changed]).toEqual([first, []])
    const more = { basis: '1', payments: [payment('x')], shipments: [], isVoid: false }
    expect(mergeAttached({ ...known({}), reported: first }, more).changed).toEqual([])
  })
})
