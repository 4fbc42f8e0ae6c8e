// The search for the order that a 1C refuses, as pure functions: what is known, what a package's outcome
// adds, what goes next. Orders have ids of their own here (orderIdSql).

/** What is known of packages that a 1C got and did not confirm; stored as JSON. */
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
  /** What is sent once no suspects are left: everything but the isolated orders, or the first of these. */
  turn: 'rest' | 'alone'
  /** How many orders that are tried again go together; grows as they are confirmed. 1 if absent. */
  together?: number
  /** The exchange session that got everything else, and whether that was an empty package. */
  control?: { sessionId: number; empty: boolean } | undefined
  /** Whether this 1C confirmed an order since the search began, and whether an empty package. */
  proven: boolean
  confirmsEmpty: boolean
}

export interface Isolated {
  id: string
  /** How often it was sent alone in vain, with other packages confirmed before and after. */
  attempts: number
  /** The same since the last package of others. */
  pending: number
  /** How often it was sent alone in vain, whatever became of other packages. */
  tries: number
  /** released: by a person or a new revision. quarantined: it is tried again; one failure is enough. */
  was?: 'released' | 'quarantined'
}

export interface PackageOrder {
  id: string
  suspicion: number
}

export interface ClientBehavior {
  /** Failures in a row that start a search; 0: never. */
  after: number
  /** Which orders of a failed package are suspects: of УНФ, which confirms the others, only the last. */
  blames: 'any' | 'last'
}

export type Plan =
  | { kind: 'all' }
  /** These, and everything else owed except `except`. */
  | { kind: 'part'; ids: string[]; of: number; except: string[] }
  /** Everything owed except `except`; `control`: to see whether this 1C confirms anything. */
  | { kind: 'rest'; except: string[]; control: boolean }
  /** An isolated order, several that are tried again once this 1C took another, or all where it takes none. */
  | { kind: 'alone'; ids: string[]; again: boolean }

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

const NEW_SEARCH: Search = {
  suspects: [],
  part: 0,
  given: [],
  isolated: [],
  turn: 'rest',
  proven: false,
  confirmsEmpty: false,
}

/** What to send next. `hasRest`: whether anything is owed besides the isolated orders. */
export function planPackage({ search }: QuarantineState, hasRest: boolean): Plan {
  const { suspects, part, given, isolated, turn, together = 1 } = search ?? NEW_SEARCH
  const except = isolated.map(({ id }) => id)
  const ids = suspects.slice(0, part)
  if (ids.length > 0)
    return { kind: 'part', ids, of: suspects.length, except: [...new Set([...given, ...except])] }
  const [next] = isolated
  if (!next) return { kind: 'all' }
  if (turn === 'alone' || (isNewRetry(next) && !hasRest)) {
    const tried = isNewRetry(next) ? isolated.filter(isNewRetry).slice(0, together) : [next]
    return {
      kind: 'alone',
      ids: tried.map(({ id }) => id),
      again: tried.length > 1 || next.was === 'quarantined',
    }
  }
  if (search && takesNone(search) && !hasRest) return { kind: 'alone', ids: except, again: false }
  return { kind: 'rest', except, control: next.tries > 0 || !hasRest }
}

/** So many orders one after another, each given in vain without the others, tell of 1C and not of orders. */
export const NONE_TAKEN = 3

/**
 * This 1C has confirmed no order since the search began, although most were given without each other: none is
 * named. All go together, in turn with one alone, until it takes any.
 */
const takesNone = ({ proven, suspects, isolated }: Search): boolean =>
  !proven && suspects.length === 0 && isolated.filter(({ was }) => was === undefined).length >= NONE_TAKEN

/** An order that is tried again and has not failed since. */
const isNewRetry = ({ was, tries }: Isolated): boolean => was !== undefined && tries === 0

/** This 1C got these orders to the end, in this order, and asked again without confirming them. */
export function learnFromFailure(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blames }: ClientBehavior,
): Learnt {
  const blamed = blames === 'last' ? given.slice(-1) : given
  const ids = [...blamed].sort((a, b) => a.suspicion - b.suspicion).map(({ id }) => id)
  if (ids.length === 0) return { state, refused: [] }
  const { search } = state
  const alone = given.length === 1 ? search?.isolated.find(({ id }) => id === ids[0]) : undefined
  if (search && alone) return failedAlone(search, alone)
  const all = given.map(({ id }) => id)
  if (search && all.every(id => search.isolated.some(each => each.id === id))) {
    const together = Math.ceil(all.length / 2)
    const turn = takesNone(search) ? 'alone' : 'rest'
    return { state: stateOf({ ...discardPending(search), together, turn }), refused: [] }
  }
  if (after === 0) return { state, refused: [] }
  if (search) return { state: stateOf(failedTogether(search, ids, all)), refused: [] }
  const common = intersection(ids, state.common)
  const failures = state.failures + 1
  if (failures < after) return { state: { failures, common }, refused: [] }
  const begun = narrow({ ...NEW_SEARCH, suspects: common, given: all })
  return { state: stateOf(beginWithUnsuspicious(begun, blamed)), refused: [] }
}

/** The ids that are also among `others`, or all of them: a package judged late says nothing of these. */
function intersection(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  const both = ids.filter(id => known.has(id))
  return both.length > 0 ? both : [...ids]
}

