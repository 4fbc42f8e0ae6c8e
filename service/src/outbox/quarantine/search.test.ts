import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addGroup,
  idsOf,
  keepOwed,
  learnFromFailure,
  learnFromSuccess,
  NOTHING_FAILED,
  orderKeyOf,
  planPackage,
  type QuarantineState,
  restore,
} from './search.js'

interface Case {
  orders: number
  bad: readonly number[]
  /** all: this 1C takes a package or none of it. unf: only the last order decides whether it confirms. */
  client?: 'all' | 'unf'
  after?: number
  /** The most orders of a group that fit into a package. */
  limit?: number
  /** Exchanges before which a good order comes. */
  arrivals?: ReadonlySet<number>
  /** By exchange, the order that is changed before it, to what its 1C takes or refuses, or given up. */
  changes?: ReadonlyMap<number, { order: number; to: 'good' | 'bad' | 'gone' }>
  /** Of a package with these orders, whether it is lost. */
  isLost?: (exchange: number, given: readonly number[]) => boolean
  /** The exchange after which nothing of all this happens any more. */
  last?: number
}

/** Plays exchanges until nothing is owed: every good order is confirmed then. */
function play({
  orders,
  client = 'all',
  after = 1,
  limit = 5000,
  isLost = () => false,
  last = 0,
  ...one
}: Case) {
  const revisions = new Map(Array.from({ length: orders }, (_, index) => [index + 1, 1]))
  const bad = new Set(one.bad)
  const setAside: number[] = []
  const came = new Map<number, number>()
  let state: QuarantineState = NOTHING_FAILED
  let longestWait = 0
  let exchange = 0
  const idOf = (order: number) => `${order}:${revisions.get(order)}:0`
  for (; revisions.size > 0 || exchange <= last; exchange++) {
    if (exchange > 6 * (orders + last) + 10) throw new Error('the search does not end')
    const change = one.changes?.get(exchange)
    if (change && revisions.has(change.order)) {
      revisions.set(change.order, revisions.get(change.order)! + 1)
      if (change.to === 'gone') revisions.delete(change.order)
      if (change.to === 'bad') bad.add(change.order)
      else bad.delete(change.order)
    }
    if (one.arrivals?.has(exchange)) {
      came.set(1000 + exchange, exchange)
      revisions.set(1000 + exchange, 1)
    }
    state = keepOwed(state, [...revisions.keys()].map(idOf))
    const apart = new Set(idsOf(state))
    const fresh = [...revisions.keys()].filter(order => !apart.has(idOf(order)))
    const planned = planPackage(state, fresh.length > 0, exchange)
    const { plan } = planned
    state = planned.state
    const apartGiven = plan.kind === 'group' ? plan.group.ids.map(orderKeyOf).slice(0, limit) : []
    const given = plan.kind === 'all' || plan.kind === 'fresh' ? fresh : apartGiven
    for (const order of given) {
      longestWait = Math.max(longestWait, exchange - (came.get(order) ?? exchange))
      came.delete(order)
    }
    const refused = client === 'unf' ? bad.has(given.at(-1)!) : given.some(order => bad.has(order))
    const ids = given.map(idOf)
    if (refused || isLost(exchange, given)) {
      const judged = ids.map(id => ({ id, suspicion: 0 }))
      state = learnFromFailure(state, judged, { after, blamesLast: client === 'unf' })
      continue
    }
    const learnt = learnFromSuccess(state, ids)
    state = learnt.state
    const named = learnt.refused.map(({ id }) => orderKeyOf(id))
    for (const order of [...given, ...named]) revisions.delete(order)
    setAside.push(...named)
  }
  return { exchanges: exchange, setAside: setAside.sort((a, b) => a - b), longestWait, bad }
}

const range = (from: number, till: number): number[] =>
  Array.from({ length: till - from + 1 }, (_, index) => from + index)

