import type { Isolated, PackageOrder, QuarantineState, Search } from './search-state.js'

/** How this 1C processes a package. */
export interface ClientBehavior {
  /** Failures in a row that start a search; 0: never. */
  after: number
  /** Which orders an unconfirmed package incriminates: any of them, or only the last (УНФ confirms the others in any case). */
  blames: 'any' | 'last'
}

/** An order to be set aside. */
export interface SetAside {
  id: string
  /** Whether others were confirmed meanwhile, so that this 1C as a whole can't be the cause. */
  proven: boolean
}

/** How often in a row an order must fail alone before a control is sent; it must fail once more after it (Q3). */
const ALONE = 2
/** How many times more, if this 1C confirmed others but never confirms an empty package, so that there is no control. */
const WITHOUT_CONTROL = 4
/** Most extra attempts that a bad network costs. */
const MOST_DOUBTS = 3

/** A package was sent completely, and this 1C queried again without confirming it. `given`: in the order of the package. Pure. */
export function learnFailed(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blames }: ClientBehavior,
): { state: QuarantineState; setAside: SetAside[] } {
  const blamed = blames === 'last' ? given.slice(-1) : given
  const ids = sorted(blamed)
  if (ids.length === 0 || after === 0) return { state, setAside: [] }
  if (state.search) return failedInSearch(state.search, ids, blamed, given)
  const known = new Set(state.common)
  const both = ids.filter(id => known.has(id))
  const common = both.length > 0 ? both : ids
  const next: QuarantineState = {
    failures: state.failures + 1,
    common,
    search: undefined,
  }
  if (next.failures < after) return { state: next, setAside: [] }
  const inCommon = new Set(common)
  const search = narrowed({
    suspects: common,
    part: 0,
    failed: [common],
    isolated: [],
    given: given.map(({ id }) => id),
    turn: 'rest',
    proven: false,
    contradictions: 0,
  })
  return {
    state: inSearch(
      guess(
        search,
        blamed.filter(({ id }) => inCommon.has(id)),
      ),
    ),
    setAside: [],
  }
}

function failedInSearch(
  search: Search,
  ids: string[],
  blamed: readonly PackageOrder[],
  given: readonly PackageOrder[],
): { state: QuarantineState; setAside: SetAside[] } {
  const tried = given.length === 1 ? search.isolated.find(({ id }) => id === ids[0]) : undefined
  if (tried) return failedAlone(search, tried)
  const blamedIds = new Set(blamed.map(({ id }) => id))
  const within = search.suspects.filter(id => blamedIds.has(id))
  const next = {
    ...search,
    failed: [...search.failed, ids],
    given: [...new Set([...search.given, ...given.map(({ id }) => id)])],
    // Perhaps nothing gets through at the moment: an order that was alone meanwhile is not judged by it.
    isolated:
      search.turn === 'control'
        ? search.isolated.map(({ id, again }) => ({ id, alone: 0, ...(again && { again }) }))
        : search.isolated,
    // An earlier package that is judged late says nothing about the present suspects.
    suspects: within.length > 0 ? within : search.suspects.length > 0 ? search.suspects : ids,
  }
  return { state: inSearch(narrowed(next)), setAside: [] }
}

/** A second attempt follows at once: otherwise a network that fails every other time would always hit the same order. */
function failedAlone(search: Search, tried: Isolated): { state: QuarantineState; setAside: SetAside[] } {
  const alone = tried.alone + 1
  const enough = ALONE + Math.min(search.contradictions, MOST_DOUBTS)
  const others = search.isolated.filter(each => each !== tried)
  if (tried.again || tried.controlled || (search.proven && alone >= enough + WITHOUT_CONTROL)) {
    const next = narrowed({ ...search, turn: 'rest', isolated: others })
    return {
      state: inSearch(next),
      setAside: [
        { id: tried.id, proven: tried.again === true || (tried.controlled === true && search.proven) },
      ],
    }
  }
  const turn = alone < enough ? 'alone' : 'control'
  return { state: inSearch({ ...search, turn, isolated: [{ ...tried, alone }, ...others] }), setAside: [] }
}

/** An empty control package was not confirmed: the network is bad, or this 1C never confirms empty packages. Pure. */
export function learnControlMissed(state: QuarantineState): QuarantineState {
  return state.search ? inSearch({ ...state.search, turn: 'alone' }) : state
}

