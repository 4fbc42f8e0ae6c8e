import type { Payment } from '@obmen/contract'
import { describe, expect, it } from 'vitest'
import {
  decide,
  type FoundDocument,
  type HeldRevision,
  type JudgedOrder,
  type JudgingReading,
} from './decide.js'
import { type Standing, settle } from './settle.js'

const READING: JudgingReading = { partial: false, startDate: null, organization: 'org-1', refundsRead: true }

const document = (changes: Partial<FoundDocument> = {}): FoundDocument => ({
  ...{ ref: 'ref-1', number: '0000-000017', date: '2026-11-17T12:15:07', organization: 'org-1' },
  ...{ customerAgrees: true, posted: true, deleted: false, total: '3000.00', status: 'Оплачен' },
  ...{ shared: false, paid: 300_000n },
  ...changes,
})
const payment = (id: string, amount: string, changes: Partial<Payment> = {}): Payment => ({
  ...{ id, gateway: 'CKassa', status: 'paid', amount },
  ...changes,
})
const held = (changes: Partial<HeldRevision> = {}): HeldRevision => ({
  ...{ revision: 1, status: 'purchased', canceled: false, total: '3000.00' },
  payments: [payment('pay-1', '3000.00')],
  ...changes,
})
const order = (changes: Partial<JudgedOrder> = {}): JudgedOrder => ({
  ...{ confirmed: true, held: [held()], told: new Set(['pay-1']), placedOn: '2026-11-17', gone: false },
  ...{ customerName: 'ООО «Вектор»', documents: [document()] },
  ...changes,
})
const canceled = held({ revision: 2, status: 'canceled', canceled: true })
const refund = { id: 'r', amount: '1000.00', refundedAt: '2026-11-20T10:00:00Z' }
const refunded = held({ payments: [payment('pay-1', '3000.00', { refunds: [refund] })] })

/** The state, and what differs: `differs: total, payments`. */
function told(of: JudgedOrder, reading: Partial<JudgingReading> = {}): string {
  const verdict = decide(of, { ...READING, ...reading })
  if (!verdict) return 'nothing'
  const { state, reason, differences } = verdict
  const details = [...(reason === null ? [] : [reason]), ...differences.map(({ what }) => what)]
  return details.length === 0 ? state : `${state}: ${details.join(', ')}`
}

describe('an order of which 1C shows no document', () => {
  it.each<[string, Partial<JudgedOrder>, Partial<JudgingReading>, string]>([
    ['is missing once it was confirmed', {}, {}, 'missing'],
    ['is not if rights hide documents', {}, { partial: true }, 'nothing'],
    ['is not known to be there before it was confirmed', { confirmed: false }, {}, 'unknown'],
    [
      'was not loaded if it is older than the start',
      {},
      { startDate: '2026-12-01' },
      'not-loaded: start-date',
    ],
    ['is missing if it is not older', {}, { startDate: '2026-11-17' }, 'missing'],
    ['was not loaded if it came canceled', { held: [canceled] }, {}, 'not-loaded: canceled'],
    ['is missing if its document is gone', { confirmed: false, gone: true }, {}, 'missing'],
    ['agrees if it was canceled and its document is gone', { held: [canceled], gone: true }, {}, 'agrees'],
    ['is missing whatever it was that 1C confirmed', { held: [] }, {}, 'missing'],
  ])('%s', (_, changes, reading, expected) => {
    expect(told(order({ documents: [], ...changes }), reading)).toBe(expected)
  })
})

