import { isProven, mayBeChance, pessimistic } from './evidence.js'
import type {
  ClientBehavior,
  ConfirmationRecord,
  Isolated,
  PackageOrder,
  QuarantineState,
  Search,
  SetAside,
} from './search-state.js'

/** How often an order must have been sent alone in a row to a 1C that confirms orders but never an empty package, so that nothing can serve as the control. */
const ATTEMPTS_WITHOUT_CONTROL = 6

/**
 * The state after a package was sent completely and this 1C queried again without confirming it. `given`: its orders as they were
 * sent. Pure.
 */
export function applyFailure(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blames, record }: ClientBehavior,
): { state: QuarantineState; setAside: SetAside[] } {
  const blamed = blames === 'last' ? given.slice(-1) : given
  const ids = idsBySuspicion(blamed)
  if (ids.length === 0 || after === 0) return { state, setAside: [] }
  if (state.search) return applyFailureInSearch(state.search, ids, blamed, given)
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
  const search = narrow({
    ...newSearch(record),
    suspects: common,
    failed: [common],
    given: given.map(({ id }) => id),
  })
  return {
    state: stateOf(
      startWithUnsuspicious(
        search,
        blamed.filter(({ id }) => inCommon.has(id)),
      ),
    ),
    setAside: [],
  }
}

function newSearch(record: ConfirmationRecord): Search {
  return {
    ...{ suspects: [], part: 0, failed: [], isolated: [], given: [], turn: 'rest' },
    ...{ quiet: false, proven: false, confirmsEmpty: false, record },
  }
}

function applyFailureInSearch(
  search: Search,
  ids: string[],
  blamed: readonly PackageOrder[],
  given: readonly PackageOrder[],
): { state: QuarantineState; setAside: SetAside[] } {
  const tried = given.length === 1 ? search.isolated.find(({ id }) => id === ids[0]) : undefined
  if (tried) return applyFailureAlone(search, tried)
  const blamedIds = new Set(blamed.map(({ id }) => id))
  const within = search.suspects.filter(id => blamedIds.has(id))
  const next = {
    ...discardAttempts(search),
    failed: [...search.failed, ids],
    given: [...new Set([...search.given, ...given.map(({ id }) => id)])],
    // An earlier package that is judged late says nothing about the present suspects.
    suspects: within.length > 0 ? within : search.suspects.length > 0 ? search.suspects : ids,
  }
  return { state: stateOf(narrow(next)), setAside: [] }
}

function applyFailureAlone(
  search: Search,
  tried: Isolated,
): { state: QuarantineState; setAside: SetAside[] } {
  const since = tried.since + 1
  const tries = tried.tries + 1
  const others = search.isolated.filter(each => each !== tried)
  const withoutControl =
    search.proven &&
    !search.confirmsEmpty &&
    tries >= ATTEMPTS_WITHOUT_CONTROL &&
    !mayBeChance(tries, pessimistic(search.record, others))
  if (tried.again || withoutControl)
    return {
      state: stateOf(narrow({ ...search, turn: 'rest', isolated: others })),
      setAside: [{ id: tried.id, proven: true }],
    }
  const turn = isTimeForControl(search, { ...tried, since }, others) ? 'control' : 'alone'
  return {
    state: stateOf({ ...search, turn, isolated: [{ ...tried, since, tries }, ...others] }),
    setAside: [],
  }
}

/**
 * Whether to check next that this 1C confirms other packages: when that would prove the refusal, otherwise alternately after one
 * attempt and after two, so that neither a short outage nor a regular one always hits the same order.
 */
function isTimeForControl(
  { quiet, record }: Search,
  { alone, since, controls }: Isolated,
  others: readonly Isolated[],
): boolean {
  const after = pessimistic({ ...record, confirmed: record.confirmed + 1 }, others)
  return since >= (controls % 2) + 1 || !quiet || isProven(alone + since, after)
}

/** The state after an empty control package was not confirmed: the network fails, or this 1C never confirms empty packages. Pure. */
export function applyMissedControl(state: QuarantineState): QuarantineState {
  const { search } = state
  if (!search) return state
  const { control: _missed, ...known } = search
  const { record, confirmsEmpty } = search
  return stateOf({
    ...discardAttempts(known),
    turn: 'alone',
    record: confirmsEmpty ? { ...record, lost: record.lost + 1 } : record,
  })
}

/** Unconfirmed attempts prove nothing while other packages aren't confirmed either. */
function discardAttempts(search: Search): Search {
  return { ...search, quiet: false, isolated: search.isolated.map(each => ({ ...each, since: 0 })) }
}

/**
 * The state after this 1C confirmed a package. `control`: it contained everything except the isolated orders, so that it proves them to
 * be refused if they were sent alone often enough. `lost`: how many packages turn out to have been loaded but not confirmed. Pure.
 */
export function applyConfirmation(
  state: QuarantineState,
  ids: readonly string[],
  control = false,
): { state: QuarantineState; setAside: SetAside[]; lost: number } {
  const { search } = state
  const confirmed = new Set(ids)
  if (!search) {
    const lost = state.common.every(id => confirmed.has(id)) ? state.failures : 0
    return { state: stateOf(undefined), setAside: [], lost }
  }
  const { left, lost } = withoutConfirmed(search, confirmed)
  const record = { confirmed: search.record.confirmed + 1, lost: search.record.lost + lost }
  const [first, ...others] = control ? countAttempts(left, search.quiet) : left.isolated
  const { control: over, ...kept } = left
  const next: Search = {
    ...kept,
    ...(over && !control && { control: over }),
    record,
    proven: search.proven || ids.length > 0,
    confirmsEmpty: search.confirmsEmpty || ids.length === 0,
    quiet: control || search.suspects.length > 0,
    isolated: first ? [first, ...others] : [],
    turn: search.suspects.length === 0 ? 'alone' : search.turn,
  }
  const found = first && control && isProven(first.alone, pessimistic(record, others))
  if (!found) return { state: stateOf(narrow(next)), setAside: [], lost }
  return {
    state: stateOf(narrow({ ...next, isolated: others, turn: 'rest' })),
    setAside: [{ id: first.id, proven: next.proven }],
    lost,
  }
}

