// The search for the orders that a 1C refuses, as pure functions: what goes next, and what is learnt from
// what became of it. Orders have ids of their own here (orderIdSql).

/** What is known of packages that a 1C got and did not confirm; stored as JSON. */
export interface QuarantineState {
  /** Failed packages in a row, while nothing is suspected. */
  failures: number
  /** Orders that all of them contain. */
  common: string[]
  /** A stack, its top first. Each goes in a package of its own. */
  groups: Group[]
  /** Whether this 1C confirmed an order since the first of the groups. */
  proven: boolean
  /** The latest package, and what the session before was given. */
  last?: { sessionId: number; kind: Plan['kind']; before: Plan['kind'] | undefined } | undefined
}

export interface Group {
  ids: string[]
  /** suspected: it failed, or is a part of what failed. released: by a person or a change. held: tried again. */
  why: 'suspected' | 'released' | 'held'
  /** How often its only order failed, and another package was confirmed after that. */
  attempts: number
  /** Its only order failed, and nothing was confirmed since. */
  waits: boolean
}

export interface PackageOrder {
  id: string
  suspicion: number
}

export type Plan =
  | { kind: 'all' }
  /** Everything owed that is in no group. */
  | { kind: 'fresh' }
  /** Nothing, to see whether this 1C confirms that. */
  | { kind: 'empty' }
  | { kind: 'group'; group: Group }

export interface Refused {
  id: string
  /** Whether orders were confirmed meanwhile, so that this 1C as a whole can't be the cause. */
  proven: boolean
}

export const NOTHING_FAILED: QuarantineState = { failures: 0, common: [], groups: [], proven: false }
const ATTEMPTS_ALONE = 2

export const orderKeyOf = (id: string): number => Number(id.slice(0, id.indexOf(':')))
export const idsOf = ({ groups }: QuarantineState): string[] => groups.flatMap(({ ids }) => ids)

const groupOf = (ids: string[], why: Group['why']): Group => ({ ids, why, attempts: 0, waits: false })

/**
 * What this session gets. `hasFresh`: whether anything is owed that is in no group. It goes every second time
 * at the latest. The session that asks again gets the same.
 */
export function planPackage(
  state: QuarantineState,
  hasFresh: boolean,
  sessionId: number,
): { plan: Plan; state: QuarantineState } {
  const { groups, last } = state
  const before = last?.sessionId === sessionId ? last.before : last?.kind
  const next = groups.find(({ waits }) => !waits)
  const plan = ((): Plan => {
    if (groups.length === 0) return { kind: 'all' }
    if (hasFresh && (!next || before !== 'fresh')) return { kind: 'fresh' }
    // Not twice in a row: some 1C never confirm an empty package.
    if (!next && before !== 'empty') return { kind: 'empty' }
    return { kind: 'group', group: next ?? groups[0]! }
  })()
  return { plan, state: { ...state, last: { sessionId, kind: plan.kind, before } } }
}

/**
 * This 1C got these orders to the end, in this order, and asked again without confirming them. `after`: failures
 * in a row that start a search; 0: never.
 */
export function learnFromFailure(
  state: QuarantineState,
  given: readonly PackageOrder[],
  { after, blamesLast }: { after: number; blamesLast: boolean },
): QuarantineState {
  if (given.length === 0) return state
  const isGiven = new Set(given.map(({ id }) => id))
  const known = state.groups.find(({ ids }) => ids.some(id => isGiven.has(id)))
  let suspects = given
  if (!known && !state.groups.some(({ why }) => why === 'suspected')) {
    const common = new Set(state.common)
    const both = given.filter(({ id }) => common.has(id))
    if (both.length > 0) suspects = both
    const failures = state.failures + 1
    if (after === 0) return state
    if (failures < after) return { ...state, failures, common: suspects.map(({ id }) => id) }
  }
  const rest = without(state.groups, new Set(suspects.map(({ id }) => id)))
  const why = known?.why === 'held' ? 'held' : 'suspected'
  const attempts = known?.ids.length === 1 ? known.attempts : 0
  const alone: Group = { ids: suspects.map(({ id }) => id), why, attempts, waits: true }
  const groups =
    suspects.length > 1
      ? [...split(suspects, blamesLast).map(ids => groupOf(ids, why)), ...rest]
      : // In turn, where they wait for a confirmation that does not come.
        known?.waits
        ? [...rest, alone]
        : [alone, ...rest]
  return withGroups({ ...state, failures: 0, common: [] }, groups)
}

/**
 * Two parts, the less suspicious orders first: halves, unless few are the most suspicious. `blamesLast`: of УНФ,
 * which confirms in spite of all others, it is the last one.
 */