describe('an order with a document', () => {
  it.each<[string, Partial<FoundDocument>, Partial<JudgedOrder>, string]>([
    ['agrees', {}, {}, 'agrees'],
    ['agrees before it was confirmed', {}, { confirmed: false }, 'agrees'],
    ['has another sum', { total: '3100.00' }, {}, 'differs: total'],
    ['is of another customer', { customerAgrees: false }, {}, 'differs: customer'],
    ['is of a customer that is not compared', { customerAgrees: null }, {}, 'agrees'],
    ['is of another organization', { organization: 'org-2' }, {}, 'differs: organization'],
    ['is marked for deletion', { deleted: true, posted: false, paid: 0n }, {}, 'differs: deleted'],
    ['is not posted', { posted: false }, {}, 'differs: unposted'],
    ['is canceled in 1C alone', { status: 'Отменен' }, {}, 'differs: canceled'],
    [
      'is canceled on both sides',
      { status: 'Отменен', paid: 0n },
      { held: [canceled], told: new Set() },
      'agrees',
    ],
    [
      'is canceled here and deleted there',
      { deleted: true, posted: false, paid: 300_000n },
      { held: [canceled] },
      'agrees',
    ],
    ['is canceled here alone', {}, { held: [canceled] }, 'differs: canceled'],
    ['is canceled here, and its status was not read', { status: null }, { held: [canceled] }, 'agrees'],
    ['is paid less than it was told', { paid: 0n }, {}, 'differs: payments'],
    ['is paid by means that it was not told', {}, { told: new Set() }, 'agrees'],
    ['is not paid, as it was told of none', { paid: 0n }, { told: new Set() }, 'agrees'],
    ['is paid twice', { paid: 600_000n }, {}, 'differs: payments'],
    ['is paid as much as before a refund', {}, { held: [refunded] }, 'differs: payments'],
    ['is paid as much as is left after it', { paid: 200_000n }, { held: [refunded] }, 'agrees'],
    ['is of money that was not read', { paid: null }, {}, 'agrees'],
    ['is of content that is not stored any more', { total: '9.00', paid: 0n }, { held: [] }, 'agrees'],
    ['is of another order, too', { shared: true, total: '9.00' }, {}, 'differs: total'],
  ])('%s', (_, changes, of, expected) => {
    expect(told(order({ documents: [document(changes)], ...of }))).toBe(expected)
  })

  it('is not paid too much for refunds that are not read', () => {
    expect(told(order({ held: [refunded] }), { refundsRead: false })).toBe('agrees')
    const twice = order({ documents: [document({ paid: 600_000n })] })
    expect(told(twice, { refundsRead: false })).toBe('differs: payments')
  })

  it('lacks no payment that rights may hide', () => {
    expect(told(order({ documents: [document({ paid: 0n })] }), { partial: true })).toBe('agrees')
  })

  it('is doubled by another one of its own that is neither deleted nor canceled', () => {
    const second = (changes: Partial<FoundDocument>) =>
      told(order({ documents: [document(), document({ ref: 'ref-2', ...changes })] }))
    expect(second({})).toBe('doubled')
    expect(second({ posted: false })).toBe('doubled')
    expect(second({ deleted: true })).toBe('agrees')
    expect(second({ status: 'Отменен' })).toBe('agrees')
    expect(second({ shared: true })).toBe('agrees')
  })

  it('shows which revision was loaded although the confirmation got lost', () => {
    const later = held({ revision: 2, total: '3500.00' })
    const loaded = (total: string, changes: Partial<JudgedOrder> = {}) => {
      const of = order({ held: [held(), later], documents: [document({ total })], ...changes })
      const verdict = decide(of, READING)!
      return [verdict.state, verdict.loadedRevision]
    }
    expect(loaded('3500.00')).toEqual(['agrees', 2])
    expect(loaded('3000.00')).toEqual(['agrees', 1])
    expect(loaded('3600.00')).toEqual(['differs', null])
    expect(loaded('3000.00', { confirmed: false, held: [held()] })).toEqual(['agrees', 1])
  })
})

/** The state and the differences after each of these readings, given as `told` gives them. */
function after(...readings: string[]): string[] {
  let standing: Standing | undefined
  return readings.map(reading => {
    const [state = '', details] = reading.split(': ')
    const differences = (details?.split(', ') ?? []).map(what => ({ what, platform: null, in1c: null }))
    standing = settle(standing, {
      ...{ state, differences, reason: null, document: undefined, loadedRevision: null },
    } as never)
    const kinds = standing.differences.map(({ what }) => what)
    return kinds.length === 0 ? standing.state : `${standing.state}: ${kinds.join(', ')}`
  })
}

describe('what readings in turn say', () => {
  it('is told at once if it is good, after two if it is bad', () => {
    expect(after('agrees', 'missing', 'missing', 'agrees')).toEqual(['agrees', 'agrees', 'missing', 'agrees'])
    expect(after('doubled', 'doubled')).toEqual(['unknown', 'doubled'])
    expect(after('agrees', 'differs: unposted', 'agrees')).toEqual(['agrees', 'agrees', 'agrees'])
    expect(after('missing', 'agrees', 'missing')).toEqual(['unknown', 'agrees', 'agrees'])
  })

  it('is told of each difference on its own', () => {
    expect(after('differs: total', 'differs: total, payments', 'differs: payments')).toEqual([
      'unknown',
      'differs: total',
      'differs: payments',
    ])
    expect(after('differs: total', 'differs: total', 'differs: unposted')).toEqual([
      'unknown',
      'differs: total',
      'unknown',
    ])
  })

  it('is not that any more once anything else is found', () => {
    expect(after('missing', 'missing', 'differs: total', 'differs: total')).toEqual([
      'unknown',
      'missing',
      'unknown',
      'differs: total',
    ])
    expect(after('differs: total', 'differs: total', 'missing', 'missing')).toEqual([
      'unknown',
      'differs: total',
      'differs: total',
      'missing',
    ])
  })
})
