import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Behavior,
  type Mishap,
  randomMishaps,
  runSearch,
} from '../../../test/support/quarantine/search-harness.js'
import {
  addRetries,
  forgetOrders,
  learnFromFailure,
  learnFromSuccess,
  NOTHING_FAILED,
  noteGiven,
  planPackage,
  type QuarantineState,
  restore,
} from './search.js'

const depth = (orders: number): number => Math.ceil(Math.log2(orders))
const BEHAVIOURS: Behavior[] = ['bp', 'ut', 'unf']
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const set = (orders: readonly { order: number }[]): number[] =>
  orders.map(({ order }) => order).sort((a, b) => a - b)
const culpritsOf = (places: readonly number[], orders: number): number[] =>
  [...new Set(places.map(place => (place % orders) + 1))].sort((a, b) => a - b)

describe('the search for the order that a 1C refuses', () => {
  it.each<Behavior>(['bp', 'ut'])(
    'finds one at every place of n, and confirms all others within ⌈log₂ n⌉ + 2 exchanges: %s (Q2)',
    behavior => {
      for (const orders of [...range(20), 64, 65])
        for (const culprit of range(orders)) {
          const outcome = runSearch({ orders, culprits: [culprit], behavior })
          expect(set(outcome.refused), `${culprit} of ${orders}`).toEqual([culprit])
          expect(outcome.untilConfirmed, `${culprit} of ${orders}`).toBeLessThanOrEqual(depth(orders) + 2)
        }
    },
  )

  it('finds one of 5,000, wherever it is (Q2)', () => {
    for (const culprit of [...range(10).map(place => place * 500 - 60), 1, 2499, 2500, 2501, 5000]) {
      const outcome = runSearch({ orders: 5000, culprits: [culprit], behavior: 'ut' })
      expect(set(outcome.refused)).toEqual([culprit])
      expect(outcome.untilConfirmed).toBeLessThanOrEqual(depth(5000) + 2)
    }
  })

  it('of УНФ is the last of its package: all others are confirmed at once (Q2)', () => {
    for (const orders of [1, 2, 3, 12, 500]) {
      const outcome = runSearch({ orders, culprits: [orders], behavior: 'unf' })
      expect(set(outcome.refused)).toEqual([orders])
      expect(outcome.untilConfirmed).toBeLessThanOrEqual(1)
    }
  })

  it('finds several within k × (⌈log₂ n⌉ + 8) + 2 exchanges (Q2)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Behavior>('bp', 'ut'),
        fc.integer({ min: 2, max: 400 }),
        fc.array(fc.nat(), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        (behavior, orders, places, risky) => {
          const culprits = culpritsOf(places, orders)
          fc.pre(culprits.length < Math.max(3, orders))
          const suspicion = (order: number): number => (risky ? order % 3 : 0)
          const outcome = runSearch({ orders, culprits, behavior, suspicion })
          expect(set(outcome.refused)).toEqual(culprits)
          expect(outcome.untilConfirmed).toBeLessThanOrEqual(culprits.length * (depth(orders) + 8) + 2)
        },
      ),
      { numRuns: 150 },
    )
    for (const culprits of [[1, 5000], [2500, 2501], [17, 900, 4999], range(6)]) {
      const outcome = runSearch({ orders: 5000, culprits })
      expect(set(outcome.refused)).toEqual(culprits)
      expect(outcome.untilConfirmed).toBeLessThanOrEqual(culprits.length * (depth(5000) + 8) + 2)
    }
  })

  it('quarantines it six exchanges after all others are confirmed, if no success is lost (Q3)', () => {
    for (const behavior of ['bp', 'ut'] as const)
      for (const orders of [2, 3, 12, 40])
        for (const culprit of range(orders)) {
          const outcome = runSearch({ orders, culprits: [culprit], behavior })
          expect(set(outcome.refused)).toEqual([culprit])
          const after = outcome.untilFound - outcome.untilConfirmed
          expect(after, `${culprit} of ${orders}`).toBeLessThanOrEqual(6)
        }
    // Alone from the beginning: whether its 1C confirms at all is asked first.
    expect(runSearch({ orders: 1, culprits: [1] }).untilFound).toBe(6)
  })

  it('brings all good orders in bounded time, none again after its success (Q2–Q4)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Behavior>('bp', 'ut'),
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.integer({ min: 3, max: 9 }), { maxLength: 10 }),
        (behavior, orders, places, arrivals, lost) => {
          const culprits = culpritsOf(places, orders)
          fc.pre(culprits.length < Math.max(3, orders))
          const at = new Set<number>()
          let exchange = 1
          for (const after of lost) {
            exchange += after
            at.add(exchange)
          }
          const mishap = (now: number): Mishap => (at.has(now) ? 'lost' : 'none')
          const outcome = runSearch({ orders, culprits, behavior, arrivals, mishap })
          expect(set(outcome.refused)).toEqual(culprits)
          expect(outcome.afterSuccess).toBe(0)
          const each = (culprits.length + lost.length) * (depth(orders) + 10) + 4
          const bound = arrivals > 0 ? 2 * each : each
          expect(outcome.untilConfirmed).toBeLessThanOrEqual(bound)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('suspects changed and risky orders first: one of few is found in one exchange (Q2)', () => {
    const outcome = runSearch({ orders: 1000, culprits: [700], suspicion: order => (order === 700 ? 3 : 0) })
    expect(outcome.untilConfirmed).toBe(1)
    const misled = runSearch({ orders: 1000, culprits: [1], suspicion: order => (order === 700 ? 3 : 0) })
    expect(misled.untilConfirmed).toBeLessThanOrEqual(depth(1000) + 2)
  })

  it.each([
    { count: 1, good: 16, found: 24 },
    { count: 5, good: 110, found: 118 },
    { count: 40, good: 887, found: 895 },
  ])('$count of 200: a new order goes apart from them, after one exchange at most (Q4)', bounds => {
    for (const behavior of ['bp', 'ut'] as const) {
      const culprits = range(bounds.count).map(n => Math.floor(((n - 0.5) * 200) / bounds.count) + 1)
      const outcome = runSearch({ orders: 200, culprits, behavior, arrivals: 1 })
      expect(set(outcome.refused)).toEqual(culprits)
      expect(outcome.longestWait).toBeLessThanOrEqual(1)
      expect(outcome.mixed).toBe(0)
      expect(outcome.untilConfirmed).toBeLessThanOrEqual(bounds.good)
      expect(outcome.untilFound).toBeLessThanOrEqual(bounds.found)
    }
  })
})

