// The search for the order that a 1C refuses, as pure functions: what is known, what a package's outcome
// adds, what goes next.

/**
 * What is known of packages that a 1C got and did not confirm. Orders have ids of their own here
 * (orderIdSql). Stored as JSON.
 */
export interface QuarantineState {
  /** Failed packages in a row, while no search is running. */
  failures: number
  /** Orders that all of them contain, the least suspicious first. */
  common: string[]
  search?: Search | undefined
}

export interface Search {
  /** As far as is known, at least one of these was refused; the least suspicious first. */
  suspects: string[]
  /** How many suspects, from the first, are sent next. */
  part: number
  /** Orders of failed packages that are not confirmed yet: they are not added to further parts. */
  given: string[]
  /** Each the last suspect of a package. They are sent alone, or not at all. */
  isolated: Isolated[]
  /**
   * What is sent next when no suspects are left: everything but the isolated orders, or the first of these.
   */
  turn: 'rest' | 'alone'
  /** The exchange session that got everything else, and whether that was an empty package. */
  control?: { sessionId: number; empty: boolean } | undefined
  /** Failed packages since the search began, or since an order was quarantined or cleared. */
  failures: number
  /** Whether this 1C confirmed an order since the search began, and whether an empty package. */
  proven: boolean
  confirmsEmpty: boolean
  record: ConfirmationRecord
}

/** How reliably a 1C confirms packages that it loads. */
export interface ConfirmationRecord {
  confirmed: number
  /**
   * Packages that were not confirmed although each of their orders was later: a success was lost, or a
   * download.
   */
  lost: number
}

export interface Isolated {
  id: string
  /** How often it was sent alone in vain, with other packages confirmed before and after. */
  attempts: number
  /** The same, since the last package without it. */
  pending: number
  /** How often it was sent alone in vain, whatever became of other packages. */
  tries: number
  /** How often a package without it was confirmed between such attempts. */
  controls: number
  /**
   * released: a person or a new revision let it go. quarantined: it is tried again; one failure is enough.
   */
  was?: 'released' | 'quarantined'
}

/** An order of a package. */
export interface PackageOrder {
  id: string
  /** The higher, the more suspicious. */
  suspicion: number
}

/** How this 1C processes a package. */
export interface ClientBehavior {
  /** How it confirmed before the present search. */
  record: ConfirmationRecord
  /** Failures in a row that start a search; 0: never. */
  after: number
  /**
   * Which orders of an unconfirmed package are suspects: any of them, or only the last (УНФ confirms the
   * others in any case).
   */
  blames: 'any' | 'last'
}

/** What the next package contains. */
export type Plan =
  /** Everything owed. */
  | { kind: 'all' }
  /** These, and everything else owed except `except`. */
  | { kind: 'part'; ids: string[]; of: number; except: string[] }
  /** Everything owed except `except`; `control`: to see whether this 1C confirms anything. */
  | { kind: 'rest'; except: string[]; control: boolean }
  | { kind: 'alone'; id: string; again: boolean }

/** A refused order. */
export interface Refused {
  id: string
  /** Whether others were confirmed meanwhile, so that this 1C as a whole can't be the cause. */
  proven: boolean
}

export interface Learnt {
  state: QuarantineState
  refused: Refused[]
}

export const NOTHING_FAILED: QuarantineState = { failures: 0, common: [] }

/** What to send next. `hasRest`: whether anything is owed besides the isolated orders. */
export function planPackage({ search }: QuarantineState, hasRest: boolean): Plan {
  if (!search) return { kind: 'all' }
  const { suspects, part, given, isolated, turn } = search
  const except = isolated.map(({ id }) => id)
  if (suspects.length > 0)
    return {
      kind: 'part',
      ids: suspects.slice(0, part),
      of: suspects.length,
      except: [...new Set([...given, ...except])],
    }
  const [next] = isolated
  if (!next) return { kind: 'all' }
  const needsNoControl = next.was !== undefined && next.tries === 0 && !hasRest
  if (turn === 'alone' || needsNoControl)
    return { kind: 'alone', id: next.id, again: next.was === 'quarantined' }
  return { kind: 'rest', except, control: next.tries > 0 || !hasRest }
}

/**
 * The state after a package was sent to the end and this 1C asked again without confirming it. `given`: its
 * orders in order.
 */
