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
  /** Other orders of failed packages, not confirmed yet. They go together once nothing is suspected. */
  given: string[]
  /** Each the last suspect of a package, or tried again. They are sent alone, or not at all. */
  isolated: Isolated[]
  /** Of isolated orders: whether one of them may go now, or a package of others must be confirmed first. */
  turn: 'others' | 'alone'
  /** Whether this 1C confirmed an order since the search began, and whether an empty package. */
  proven: boolean
  confirmsEmpty: boolean
  /** The latest package. Absent in what versions before this one stored. */
  last?: { sessionId: number; kind: Plan['kind']; freshBefore: number }
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
  /** Everything owed except `except`: what was in no failed package and is not tried again. */
  | { kind: 'fresh'; except: string[] }
  /** Some of the suspects. */
  | { kind: 'part'; ids: string[]; of: number }
  /** An isolated order, or all of them where this 1C takes none. */
  | { kind: 'alone'; ids: string[]; again: boolean }
  /** Those of unknown standing, together. */
  | { kind: 'given'; ids: string[]; again: false }
  /** Nothing, to see whether this 1C confirms that. */
  | { kind: 'empty'; except: string[] }

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
  turn: 'others',
  proven: false,
  confirmsEmpty: false,
}

/** A search that a version before stored starts over with its orders. What is tried again is added anyway. */
export function restore({ search, ...state }: QuarantineState): QuarantineState {
  if (!search || search.last) return { ...state, search }
  const { suspects, given, isolated, proven } = search
  const ids = [...suspects, ...given, ...isolated.filter(isSearched).map(({ id }) => id)]
  return stateOf({ ...NEW_SEARCH, proven, given: [...new Set(ids)] })
}

export function idsOf({ common, search }: QuarantineState): string[] {
  const { suspects, given, isolated } = search ?? NEW_SEARCH
  return [...new Set([...common, ...suspects, ...given, ...isolated.map(({ id }) => id)])]
}

/**
 * What this session gets. `hasFresh`: whether anything is owed that the search does not know. That goes apart
 * from all else, and in every other package at least.
 */
export function planPackage(state: QuarantineState, hasFresh: boolean, sessionId: number): Plan {
  const { search } = state
  if (!search) return { kind: 'all' }
  const { suspects, part, given, isolated, turn, proven } = search
  const next = isolated.find(isSearched) ?? isolated[0]
  // Twice before the third attempt alone: an outage at every other exchange must not hit that each time.
  const wanted = next?.attempts === 2 ? 2 : 1
  if (hasFresh && freshBefore(search, sessionId) < wanted) return { kind: 'fresh', except: idsOf(state) }
  const isSearching = suspects.length + given.length > 0
  const isProvable = proven && next && isSearched(next) && (suspects.length > 0 || next.tries > 0)
  const isFirst = next && (isProvable || !isSearching)
  if (isFirst && (turn === 'alone' || isNewRetry(next)))
    return { kind: 'alone', ids: [next.id], again: next.was === 'quarantined' }
  if (isFirst && takesNone(search)) return { kind: 'alone', ids: isolated.map(({ id }) => id), again: false }
  if (suspects.length === 0 && given.length > 0) return { kind: 'given', ids: given, again: false }
  if (isFirst) return { kind: 'empty', except: idsOf(state) }
  return { kind: 'part', ids: suspects.slice(0, part), of: suspects.length }
}

/** Fresh packages in a row before this one; that the same session asked again counts once. */
function freshBefore({ last }: Search, sessionId: number): number {
  if (!last || last.sessionId === sessionId) return last?.freshBefore ?? 0
  return last.kind === 'fresh' ? last.freshBefore + 1 : 0
}

/** The session gets this package. Whatever becomes of an order that goes alone, others come next. */
export function noteGiven(
  { search, ...state }: QuarantineState,
  plan: Plan,
  sessionId: number,
): QuarantineState {
  if (!search) return state
  const last = { sessionId, kind: plan.kind, freshBefore: freshBefore(search, sessionId) }
  return { ...state, search: { ...search, last, turn: plan.kind === 'alone' ? 'others' : search.turn } }
}

/** Whether it got a package of which nothing went alone. */
export const isControl = ({ search }: QuarantineState, sessionId: number | null): boolean =>
  search?.last?.sessionId === sessionId && search?.last?.kind !== 'alone'

/** So many orders one after another, each given in vain without the others, tell of 1C and not of orders. */
export const NONE_TAKEN = 3

/**
 * This 1C has confirmed no order since the search began, although most were given without each other: none is
 * named. All go together, in turn with one alone, until it takes any.
 */
const takesNone = ({ proven, suspects, isolated }: Search): boolean =>
  !proven && suspects.length === 0 && isolated.filter(isSearched).length >= NONE_TAKEN

