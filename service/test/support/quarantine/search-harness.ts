import {
  addRetries,
  type ClientBehavior,
  idsOf,
  isControl,
  learnFromFailure,
  learnFromMissedControl,
  learnFromSuccess,
  NOTHING_FAILED,
  noteGiven,
  type PackageOrder,
  type Plan,
  planPackage,
  type QuarantineState,
  type Refused,
} from '../../../src/outbox/quarantine/search.js'

/**
 * How a client loads a package. bp: one by one, up to the first order that it refuses. ut, rt, bitrix: all or none. unf: all that it
 * can, and only the last order decides whether it confirms.
 */
export type Behavior = 'bp' | 'ut' | 'unf'

/** What may go wrong in an exchange. lost: the success. broken: the download, without 1C noticing. */
export type Mishap = 'none' | 'lost' | 'broken'

export interface SearchCase {
  orders: number
  culprits: readonly number[]
  behavior?: Behavior
  after?: number
  /** By order; 0 for all if absent. */
  suspicion?: (order: number) => number
  /** What goes wrong in which exchange since the first. */
  mishap?: (exchange: number) => Mishap
  /** New orders before each exchange, all good. */
  arrivals?: number
  limit?: number
  /** After how many exchanges a quarantined order is tried again; good ones are waited for then. */
  retryAfter?: number
  /** The exchange after which the simulation ends, however far the search is. */
  until?: number
}

export interface Outcome {
  /** Exchanges since the search began, until all good orders of the beginning were confirmed. */
  untilConfirmed: number
  /** Exchanges since the search began, until nothing was left to be searched for; -1: that never came. */
  untilFound: number
  refused: (Refused & { order: number })[]
  /** How often an order was given again after its success. */
  afterSuccess: number
  /** How often a document that this 1C had already was loaded again. */
  repeats: number
  plans: Plan['kind'][]
  /** The most exchanges that an order which arrived in the search had to wait. */
  longestWait: number
  /** Packages of the search that held both what it knew of and what it did not. */
  mixed: number
}

/** Loses successes and downloads at random, alike for the same seed; the first two successes always, or nothing would be searched for. */
export function randomMishaps(share: number, seed: number): (exchange: number) => Mishap {
  let state = BigInt(seed)
  const draw = (): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return Number(state >> 33n) / 2 ** 31
  }
  for (let turn = 0; turn < 4; turn++) draw()
  return exchange => {
    if (exchange < 2) return 'lost'
    if (draw() >= share) return 'none'
    return draw() < 0.5 ? 'lost' : 'broken'
  }
}

/** Plays the exchanges of a 1C that refuses some orders. */
export function runSearch(search: SearchCase): Outcome {
  const { orders, behavior = 'bp', after = 2, suspicion = () => 0, mishap = () => 'none' } = search
  const { arrivals = 0, limit = 5000, retryAfter } = search
  const culprits = new Set(search.culprits)
  const habits: ClientBehavior = { after, blames: behavior === 'unf' ? 'last' : 'any' }
  const owed = new Set<number>(Array.from({ length: orders }, (_, index) => index + 1))
  const loaded = new Set<number>()
  /** Quarantined orders, with the exchange of the next attempt. */
  const held = new Map<number, number>()
  const outcome: Outcome = {
    untilConfirmed: -1,
    untilFound: -1,
    refused: [],
    afterSuccess: 0,
    repeats: 0,
    plans: [],
    longestWait: 0,
    mixed: 0,
  }
  const cameAt = new Map<number, number>()
  let state: QuarantineState = NOTHING_FAILED
  let good = orders - culprits.size
  let next = orders
  let began = -1
  for (let exchange = 0; ; exchange++) {
    if (exchange === search.until) return outcome
    if (exchange > 20 * (orders + 50)) throw new Error('the search does not end')
    if (state.search && began < 0) began = exchange
    for (let count = 0; count < arrivals; count++) {
      owed.add(++next)
      if (began >= 0) cameAt.set(next, exchange)
    }
    if (began >= 0 && good === 0 && outcome.untilConfirmed < 0) outcome.untilConfirmed = exchange - began
    const isWaitedFor = retryAfter !== undefined && [...held.keys()].some(order => !culprits.has(order))
    if (began >= 0 && !state.search && !isWaitedFor) {
      outcome.untilFound = exchange - began
      return outcome
    }
    for (const [order, at] of held)
      if (at <= exchange) {
        held.delete(order)
        owed.add(order)
        state = addRetries(state, [String(order)], 'quarantined')
      }
    const known = new Set(state.search && idsOf(state))
    const hasFresh = [...owed].some(order => !known.has(String(order)))
    const plan = planPackage(state, hasFresh, exchange)
    state = noteGiven(state, plan, exchange)
    outcome.plans.push(plan.kind)
    const given = packageOf(plan, owed, limit)
    const ofSearch = given.filter(order => known.has(String(order))).length
    if (ofSearch > 0 && ofSearch < given.length) outcome.mixed++
    outcome.afterSuccess += given.filter(order => !owed.has(order)).length
    const refused =
      behavior === 'unf' ? culprits.has(given.at(-1)!) : given.some(order => culprits.has(order))
    const accident = mishap(exchange)
    if (accident !== 'broken') load(given)
    if (given.length === 0 && accident !== 'none') state = learnFromMissedControl(state)
    else if (refused || accident !== 'none') {
      const learnt = learnFromFailure(
        state,
        given.map((order): PackageOrder => ({ id: String(order), suspicion: suspicion(order) })),
        habits,
      )
      state = learnt.state
      quarantine(learnt.refused, exchange)
    } else {
      const learnt = learnFromSuccess(state, given.map(String), isControl(state, exchange))
      state = learnt.state
      quarantine(learnt.refused, exchange)
      for (const order of given) {
        if (owed.delete(order) && order <= orders && !culprits.has(order)) good--
        outcome.longestWait = Math.max(outcome.longestWait, exchange - (cameAt.get(order) ?? exchange))
      }
    }
  }

  function quarantine(found: readonly Refused[], at: number): void {
    for (const each of found) {
      const order = Number(each.id)
      outcome.refused.push({ ...each, order })
      owed.delete(order)
      if (retryAfter !== undefined) held.set(order, at + retryAfter)
    }
  }

  function load(given: readonly number[]): void {
    const taken = behavior === 'ut' && given.some(order => culprits.has(order)) ? [] : given
    for (const order of taken) {
      if (culprits.has(order)) {
        if (behavior === 'bp') return
        continue
      }
      if (loaded.has(order)) outcome.repeats++
      loaded.add(order)
    }
  }
}

function packageOf(plan: Plan, owed: ReadonlySet<number>, limit: number): number[] {
  const all = [...owed].sort((a, b) => a - b)
  if (plan.kind === 'empty') return []
  if (plan.kind !== 'all' && plan.kind !== 'fresh') return plan.ids.map(Number).slice(0, limit)
  const except = new Set(plan.kind === 'fresh' ? plan.except : [])
  return all.filter(order => !except.has(String(order))).slice(0, limit)
}