describe('the search for the orders that a 1C refuses', () => {
  it('ends: bad orders are set aside, good ones are not, and new ones go at once (Q1–Q4)', () => {
    const till = 60
    const exchange = fc.nat(till)
    const change = fc.record({
      order: fc.integer({ min: 1, max: 40 }),
      to: fc.constantFrom('good', 'bad', 'gone'),
    })
    fc.assert(
      fc.property(
        fc.record({
          orders: fc.integer({ min: 1, max: 40 }),
          bad: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
          client: fc.constantFrom('all', 'unf'),
          after: fc.integer({ min: 1, max: 3 }),
          limit: fc.integer({ min: 1, max: 50 }),
          arrivals: fc.array(exchange).map(at => new Set(at)),
          changes: fc.array(fc.tuple(exchange, change), { maxLength: 6 }).map(all => new Map(all)),
        }),
        fc.oneof(
          fc.record({ lost: fc.array(exchange, { maxLength: 15 }) }),
          // An outage: nothing at all is confirmed.
          fc.tuple(exchange, exchange).map(([from, length]) => ({ from, until: from + length })),
        ),
        (one, mishap) => {
          const lostAlone = new Set<number>()
          const isLost = (at: number, given: readonly number[]): boolean => {
            if ('from' in mishap) return at >= mishap.from && at < mishap.until
            // Lost twice alone, it looks like a refusal.
            if (!mishap.lost.includes(at) || (given.length === 1 && lostAlone.has(given[0]!))) return false
            if (given.length === 1) lostAlone.add(given[0]!)
            return true
          }
          const { setAside, longestWait, bad } = play({ ...one, isLost, last: 2 * till })
          const refused = [...bad].filter(order => order <= one.orders).sort((a, b) => a - b)
          if (one.client === 'all') expect(setAside).toEqual(refused)
          else expect(refused).toEqual(expect.arrayContaining(setAside))
          expect(longestWait).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    { orders: 120, bad: [119], most: 17 },
    { orders: 6, bad: range(1, 6), most: 19 },
    { orders: 200, bad: [20, 60, 100, 140, 180], most: 67 },
    { orders: 12, bad: [12], client: 'unf' as const, most: 6 },
  ])('$bad of $orders: are found within $most exchanges (Q2)', ({ most, ...one }) => {
    const { exchanges, setAside } = play(one)
    expect(setAside).toEqual(one.bad)
    expect(exchanges).toBeLessThanOrEqual(most)
  })

  it('gives the same to the session that asks again, or nothing new would ever go', () => {
    const given = ['1:1:0', '2:1:0'].map(id => ({ id, suspicion: 0 }))
    let state = learnFromFailure(NOTHING_FAILED, given, { after: 1, blamesLast: false })
    const kinds = [1, 1, 2, 2, 3].map(sessionId => {
      const planned = planPackage(state, true, sessionId)
      state = planned.state
      return planned.plan.kind
    })
    expect(kinds).toEqual(['fresh', 'fresh', 'group', 'group', 'fresh'])
  })

  it('suspects all again that a version before knew of', () => {
    const search = { suspects: ['1:1:0'], given: ['2:1:0'], isolated: [{ id: '3:1:0' }], proven: true }
    const { groups, proven } = restore({ failures: 0, common: [], search })
    expect([groups, proven]).toEqual([
      [{ ids: ['1:1:0', '2:1:0', '3:1:0'], why: 'suspected', attempts: 0, waits: false }],
      true,
    ])
    expect(restore({})).toEqual(NOTHING_FAILED)
  })
})

describe('orders that were set aside', () => {
  const ids = ['1:1:0', '2:1:0', '3:1:0', '4:1:0']
  const tried = addGroup(NOTHING_FAILED, ids, { why: 'held', proven: true })
  const fail = (state: QuarantineState, given: readonly string[]) =>
    learnFromFailure(
      state,
      given.map(id => ({ id, suspicion: 0 })),
      { after: 2, blamesLast: false },
    )

  it('go back after failing once alone, once anything is confirmed (Q5)', () => {
    const [first, ...others] = ids
    const one = fail(keepOwed(tried, [first!]), [first!])
    expect(learnFromSuccess(one, [])).toEqual({
      state: NOTHING_FAILED,
      refused: [{ id: first, proven: true }],
    })
    expect(keepOwed(tried, others).groups[0]!.ids).toEqual(others)
  })

  it('go together once one of them is taken that failed alone (Q5)', () => {
    const alone = fail(fail(fail(tried, ids), ids.slice(0, 2)), ids.slice(0, 1))
    const { state, refused } = learnFromSuccess(alone, ids.slice(0, 1))
    expect([state.groups.map(group => group.ids), refused]).toEqual([[ids.slice(1).sort()], []])
  })
})