/** Counts attempts alone, provided that other packages were confirmed before and after them. */
function countAttempts({ isolated }: Search, quiet: boolean): Isolated[] {
  return isolated.map(each => ({
    ...each,
    since: 0,
    alone: each.alone + (quiet ? each.since : 0),
    controls: each.controls + (each.since > 0 ? 1 : 0),
  }))
}

/** Once an isolated order is confirmed, the failures attributed to it are unexplained again. */
function withoutConfirmed(search: Search, confirmed: ReadonlySet<string>): { left: Search; lost: number } {
  const cleared = search.isolated.filter(({ id }) => confirmed.has(id))
  const open = [...search.failed, ...cleared.flatMap(({ explains }) => explains)]
  const left = withoutOrders({ ...search, failed: open }, confirmed)
  const alone = cleared.reduce((sum, { tries }) => sum + tries, 0)
  return { left, lost: open.length - left.failed.length + alone }
}

/** The state without orders that are no longer owed in this revision: changed, held, or no longer matching the rules. Pure. */
export function removeOrders(state: QuarantineState, ids: readonly string[]): QuarantineState {
  if (ids.length === 0) return state
  const gone = new Set(ids)
  const { search } = state
  if (search) return stateOf(narrow(withoutOrders(search, gone)))
  return { ...state, common: state.common.filter(id => !gone.has(id)) }
}

/** The state with orders that are to be sent again, alone; `held`: they were set aside, and their pause is over. Pure. */
export function addRetries(
  state: QuarantineState,
  ids: readonly string[],
  held: boolean,
  record: ConfirmationRecord,
): QuarantineState {
  const known = new Set(state.search?.isolated.map(({ id }) => id))
  const fresh = ids.filter(id => !known.has(id))
  if (fresh.length === 0) return state
  // It has confirmed others since, or the order would not be tried again.
  const search = state.search ?? { ...newSearch(record), proven: true }
  const isolated = fresh.map(id => ({ ...isolate(id), ...(held && { again: true as const }) }))
  return stateOf({ ...search, isolated: [...search.isolated, ...isolated] })
}

function stateOf(search: Search | undefined): QuarantineState {
  return { failures: 0, common: [], search }
}

function isolate(id: string): Isolated {
  return { id, explains: [], alone: 0, since: 0, tries: 0, controls: 0 }
}

function withoutOrders(search: Search, gone: ReadonlySet<string>): Search {
  const keep = (ids: readonly string[]): string[] => ids.filter(id => !gone.has(id))
  return {
    ...search,
    suspects: keep(search.suspects),
    failed: search.failed.map(keep).filter(ids => ids.length > 0),
    isolated: search.isolated
      .filter(({ id }) => !gone.has(id))
      .map(each => ({ ...each, explains: each.explains.map(keep) })),
    turn: search.turn === 'control' && gone.has(search.isolated[0]?.id ?? '') ? 'rest' : search.turn,
    given: keep(search.given),
  }
}

/**
 * Isolates the last suspect of a package, attributes to it all failed packages that contained it, and continues with the smallest
 * unexplained one. Undefined when no suspect is left.
 */
function narrow(search: Search): Search | undefined {
  let { suspects, failed, isolated, turn } = search
  for (;;) {
    for (const each of isolated) {
      const explains = failed.filter(ids => ids.includes(each.id))
      if (explains.length === 0) continue
      failed = failed.filter(ids => !ids.includes(each.id))
      isolated = isolated.map(other =>
        other.id === each.id ? { ...other, explains: [...other.explains, ...explains] } : other,
      )
    }
    if (suspects.length === 0) suspects = smallestPackage(failed) ?? []
    if (suspects.length !== 1) break
    const id = suspects[0]!
    if (!isolated.some(each => each.id === id)) isolated = [...isolated, isolate(id)]
    suspects = []
    turn = 'rest'
  }
  if (suspects.length === 0 && isolated.length === 0) return undefined
  return { ...search, suspects, failed, isolated, turn, part: Math.ceil(suspects.length / 2) }
}

function smallestPackage(packages: readonly string[][]): string[] | undefined {
  return packages.reduce<string[] | undefined>(
    (least, ids) => (least === undefined || ids.length < least.length ? ids : least),
    undefined,
  )
}

/** The first part is everything except the most suspicious orders, if these are few: once it is confirmed, the search is nearly over. */
function startWithUnsuspicious(
  search: Search | undefined,
  given: readonly PackageOrder[],
): Search | undefined {
  if (!search || search.suspects.length < 3) return search
  const most = Math.max(...given.map(({ suspicion }) => suspicion))
  const likely = given.filter(({ suspicion }) => suspicion === most).length
  return likely * 2 > search.suspects.length ? search : { ...search, part: search.suspects.length - likely }
}

function idsBySuspicion(given: readonly PackageOrder[]): string[] {
  return [...given].sort((a, b) => a.suspicion - b.suspicion).map(({ id }) => id)
}