/** The search found it; others were released, or their pause is over. */
const isSearched = ({ was }: Isolated): boolean => was === undefined

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
  if (search && all.some(id => search.isolated.some(each => each.id === id))) {
    const turn = takesNone(search) ? 'alone' : 'others'
    return { state: stateOf({ ...discardPending(search), turn }), refused: [] }
  }
  if (after === 0) return { state, refused: [] }
  if (search) return { state: stateOf(failedTogether(search, ids, all)), refused: [] }
  const common = intersection(ids, state.common)
  const failures = state.failures + 1
  if (failures < after) return { state: { failures, common }, refused: [] }
  const begun = narrow({ ...NEW_SEARCH, suspects: common })
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

/** Of a part, these are the suspects. What else fails is suspected only if nothing is. */
function failedTogether(search: Search, ids: readonly string[], all: readonly string[]): Search {
  const isPart = search.suspects.some(id => all.includes(id))
  const known = { ...discardPending(search), turn: 'others' as const }
  if (!isPart && search.suspects.length > 0)
    return { ...known, given: [...new Set([...search.given, ...all])] }
  const suspects = isPart ? intersection(search.suspects, ids) : [...ids]
  const given = new Set([...search.given, ...search.suspects, ...all])
  for (const id of suspects) given.delete(id)
  return narrow({ ...known, suspects, given: [...given] })
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
function isRefused({ id, attempts }: Isolated, { isolated }: Search): boolean {
  const others = isolated.filter(other => other.id !== id && isSearched(other)).length
  return attempts >= Math.min(ATTEMPTS_ALONE + others, MOST_ATTEMPTS)
}

function failedAlone(search: Search, tried: Isolated): Learnt {
  const next = { ...tried, pending: tried.pending + 1, tries: tried.tries + 1 }
  const lacksControl = search.proven && !search.confirmsEmpty && next.tries >= MOST_ATTEMPTS
  if (tried.was === 'quarantined' || lacksControl)
    return {
      state: stateOf({ ...without(search, [tried.id]), turn: 'others' }),
      refused: [{ id: tried.id, proven: true }],
    }
  // Once, then twice, in turn: an outage that comes every other time must not always hit the same order.
  const turn = next.pending > next.attempts % 2 ? 'others' : 'alone'
  const others = search.isolated.filter(({ id }) => id !== tried.id)
  const isolated = takesNone(search) ? [...others, next] : [next, ...others]
  return { state: stateOf({ ...search, turn, isolated }), refused: [] }
}

/** An empty package was not confirmed: the network fails, or this 1C never confirms empty packages. */
export function learnFromMissedControl(state: QuarantineState): QuarantineState {
  if (!state.search) return state
  return stateOf({ ...discardPending(state.search), turn: 'alone' })
}

/**
 * This 1C confirmed these orders. `control`: none of them went alone, so that one is proven to be refused
 * that
 * was sent alone often enough. Once one is taken after all, the others may be, too.
 */
export function learnFromSuccess(state: QuarantineState, ids: readonly string[], control = false): Learnt {
  const { search } = state
  if (!search) return { state: NOTHING_FAILED, refused: [] }
  const left = without(search, ids)
  const isTaken = left.isolated.length < search.isolated.length
  const isolated = control ? left.isolated.map(countPending) : left.isolated
  const next: Search = {
    ...left,
    proven: search.proven || ids.length > 0,
    confirmsEmpty: search.confirmsEmpty || ids.length === 0,
    given: isTaken ? [...left.given, ...isolated.map(({ id }) => id)] : left.given,
    isolated: isTaken ? [] : isolated,
    turn: control ? 'alone' : 'others',
  }
  const found = control && !takesNone(next) ? next.isolated.find(each => isRefused(each, next)) : undefined
  return {
    state: stateOf(narrow(without(next, found ? [found.id] : []))),
    refused: found ? [{ id: found.id, proven: next.proven }] : [],
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
  const known = new Set(state.search && idsOf(state))
  const fresh = ids.filter(id => !known.has(id))
  if (fresh.length === 0) return state
  // It has confirmed others since, or the order would not be tried again.
  const search = state.search ?? { ...NEW_SEARCH, proven: true }
  return stateOf({ ...search, isolated: [...search.isolated, ...fresh.map(id => ({ ...isolate(id), was }))] })
}

const isolate = (id: string): Isolated => ({ id, attempts: 0, pending: 0, tries: 0 })

/** A last suspect is isolated. */
function narrow(search: Search): Search {
  const { suspects, isolated } = search
  if (suspects.length !== 1) return { ...search, part: Math.ceil(suspects.length / 2) }
  return { ...search, suspects: [], part: 0, isolated: [...isolated, isolate(suspects[0]!)] }
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