export function learnFromFailure(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blames, record }: ClientBehavior,
): Learnt {
  const blamed = blames === 'last' ? given.slice(-1) : given
  const ids = [...blamed].sort((a, b) => a.suspicion - b.suspicion).map(({ id }) => id)
  if (ids.length === 0 || after === 0) return { state, refused: [] }
  const { search } = state
  const tried = given.length === 1 ? search?.isolated.find(({ id }) => id === ids[0]) : undefined
  if (search && tried) return failedAlone(search, tried)
  const all = given.map(({ id }) => id)
  if (search) return { state: stateOf(failedTogether(search, ids, all)), refused: [] }
  const known = new Set(state.common)
  const both = ids.filter(id => known.has(id))
  const common = both.length > 0 ? both : ids
  const failures = state.failures + 1
  if (failures < after) return { state: { failures, common }, refused: [] }
  const begun = { ...newSearch(record), suspects: common, given: all, failures }
  return { state: stateOf(beginWithUnsuspicious(begun, blamed)), refused: [] }
}

/**
 * The first part is everything but the most suspicious orders, where these are few: the guess is usually
 * right.
 */
function beginWithUnsuspicious(search: Search, blamed: readonly PackageOrder[]): Search {
  const next = narrow(search)
  if (next.suspects.length < 3) return next
  const among = blamed.filter(({ id }) => next.suspects.includes(id))
  const most = Math.max(...among.map(({ suspicion }) => suspicion))
  const likely = among.filter(({ suspicion }) => suspicion === most).length
  return likely * 2 > next.suspects.length ? next : { ...next, part: next.suspects.length - likely }
}

function failedTogether(search: Search, ids: string[], all: readonly string[]): Search {
  const blamed = new Set(ids)
  const within = search.suspects.filter(id => blamed.has(id))
  const others = search.suspects.length > 0 ? search.suspects : ids
  return narrow({
    ...discardPending(search),
    failures: search.failures + 1,
    given: [...new Set([...search.given, ...all])],
    // A package that is judged late says nothing about the present suspects.
    suspects: within.length > 0 ? within : others,
  })
}

/** Attempts prove nothing while other packages aren't confirmed either. */
const discardPending = (search: Search): Search => ({
  ...search,
  isolated: search.isolated.map(each => ({ ...each, pending: 0 })),
})

/**
 * Attempts of an order at a 1C that confirms others but never an empty package, so that nothing can serve
 * as the control.
 */
const TRIES_WITHOUT_CONTROL = 6

function failedAlone(search: Search, { pending, tries, ...tried }: Isolated): Learnt {
  const next = { ...tried, pending: pending + 1, tries: tries + 1 }
  const others = search.isolated.filter(({ id }) => id !== tried.id)
  const isCertain =
    search.proven &&
    !search.confirmsEmpty &&
    next.tries >= TRIES_WITHOUT_CONTROL &&
    !mayBeChance(next.tries, pessimistic(search.record, others))
  if (tried.was === 'quarantined' || isCertain) {
    const left = { ...without(search, [tried.id]), failures: 0, turn: 'rest' as const }
    return { state: stateOf(left), refused: [{ id: tried.id, proven: true }] }
  }
  // Once, then twice, in turn: an outage that comes every other time must not always hit the same order.
  const turn = next.pending > next.controls % 2 ? 'rest' : 'alone'
  return { state: stateOf({ ...search, turn, isolated: [next, ...others] }), refused: [] }
}

/**
 * The state after an empty control package was not confirmed: the network fails, or this 1C never confirms
 * empty packages.
 */
export function learnFromMissedControl(state: QuarantineState): QuarantineState {
  if (!state.search) return state
  const { record, confirmsEmpty, ...search } = discardPending(state.search)
  const lost = record.lost + (confirmsEmpty ? 1 : 0)
  return stateOf({ ...search, confirmsEmpty, control: undefined, turn: 'alone', record: { ...record, lost } })
}

/**
 * The state after this 1C confirmed these orders. `control`: the package held everything but the isolated
 * orders, so that it proves the first of them to be refused if that was sent alone often enough. `lost`:
 * how many packages turn out to have been loaded.
 */
export function learnFromSuccess(
  state: QuarantineState,
  ids: readonly string[],
  control = false,
): Learnt & { lost: number } {
  const { search } = state
  if (!search) {
    const confirmed = new Set(ids)
    const lost = state.common.every(id => confirmed.has(id)) ? state.failures : 0
    return { state: NOTHING_FAILED, refused: [], lost }
  }
  const left = without(search, ids)
  const isExplained = left.isolated.length < search.isolated.length || !isGoingOn(left)
  const lost = isExplained ? search.failures + clearedTries(search, left) : 0
  const record = { confirmed: search.record.confirmed + 1, lost: search.record.lost + lost }
  const [first, ...others] = control ? left.isolated.map(countPending) : left.isolated
  const next: Search = {
    ...left,
    record,
    control: control ? undefined : left.control,
    failures: isExplained ? 0 : search.failures,
    proven: search.proven || ids.length > 0,
    confirmsEmpty: search.confirmsEmpty || ids.length === 0,
    isolated: first ? [first, ...others] : [],
    turn: control ? 'alone' : 'rest',
  }
  if (!first || !control || !isProven(first.attempts, pessimistic(record, others)))
    return { state: stateOf(narrow(next)), refused: [], lost }
  return {
    state: stateOf(narrow({ ...without(next, [first.id]), failures: 0 })),
    refused: [{ id: first.id, proven: next.proven }],
    lost,
  }
}