function split(orders: readonly PackageOrder[], blamesLast: boolean): string[][] {
  const sorted = blamesLast ? [...orders] : [...orders].sort((a, b) => a.suspicion - b.suspicion)
  const most = sorted.at(-1)?.suspicion
  const likely = blamesLast ? 1 : sorted.filter(({ suspicion }) => suspicion === most).length
  const ids = sorted.map(({ id }) => id)
  const at = ids.length - Math.min(likely, Math.floor(ids.length / 2))
  return [ids.slice(0, at), ids.slice(at)]
}

/**
 * This 1C confirmed these orders, so that what failed alone before it failed by itself. If one of these is
 * confirmed after all, the others may be, too: they go together.
 */
export function learnFromSuccess(
  { proven, ...state }: QuarantineState,
  ids: readonly string[],
): { state: QuarantineState; refused: Refused[] } {
  const confirmed = new Set(ids)
  const next = { ...state, failures: 0, common: [], proven: proven || ids.length > 0 }
  const left = without(state.groups, confirmed)
  const failedBefore = ({ attempts, waits }: Group): boolean => waits || attempts > 0
  const taken = state.groups.find(group => failedBefore(group) && confirmed.has(group.ids[0]!))
  if (taken) {
    const others = left.filter(({ why }) => why === taken.why).flatMap(group => group.ids)
    const groups = [groupOf(others, taken.why), ...left.filter(({ why }) => why !== taken.why)]
    return { state: withGroups(next, groups), refused: [] }
  }
  const counted = left.map(group =>
    group.waits ? { ...group, attempts: group.attempts + 1, waits: false } : group,
  )
  const isRefused = ({ why, attempts }: Group): boolean => attempts >= (why === 'held' ? 1 : ATTEMPTS_ALONE)
  return {
    state: withGroups(
      next,
      counted.filter(group => !isRefused(group)),
    ),
    refused: counted.filter(isRefused).map(group => ({ id: group.ids[0]!, proven: next.proven })),
  }
}

/** Leaves out what is not owed any more. A suspected order that was changed is suspected still. */
export function keepOwed(state: QuarantineState, owed: readonly string[]): QuarantineState {
  const present = new Map(owed.map(id => [orderKeyOf(id), id]))
  const groups = state.groups.map(group => {
    const ids = group.ids.flatMap(id => present.get(orderKeyOf(id)) ?? [])
    const unchanged = new Set(group.ids)
    if (ids.every(id => unchanged.has(id))) return { ...group, ids }
    return groupOf(group.why === 'held' ? ids.filter(id => unchanged.has(id)) : ids, group.why)
  })
  return withGroups(state, groups)
}

/** What goes in a group of its own without having failed; `proven`: if these are the first. */
export function addGroup(
  state: QuarantineState,
  ids: readonly string[],
  { why, proven }: { why: 'released' | 'held'; proven: boolean },
): QuarantineState {
  const { groups } = state
  const known = new Set(idsOf(state))
  const added = groupOf(
    ids.filter(id => !known.has(id)),
    why,
  )
  const next = groups.length > 0 ? state : { ...state, proven }
  return withGroups(next, why === 'released' ? [added, ...groups] : [...groups, added])
}

/** Of a search that was switched off: only what is held is tried again. */
export const withoutSearch = (state: QuarantineState): QuarantineState =>
  withGroups(
    { ...state, failures: 0, common: [] },
    state.groups.filter(({ why }) => why === 'held'),
  )

/** What a version before stored: all that it knew of is suspected. */
export function restore(stored: StoredState): QuarantineState {
  const { search, ...state } = { ...NOTHING_FAILED, ...stored }
  if (!search) return state
  const ids = [...search.suspects, ...search.given, ...search.isolated.map(({ id }) => id)]
  return withGroups({ ...state, proven: search.proven }, [groupOf([...new Set(ids)], 'suspected')])
}

export type StoredState = Partial<QuarantineState> & {
  search?: { suspects: string[]; given: string[]; isolated: { id: string }[]; proven: boolean }
}

const without = (groups: readonly Group[], gone: ReadonlySet<string>): Group[] =>
  groups.map(group => ({ ...group, ids: group.ids.filter(id => !gone.has(id)) }))

function withGroups(state: QuarantineState, groups: readonly Group[]): QuarantineState {
  const left = groups.filter(({ ids }) => ids.length > 0)
  if (left.length > 0) return { ...state, groups: left }
  return { ...NOTHING_FAILED, failures: state.failures, common: state.common }
}