/** The first part is all but the most suspicious orders, where these are few: the guess is usually right. */
function beginWithUnsuspicious(search: Search, blamed: readonly PackageOrder[]): Search {
  const { suspects } = search
  if (suspects.length < 3) return search
  const among = blamed.filter(({ id }) => suspects.includes(id))
  const most = Math.max(...among.map(({ suspicion }) => suspicion))
  const likely = among.filter(({ suspicion }) => suspicion === most).length
  return likely * 2 > suspects.length ? search : { ...search, part: suspects.length - likely }
}

function failedTogether(search: Search, ids: readonly string[], all: readonly string[]): Search {
  return narrow({
    ...discardPending(search),
    given: [...new Set([...search.given, ...all])],
    suspects: search.suspects.length > 0 ? intersection(search.suspects, ids) : [...ids],
  })
}

/** Attempts prove nothing while other packages aren't confirmed either. */
const discardPending = (search: Search): Search => ({
  ...search,
  isolated: search.isolated.map(each => ({ ...each, pending: 0 })),
})

const ATTEMPTS_ALONE = 3
/** Also where nothing else is owed, at a 1C that confirms others but no empty package. */
const MOST_ATTEMPTS = 6

/** The more orders are suspected at once, the more likely the line fails: one attempt more for each. */
function isRefused({ attempts }: Isolated, others: readonly Isolated[]): boolean {
  const suspected = others.filter(({ was }) => was !== 'quarantined').length
  return attempts >= Math.min(ATTEMPTS_ALONE + suspected, MOST_ATTEMPTS)
}

function failedAlone(search: Search, tried: Isolated): Learnt {
  const next = { ...tried, pending: tried.pending + 1, tries: tried.tries + 1 }
  const lacksControl = search.proven && !search.confirmsEmpty && next.tries >= MOST_ATTEMPTS
  if (tried.was === 'quarantined' || lacksControl)
    return {
      state: stateOf({ ...without(search, [tried.id]), turn: 'rest' }),
      refused: [{ id: tried.id, proven: true }],
    }
  // Once, then twice, in turn: an outage that comes every other time must not always hit the same order.
  const turn = next.pending > next.attempts % 2 ? 'rest' : 'alone'
  const others = search.isolated.filter(({ id }) => id !== tried.id)
  const isolated = takesNone(search) ? [...others, next] : [next, ...others]
  return { state: stateOf({ ...search, turn, isolated }), refused: [] }
}

/** An empty package was not confirmed: the network fails, or this 1C never confirms empty packages. */
export function learnFromMissedControl(state: QuarantineState): QuarantineState {
  if (!state.search) return state
  return stateOf({ ...discardPending(state.search), control: undefined, turn: 'alone' })
}

/** How many times as many orders that are tried again go together after a success. */
const TOGETHER_GROWTH = 4

/**
 * This 1C confirmed these orders. `control`: the package held everything but the isolated orders, so that
 * it proves the first of them to be refused if that was sent alone often enough.
 */
export function learnFromSuccess(state: QuarantineState, ids: readonly string[], control = false): Learnt {
  const { search } = state
  if (!search) return { state: NOTHING_FAILED, refused: [] }
  const left = without(search, ids)
  const taken = search.isolated.filter(each => isNewRetry(each) && ids.includes(each.id)).length
  const next: Search = {
    ...left,
    together: taken > 0 ? taken * TOGETHER_GROWTH : (left.together ?? 1),
    control: control ? undefined : left.control,
    proven: search.proven || ids.length > 0,
    confirmsEmpty: search.confirmsEmpty || ids.length === 0,
    isolated: control ? left.isolated.map(countPending) : left.isolated,
    turn: control ? 'alone' : 'rest',
  }
  const [first, ...others] = next.isolated
  if (!first || !control || takesNone(next) || !isRefused(first, others))
    return { state: stateOf(narrow(next)), refused: [] }
  return {
    state: stateOf(narrow(without(next, [first.id]))),
    refused: [{ id: first.id, proven: next.proven }],
  }
}

const countPending = (each: Isolated): Isolated => ({
  ...each,
  pending: 0,
  attempts: each.attempts + each.pending,
})

/** Leaves out orders no longer owed in this revision: changed, held, or no longer matching the rules. */
export function forgetOrders(state: QuarantineState, ids: readonly string[]): QuarantineState {
  if (ids.length === 0) return state
  if (state.search) return stateOf(narrow(without(state.search, ids)))
  return { ...state, common: state.common.filter(id => !ids.includes(id)) }
}

/** Of a search that was switched off: only what is quarantined is tried again. */
export function withoutSearch({ search }: QuarantineState): QuarantineState {
  const isolated = search?.isolated.filter(({ was }) => was === 'quarantined') ?? []
  return stateOf({ ...NEW_SEARCH, ...search, suspects: [], part: 0, given: [], isolated })
}

export function addRetries(
  state: QuarantineState,
  ids: readonly string[],
  was: 'released' | 'quarantined',
): QuarantineState {
  const known = new Set(state.search?.isolated.map(({ id }) => id))
  const fresh = ids.filter(id => !known.has(id))
  if (fresh.length === 0) return state
  // It has confirmed others since, or the order would not be tried again.
  const search = state.search ?? { ...NEW_SEARCH, proven: true }
  return stateOf({ ...search, isolated: [...search.isolated, ...fresh.map(id => ({ ...isolate(id), was }))] })
}

const isolate = (id: string): Isolated => ({ id, attempts: 0, pending: 0, tries: 0 })

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

/** Orders of failed packages may still hold a refused one, although none is suspected just now. */
const stateOf = (search: Search): QuarantineState => {
  const { suspects, given, isolated } = search
  const isGoingOn = suspects.length + given.length + isolated.length > 0
  return { ...NOTHING_FAILED, search: isGoingOn ? search : undefined }
}
