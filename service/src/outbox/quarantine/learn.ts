import { mayBeChance } from './evidence.js'
import type {
  ClientBehavior,
  ConfirmationRecord,
  Isolated,
  PackageOrder,
  QuarantineState,
  Search,
  SetAside,
} from './search-state.js'

/** An order must have been sent alone at least this often, between confirmed packages (Q3). */
const LEAST_ALONE = 4
/**
 * This many times alone in a row suffices for a 1C that confirms others but never an empty package, so that there is no
 * control.
 */
const ALONE_WITHOUT_CONTROL = 6

/** A package was sent completely, and this 1C queried again without confirming it. `given`: in the order of the package. Pure. */
export function learnFailed(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blames, record }: ClientBehavior,
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
    ...newSearch(record),
    suspects: common,
    failed: [common],
    given: given.map(({ id }) => id),
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

function newSearch(record: ConfirmationRecord): Search {
  return {
    ...{ suspects: [], part: 0, failed: [], isolated: [], given: [], turn: 'rest' },
    ...{ quiet: false, proven: false, confirmsEmpty: false, record },
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
    ...unquiet(search),
    failed: [...search.failed, ids],
    given: [...new Set([...search.given, ...given.map(({ id }) => id)])],
    // An earlier package that is judged late says nothing about the present suspects.
    suspects: within.length > 0 ? within : search.suspects.length > 0 ? search.suspects : ids,
  }
  return { state: inSearch(narrowed(next)), setAside: [] }
}

function failedAlone(search: Search, tried: Isolated): { state: QuarantineState; setAside: SetAside[] } {
  const since = tried.since + 1
  const tries = tried.tries + 1
  const others = search.isolated.filter(each => each !== tried)
  const withoutControl =
    search.proven &&
    !search.confirmsEmpty &&
    tries >= ALONE_WITHOUT_CONTROL &&
    !mayBeChance(tries, doubtful(search.record, others))
  if (tried.again || withoutControl)
    return {
      state: inSearch(narrowed({ ...search, turn: 'rest', isolated: others })),
      setAside: [{ id: tried.id, proven: true }],
    }
  const turn = isEnough(search, { ...tried, since }, others) ? 'control' : 'alone'
  return {
    state: inSearch({ ...search, turn, isolated: [{ ...tried, since, tries }, ...others] }),
    setAside: [],
  }
}

/**
 * Whether to see next if this 1C confirms other packages: if that would prove the suspicion, and else after one attempt and after two, in
 * turn, so that neither a short outage nor a regular one hits always the same order.
 */
function isEnough(
  { quiet, record }: Search,
  { alone, since, controls }: Isolated,
  others: readonly Isolated[],
): boolean {
  const after = doubtful({ ...record, confirmed: record.confirmed + 1 }, others)
  return since >= (controls % 2) + 1 || !quiet || isProven(alone + since, after)
}

function isProven(alone: number, record: ConfirmationRecord): boolean {
  return alone >= LEAST_ALONE && !mayBeChance(alone, record)
}

/**
 * Losses come in bursts: each counts this many times, and so does each other suspect, which is more often lost by chance
 * than the culprit.
 */
const LOSSES_TOGETHER = 3

function doubtful({ confirmed, lost }: ConfirmationRecord, others: readonly Isolated[]): ConfirmationRecord {
  const suspects = others.filter(({ again }) => !again).length
  return { confirmed, lost: LOSSES_TOGETHER * (lost + suspects) }
}

/** An empty control package was not confirmed: the network is bad, or this 1C never confirms empty packages. Pure. */
export function learnControlMissed(state: QuarantineState): QuarantineState {
  const { search } = state
  if (!search) return state
  const { control: _missed, ...known } = search
  const { record, confirmsEmpty } = search
  return inSearch({
    ...unquiet(known),
    turn: 'alone',
    record: confirmsEmpty ? { ...record, lost: record.lost + 1 } : record,
  })
}

/** An order's unconfirmed packages prove nothing while other orders aren't confirmed either. */
function unquiet(search: Search): Search {
  return { ...search, quiet: false, isolated: search.isolated.map(each => ({ ...each, since: 0 })) }
}