function clearedTries(before: Search, after: Search): number {
  const left = new Set(after.isolated.map(({ id }) => id))
  return before.isolated.filter(({ id }) => !left.has(id)).reduce((sum, { tries }) => sum + tries, 0)
}

const countPending = (each: Isolated): Isolated => ({
  ...each,
  pending: 0,
  attempts: each.attempts + each.pending,
  controls: each.controls + (each.pending > 0 ? 1 : 0),
})

/**
 * The state without orders that are no longer owed in this revision: changed, held, or no longer matching
 * the rules.
 */
export function forgetOrders(state: QuarantineState, ids: readonly string[]): QuarantineState {
  if (ids.length === 0) return state
  if (state.search) return stateOf(narrow(without(state.search, ids)))
  return { ...state, common: state.common.filter(id => !ids.includes(id)) }
}

/** The state with orders that are to be sent again, alone. */
export function addRetries(
  state: QuarantineState,
  ids: readonly string[],
  was: 'released' | 'quarantined',
  record: ConfirmationRecord,
): QuarantineState {
  const known = new Set(state.search?.isolated.map(({ id }) => id))
  const fresh = ids.filter(id => !known.has(id))
  if (fresh.length === 0) return state
  // It has confirmed others since, or the order would not be tried again.
  const search = state.search ?? { ...newSearch(record), proven: true }
  return stateOf({ ...search, isolated: [...search.isolated, ...fresh.map(id => ({ ...isolate(id), was }))] })
}

function newSearch(record: ConfirmationRecord): Search {
  return {
    suspects: [],
    part: 0,
    given: [],
    isolated: [],
    turn: 'rest',
    failures: 0,
    proven: false,
    confirmsEmpty: false,
    record,
  }
}

const isolate = (id: string): Isolated => ({ id, attempts: 0, pending: 0, tries: 0, controls: 0 })

/** A last suspect is isolated; then everything else goes before it is tried alone. */
function narrow(search: Search): Search {
  const { suspects, isolated } = search
  if (suspects.length !== 1) return { ...search, part: Math.ceil(suspects.length / 2) }
  const id = suspects[0]!
  const known = isolated.some(each => each.id === id)
  return {
    ...search,
    suspects: [],
    part: 0,
    turn: 'rest',
    isolated: known ? isolated : [...isolated, isolate(id)],
  }
}

function without(search: Search, ids: readonly string[]): Search {
  const gone = new Set(ids)
  return {
    ...search,
    suspects: search.suspects.filter(id => !gone.has(id)),
    given: search.given.filter(id => !gone.has(id)),
    isolated: search.isolated.filter(({ id }) => !gone.has(id)),
  }
}

/** Orders of failed packages may still hold a refused one, although no one is suspected just now. */
const isGoingOn = ({ suspects, given, isolated }: Search): boolean =>
  suspects.length + given.length + isolated.length > 0

const stateOf = (search: Search): QuarantineState => ({
  ...NOTHING_FAILED,
  search: isGoingOn(search) ? search : undefined,
})

/** An order may be quarantined wrongly once in so many cases. */
const WRONG_ONCE_IN = 2000
/** As long as nothing is known of a 1C, it is assumed to lose one success in so many. */
const ASSUMED_LOSS_ONCE_IN = 20
const MIN_ATTEMPTS_ALONE = 3
/**
 * Losses come in bursts, so each counts this many times; so does each other suspect, most of which are
 * unconfirmed by chance.
 */
const LOSS_WEIGHT = 3

/**
 * Whether an order that 1C accepts could plausibly stay unconfirmed `alone` times in a row, each time
 * because a success got lost. The chance of one loss follows from the record by the rule of succession,
 * with a beta prior of 1 to `ASSUMED_LOSS_ONCE_IN`.
 */
export function mayBeChance(alone: number, { confirmed, lost }: ConfirmationRecord): boolean {
  let chance = 1
  for (let turn = 0; turn < alone; turn++)
    chance *= (lost + 1 + turn) / (confirmed + lost + 1 + ASSUMED_LOSS_ONCE_IN + turn)
  return chance * WRONG_ONCE_IN > 1
}

function isProven(alone: number, record: ConfirmationRecord): boolean {
  return alone >= MIN_ATTEMPTS_ALONE && !mayBeChance(alone, record)
}

function pessimistic(
  { confirmed, lost }: ConfirmationRecord,
  others: readonly Isolated[],
): ConfirmationRecord {
  return { confirmed, lost: LOSS_WEIGHT * (lost + others.filter(({ was }) => was !== 'quarantined').length) }
}