describe('a lost success or a broken download', () => {
  it('never makes a culprit of a good order, whenever it happens now and then (Q3)', () => {
    const mishap = fc.constantFrom<Mishap>('lost', 'broken')
    fc.assert(
      fc.property(
        fc.constantFrom(...BEHAVIOURS),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        fc.array(fc.record({ after: fc.integer({ min: 2, max: 7 }), what: mishap }), { maxLength: 40 }),
        (behavior, orders, places, mishaps) => {
          const culprits = culpritsOf(places, orders)
          fc.pre(culprits.length < Math.max(3, orders))
          const at = new Map<number, Mishap>()
          // It begins with two of them in a row, or no search would start.
          let exchange = 1
          for (const { after, what } of mishaps) {
            exchange += after
            at.set(exchange, what)
          }
          const chance = (now: number): Mishap => (now < 2 ? 'lost' : (at.get(now) ?? 'none'))
          const outcome = runSearch({ orders, culprits, behavior, mishap: chance })
          const found = set(outcome.refused)
          expect(found.filter(order => !culprits.includes(order))).toEqual([])
          if (behavior !== 'unf') expect(found).toEqual(culprits)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never makes a culprit when every other exchange fails, or the net is away (Q3)', () => {
    for (const orders of [1, 2, 6, 30]) {
      const mishap = (now: number): Mishap => (now < 2 || now % 2 === 0 ? 'lost' : 'none')
      expect(runSearch({ orders, culprits: [], mishap }).refused).toEqual([])
    }
    for (const [from, till] of [
      [0, 15],
      [4, 12],
      [5, 7],
      [6, 30],
      [0, 60],
    ] as const) {
      const outcome = runSearch({
        orders: 12,
        culprits: [],
        mishap: now => (now < 2 || (now >= from && now < till) ? 'lost' : 'none'),
      })
      expect(outcome.refused).toEqual([])
    }
  })

  // The seeds are fixed. What may be wrong in so many searches is what the README of this room says.
  it.each([
    { share: 0.05, wrong: 0 },
    { share: 0.2, wrong: 4 },
    { share: 0.5, wrong: 112 },
  ])('at random, $share of all: every culprit is found, every good order confirmed (Q3)', trial => {
    const { share, wrong } = trial
    let named = 0
    for (let seed = 1; seed <= 1500; seed++) {
      const orders = 1 + (seed % 25)
      const culprits = range(orders).filter(order => (order + seed) % 23 === 0)
      const outcome = runSearch({
        orders,
        culprits,
        retryAfter: 12,
        mishap: randomMishaps(share, seed),
        behavior: seed % 2 === 0 ? 'bp' : 'ut',
      })
      const found = set(outcome.refused)
      expect(found, `seed ${seed}`).toEqual(expect.arrayContaining(culprits))
      expect(outcome.untilConfirmed, `seed ${seed}`).toBeGreaterThanOrEqual(0)
      if (found.some(order => !culprits.includes(order))) named++
    }
    expect(named).toBeLessThanOrEqual(wrong)
  })

  it('of every success makes no culprit at all (Q3)', () => {
    for (const orders of [1, 2, 12]) {
      const outcome = runSearch({
        orders,
        culprits: [],
        until: 1000,
        mishap: () => 'lost',
      })
      expect(outcome.refused).toEqual([])
    }
  })

  it('is known late: a success that comes after the search began ends it', () => {
    const given = range(8).map(order => ({ id: String(order), suspicion: 0 }))
    const habits = { after: 2, blames: 'any' } as const
    const { state } = learnFromFailure(learnFromFailure(NOTHING_FAILED, given, habits).state, given, habits)
    expect(state.search).toBeDefined()
    const ids = given.map(({ id }) => id)
    expect(learnFromSuccess(state, ids)).toEqual({ state: NOTHING_FAILED, refused: [] })
  })
})

describe('a 1C that takes nothing at all', () => {
  it('has no order quarantined as surely refused (Q3)', () => {
    const outcome = runSearch({ orders: 2, culprits: [1, 2] })
    expect(outcome.refused.map(({ proven }) => proven)).toEqual([false, false])
    expect(outcome.plans.filter(kind => kind === 'alone').length).toBeGreaterThanOrEqual(4)
  })

  it('of three or more has none quarantined, and gets all of them once it takes any (Q3)', () => {
    for (const orders of [3, 4, 8, 12]) {
      expect(runSearch({ orders, culprits: range(orders), until: 200 }).refused).toEqual([])
      const mishap = (now: number): Mishap => (now < 200 ? 'lost' : 'none')
      const { refused, untilConfirmed } = runSearch({ orders, culprits: [], mishap })
      expect(refused).toEqual([])
      expect(untilConfirmed).toBeLessThanOrEqual(200 + 4)
    }
  })

  it('but one order has the others quarantined after that, as surely refused (Q3)', () => {
    for (const good of range(8)) {
      const culprits = range(8).filter(order => order !== good)
      const outcome = runSearch({ orders: 8, culprits, behavior: 'ut' })
      expect(set(outcome.refused)).toEqual(culprits)
      expect(outcome.refused.every(({ proven }) => proven)).toBe(true)
    }
  })
})

describe('an order that was quarantined', () => {
  const again = () => addRetries(NOTHING_FAILED, ['7'], 'quarantined')
  const alone = [{ id: '7', suspicion: 0 }]
  const habits = { after: 2, blames: 'any' } as const

  /** What goes next, given at once to a new session of its 1C. */
  let session = 0
  const give = (state: QuarantineState, hasFresh: boolean) => {
    const plan = planPackage(state, hasFresh, ++session)
    return { plan, state: noteGiven(state, plan, session) }
  }

  it('is tried again alone, after whatever else is owed', () => {
    const first = give(again(), true)
    expect(first.plan).toEqual({ kind: 'fresh', except: ['7'] })
    const second = give(learnFromSuccess(first.state, ['8'], true).state, true)
    expect(second.plan).toMatchObject({ kind: 'alone', ids: ['7'], again: true })
    expect(give(second.state, true).plan.kind).toBe('fresh')
    expect(give(again(), false).plan).toMatchObject({ kind: 'alone', ids: ['7'], again: true })
  })

  it('gets the same again in the session that asked again, or nothing new would ever go', () => {
    const { plan, state } = give(again(), true)
    expect(planPackage(state, true, session)).toEqual(plan)
  })

  it('goes back after one failure if unchanged, in a new revision after three (Q5)', () => {
    expect(learnFromFailure(again(), alone, habits)).toEqual({
      state: NOTHING_FAILED,
      refused: [{ id: '7', proven: true }],
    })
    let state = addRetries(NOTHING_FAILED, ['7'], 'released')
    const turns: string[] = []
    for (let found = false; !found; ) {
      const given = give(state, false)
      turns.push(given.plan.kind)
      const learnt =
        given.plan.kind === 'alone'
          ? learnFromFailure(given.state, alone, habits)
          : learnFromSuccess(given.state, [], true)
      if (given.plan.kind === 'alone') expect(learnt.refused).toEqual([])
      else found = learnt.refused.length > 0
      state = learnt.state
    }
    expect(turns.join(' ')).toBe('alone empty alone alone empty')
    expect(state).toEqual(NOTHING_FAILED)
  })

  it.each([
    ['all of which 1C takes now', [], 4],
    ['one of which it still refuses', ['23'], 30],
  ])('of forty, %s: the others go together once one is taken (Q5)', (_, refused, most) => {
    const left = new Set(range(40).map(String))
    let state = addRetries(NOTHING_FAILED, [...left], 'quarantined')
    let exchanges = 0
    let wasFresh = false
    for (let fresh = 1000; state.search; fresh++) {
      // A new order comes before each exchange.
      const given = give(state, true)
      expect(wasFresh || given.plan.kind === 'fresh').toBe(true)
      wasFresh = given.plan.kind === 'fresh'
      const ids = 'ids' in given.plan ? given.plan.ids : [String(fresh)]
      const failed = ids.some(id => refused.includes(id))
      const orders = ids.map(id => ({ id, suspicion: 0 }))
      const learnt = failed
        ? learnFromFailure(given.state, orders, habits)
        : learnFromSuccess(given.state, ids, given.plan.kind !== 'alone')
      if (!failed) for (const id of ids) left.delete(id)
      expect(learnt.refused.every(({ id }) => refused.includes(id))).toBe(true)
      state = learnt.state
      expect(++exchanges).toBeLessThanOrEqual(most)
    }
    expect([...left]).toEqual(refused)
  })

  it('found alone, is proven to be refused before the search goes on, once 1C took any other (Q3)', () => {
    const culprits = range(40)
    const outcome = runSearch({ orders: 40, culprits, behavior: 'bp', arrivals: 1, until: 30 })
    expect(outcome.refused.length).toBeGreaterThan(0)
  })

  it('that a version before searched for is searched for anew', () => {
    const search = { suspects: ['1'], part: 1, given: ['1', '2'], isolated: [], turn: 'rest', proven: true }
    const state = restore({ failures: 0, common: [], search } as unknown as QuarantineState)
    expect(give(state, false).plan).toMatchObject({ kind: 'given', ids: ['1', '2'] })
    const { state: begun } = give(state, false)
    expect(restore(begun)).toEqual(begun)
  })

  it('is searched for no more once it is changed or confirmed', () => {
    expect(learnFromSuccess(again(), ['7']).state).toEqual(NOTHING_FAILED)
    expect(forgetOrders(again(), ['7'])).toEqual(NOTHING_FAILED)
  })
})