/**
 * This 1C confirmed a package, sooner or later; `control`: the session's package was everything but the isolated orders, so that it
 * proves these if they were alone in vain often enough. `lost`: how many packages turn out to have been loaded though not confirmed.
 * Pure.
 */
export function learnConfirmed(
  state: QuarantineState,
  ids: readonly string[],
  control = false,
): { state: QuarantineState; setAside: SetAside[]; lost: number } {
  const { search } = state
  const confirmed = new Set(ids)
  if (!search) {
    const lost = state.common.every(id => confirmed.has(id)) ? state.failures : 0
    return { state: inSearch(undefined), setAside: [], lost }
  }
  const { left, lost } = withoutConfirmed(search, confirmed)
  const record = { confirmed: search.record.confirmed + 1, lost: search.record.lost + lost }
  const [first, ...others] = control ? closed(left, search.quiet) : left.isolated
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
  const found = first && control && isProven(first.alone, doubtful(record, others))
  if (!found) return { state: inSearch(narrowed(next)), setAside: [], lost }
  return {
    state: inSearch(narrowed({ ...next, isolated: others, turn: 'rest' })),
    setAside: [{ id: first.id, proven: next.proven }],
    lost,
  }
}

/** Only attempts alone between two confirmed packages count. */
function closed({ isolated }: Search, quiet: boolean): Isolated[] {
  return isolated.map(each => ({
    ...each,
    since: 0,
    alone: each.alone + (quiet ? each.since : 0),
    controls: each.controls + (each.since > 0 ? 1 : 0),
  }))
}

/** Failures attributed to an isolated order are open again once that order is confirmed. */
function withoutConfirmed(search: Search, confirmed: ReadonlySet<string>): { left: Search; lost: number } {
  const cleared = search.isolated.filter(({ id }) => confirmed.has(id))
  const open = [...search.failed, ...cleared.flatMap(({ explains }) => explains)]
  const left = without({ ...search, failed: open }, confirmed)
  const alone = cleared.reduce((sum, { tries }) => sum + tries, 0)
  return { left, lost: open.length - left.failed.length + alone }
}

/** Orders no longer owed in this revision: changed, held, or not for this 1C any more. Pure. */
export function learnGone(state: QuarantineState, ids: readonly string[]): QuarantineState {
  if (ids.length === 0) return state
  const gone = new Set(ids)
  const { search } = state
  if (search) return inSearch(narrowed(without(search, gone)))
  return { ...state, common: state.common.filter(id => !gone.has(id)) }
}

/** Orders set aside that are due to be retried, alone. Pure. */
export function learnAgain(
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
  const isolated = fresh.map(id => ({ ...newlyIsolated(id), ...(held && { again: true as const }) }))
  return inSearch({ ...search, isolated: [...search.isolated, ...isolated] })
}

function inSearch(search: Search | undefined): QuarantineState {
  return { failures: 0, common: [], search }
}

function newlyIsolated(id: string): Isolated {
  return { id, explains: [], alone: 0, since: 0, tries: 0, controls: 0 }
}

function without(search: Search, gone: ReadonlySet<string>): Search {
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
 * Isolates the last suspect of a package, which explains all failed packages with it, and continues with the smallest unexplained
 * one. Undefined when no suspect is left.
 */
function narrowed(search: Search): Search | undefined {
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
    if (suspects.length === 0) suspects = smallest(failed) ?? []
    if (suspects.length !== 1) break
    const id = suspects[0]!
    if (!isolated.some(each => each.id === id)) isolated = [...isolated, newlyIsolated(id)]
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

/** First, once, everything except likely suspects: if that is confirmed, the search is nearly over. */
function guess(search: Search | undefined, given: readonly PackageOrder[]): Search | undefined {
  if (!search || search.suspects.length < 3) return search
  const most = Math.max(...given.map(({ suspicion }) => suspicion))
  const likely = given.filter(({ suspicion }) => suspicion === most).length
  return likely * 2 > search.suspects.length ? search : { ...search, part: search.suspects.length - likely }
}

function sorted(given: readonly PackageOrder[]): string[] {
  return [...given].sort((a, b) => a.suspicion - b.suspicion).map(({ id }) => id)
}
