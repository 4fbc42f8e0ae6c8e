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
  planPackage,
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

  it('finds several within k × (⌈log₂ n⌉ + 1) + 2 exchanges (Q2)', () => {
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
          expect(outcome.untilConfirmed).toBeLessThanOrEqual(culprits.length * (depth(orders) + 1) + 2)
        },
      ),
      { numRuns: 150 },
    )
    for (const culprits of [[1, 5000], [2500, 2501], [17, 900, 4999], range(6)]) {
      const outcome = runSearch({ orders: 5000, culprits })
      expect(set(outcome.refused)).toEqual(culprits)
      expect(outcome.untilConfirmed).toBeLessThanOrEqual(culprits.length * (depth(5000) + 1) + 2)
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
          const bound = (culprits.length + lost.length) * (depth(orders + 200) + 8) + 4
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

  it('lets new orders flow with each part, and none waits for its end (Q4)', () => {
    for (const behavior of ['bp', 'ut'] as const)
      for (const culprit of [1, 40, 64]) {
        const outcome = runSearch({ orders: 64, culprits: [culprit], behavior, arrivals: 3 })
        expect(set(outcome.refused)).toEqual([culprit])
        expect(outcome.untilConfirmed).toBeLessThanOrEqual(depth(64) + 2)
        // Two exchanges before the search, two in which its result is tried alone.
        expect(outcome.longestWait).toBeLessThanOrEqual(depth(64) + 4)
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
    { share: 0.2, wrong: 1 },
    { share: 0.5, wrong: 80 },
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

  it('is tried again alone, after whatever else is owed', () => {
    expect(planPackage(again(), true)).toEqual({ kind: 'rest', except: ['7'], control: false })
    expect(planPackage(learnFromSuccess(again(), ['8'], true).state, true)).toMatchObject({
      kind: 'alone',
      ids: ['7'],
    })
    expect(planPackage(again(), false)).toMatchObject({ kind: 'alone', ids: ['7'], again: true })
  })

  it('goes back after one failure if unchanged, in a new revision after three (Q5)', () => {
    expect(learnFromFailure(again(), alone, habits)).toEqual({
      state: NOTHING_FAILED,
      refused: [{ id: '7', proven: true }],
    })
    let state = addRetries(NOTHING_FAILED, ['7'], 'released')
    const turns: string[] = []
    for (let found = false; !found; ) {
      const plan = planPackage(state, false)
      turns.push(plan.kind)
      const learnt =
        plan.kind === 'alone'
          ? learnFromFailure(state, alone, habits)
          : learnFromSuccess(state, ['8'], plan.kind === 'rest' && plan.control)
      if (plan.kind === 'alone') expect(learnt.refused).toEqual([])
      else found = learnt.refused.length > 0
      state = learnt.state
    }
    expect(turns.join(' ')).toBe('alone rest alone alone rest')
    expect(state).toEqual(NOTHING_FAILED)
  })

  it.each([
    ['all of which 1C takes now', [], 4],
    ['one of which it still refuses', ['23'], 16],
  ])('of forty, %s: those go in few packages, and new orders before each', (_, refused, most) => {
    const retries = range(40).map(String)
    const left = new Set(retries)
    let state = addRetries(NOTHING_FAILED, retries, 'quarantined')
    let packages = 0
    let wasAlone = false
    for (let fresh = 1000; left.size > 0; fresh++) {
      // A new order comes before each exchange.
      const plan = planPackage(state, true)
      expect(plan.kind === 'alone' && wasAlone).toBe(false)
      wasAlone = plan.kind === 'alone'
      if (plan.kind !== 'alone') {
        state = learnFromSuccess(state, [String(fresh)], true).state
        continue
      }
      packages++
      const failed = plan.ids.some(id => refused.includes(id))
      const given = plan.ids.map(id => ({ id, suspicion: 0 }))
      const learnt = failed ? learnFromFailure(state, given, habits) : learnFromSuccess(state, plan.ids)
      for (const id of failed ? learnt.refused.map(each => each.id) : plan.ids) left.delete(id)
      expect(learnt.refused.map(({ id }) => id)).toEqual(failed && plan.ids.length === 1 ? refused : [])
      state = learnt.state
    }
    expect(packages).toBeLessThanOrEqual(most)
    expect(state).toEqual(NOTHING_FAILED)
  })

  it('is searched for no more once it is changed or confirmed', () => {
    expect(learnFromSuccess(again(), ['7']).state).toEqual(NOTHING_FAILED)
    expect(forgetOrders(again(), ['7'])).toEqual(NOTHING_FAILED)
  })
})
