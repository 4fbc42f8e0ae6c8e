import type { Verdict } from './decide.js'

type Told = Pick<Verdict, 'state' | 'differences'>

/** How an order stands, and what the last reading found that is not told yet. */
export interface Standing extends Told {
  reason: string | null
  next: Told | null
}

/** What somebody has to do something about. */
export const BAD_STATES: ReadonlySet<string> = new Set(['missing', 'doubled', 'differs'])

/**
 * How an order stands after one more reading: bad news is told once two readings in turn say so, for 1C
 * unposts a document while it loads it, and people rearrange theirs; good news is told at once. Pure.
 */
export function settle(before: Standing | undefined, found: Verdict): Standing {
  const { state, differences, reason } = found
  if (!BAD_STATES.has(state)) return { state, differences, reason, next: null }
  const alike = [before, before?.next].flatMap(told => (told?.state === state ? [told] : []))
  const kinds = new Set(alike.flatMap(told => told.differences.map(({ what }) => what)))
  const told = differences.filter(({ what }) => kinds.has(what))
  const next: Told = { state, differences }
  if (alike.length > 0 && (told.length > 0 || state !== 'differs'))
    return { state, differences: told, reason, next: told.length < differences.length ? next : null }
  // Of what was told, nothing is so any more.
  const refuted = before && (before.state === state || GONE_BY_ANY.has(before.state))
  const kept = refuted || !before ? { state: 'unknown' as const, differences: [], reason: null } : before
  return { state: kept.state, differences: kept.differences, reason: kept.reason, next }
}

/** An order of which anything else is found is not that any more. */
const GONE_BY_ANY: ReadonlySet<string> = new Set(['missing', 'doubled'])