/** This 1C confirmed a package, sooner or later; `control`: it was the control. Pure. */
export function learnConfirmed(
  state: QuarantineState,
  ids: readonly string[],
  control = false,
): QuarantineState {
  const { search } = state
  if (!search) return inSearch(undefined)
  const confirmed = new Set(ids)
  const cleared = search.isolated.some(({ id, alone, again }) => confirmed.has(id) && alone > 0 && !again)
  const left = without(search, confirmed)
  const exhausted = search.suspects.length > 0 && left.suspects.length === 0
  const proven = search.proven || ids.length > 0
  const controlled = control && left.turn === 'control' ? left.isolated[0] : undefined
  const next = narrowed({
    ...left,
    proven,
    isolated: left.isolated.map(each => (each === controlled ? { ...each, controlled: true } : each)),
    contradictions: search.contradictions + (cleared || exhausted ? 1 : 0),
    turn: search.suspects.length === 0 ? 'alone' : search.turn,
  })
  return inSearch(next)
}

/** Orders no longer owed in this revision: changed, held, or not for this 1C any more. Pure. */
export function learnGone(state: QuarantineState, ids: readonly string[]): QuarantineState {
  if (ids.length === 0) return state
  const gone = new Set(ids)
  const { search } = state
  if (search) return inSearch(narrowed(without(search, gone)))
  return { ...state, common: state.common.filter(id => !gone.has(id)) }
}

/** Orders that were set aside and are to be tried again, alone. Pure. */
export function learnAgain(state: QuarantineState, ids: readonly string[], held: boolean): QuarantineState {
  const known = new Set(state.search?.isolated.map(({ id }) => id))
  const fresh = ids.filter(id => !known.has(id))
  if (fresh.length === 0) return state
  const search = state.search ?? {
    suspects: [],
    part: 0,
    failed: [],
    isolated: [],
    given: [],
    turn: 'rest',
    // It has confirmed others since, or the order would not be tried again.
    proven: true,
    contradictions: 0,
  }
  const isolated = fresh.map((id): Isolated => ({ id, alone: 0, ...(held && { again: true }) }))
  return inSearch({ ...search, isolated: [...search.isolated, ...isolated] })
}

function inSearch(search: Search | undefined): QuarantineState {
  return { failures: 0, common: [], search }
}

function without(search: Search, gone: ReadonlySet<string>): Search {
  const keep = (ids: readonly string[]): string[] => ids.filter(id => !gone.has(id))
  return {
    ...search,
    suspects: keep(search.suspects),
    failed: search.failed.map(keep).filter(ids => ids.length > 0),
    isolated: search.isolated.filter(({ id }) => !gone.has(id)),
    turn: search.turn === 'control' && gone.has(search.isolated[0]?.id ?? '') ? 'rest' : search.turn,
    given: keep(search.given),
  }
}

/**
 * Isolates the last suspect of a package, which explains all failed packages with it, and continues with the smallest unexplained
 * one. Undefined when no suspect is left.
 */
function narrowed(search: Search): Search | undefined {
  let { suspects, failed, isolated, turn } = search
  for (;;) {
    if (suspects.length === 0) suspects = smallest(failed) ?? []
    if (suspects.length !== 1) break
    const id = suspects[0]!
    if (!isolated.some(each => each.id === id)) isolated = [...isolated, { id, alone: 0 }]
    failed = failed.filter(ids => !ids.includes(id))
    suspects = []
    turn = 'rest'
  }
  if (suspects.length === 0 && isolated.length === 0) return undefined
  return { ...search, suspects, failed, isolated, turn, part: Math.ceil(suspects.length / 2) }
}

function smallest(packages: readonly string[][]): string[] | undefined {
  return packages.reduce<string[] | undefined>(
    (least, ids) => (least === undefined || ids.length < least.length ? ids : least),
    undefined,
  )
}

/** First, once, everything but the likely ones: if that is confirmed, the search is nearly over. */
function guess(search: Search | undefined, given: readonly PackageOrder[]): Search | undefined {
  if (!search || search.suspects.length < 3) return search
  const most = Math.max(...given.map(({ suspicion }) => suspicion))
  const likely = given.filter(({ suspicion }) => suspicion === most).length
  return likely * 2 > search.suspects.length ? search : { ...search, part: search.suspects.length - likely }
}

function sorted(given: readonly PackageOrder[]): string[] {
  return [...given].sort((a, b) => a.suspicion - b.suspicion).map(({ id }) => id)
}
