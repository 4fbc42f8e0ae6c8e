import type { AlarmCause } from '@obmen/contract'
import type { AlarmFacts } from '@obmen/contract/rest'

/** Something that is wrong now, as a look at everything found it. */
export interface Condition {
  cause: AlarmCause
  /** Null: of the server. */
  locationId: string | null
  /** The id of an integration or a webhook, or empty. */
  subject: string
  integrationKey: number | null
  since: Date
  facts: AlarmFacts
}

/** An alarm that has not ended, or has just ended; before its delay has passed, `openedAt` is null. */
export interface Alarm {
  key: number
  id: string
  cause: AlarmCause
  locationId: string | null
  subject: string
  integrationKey: number | null
  beganAt: Date
  noticedAt: Date
  checkedAt: Date
  openedAt: Date | null
  acknowledgedUntil: Date | null
  facts: AlarmFacts
}

/** Without where a 1C is, and its own words. */
export function factsForAccountants({ cause, facts }: Pick<Alarm, 'cause' | 'facts'>): AlarmFacts {
  return cause === 'reading-failed' ? { ...facts, failure: null } : facts
}

/** How long what comes and goes must hold, in seconds; the other causes are told at once. */
export const HOLD_SECONDS: Partial<Record<AlarmCause, number>> = {
  refused: 180,
  unconfirmed: 180,
  'webhook-stopped': 180,
  connections: 180,
  // A 1C that has just come back signs in first and fetches its orders then.
  late: 60,
  clock: 60,
}

/** While one of these holds for the same subject, nothing is said of what follows from it. */
export const SILENCED_BY: Partial<Record<AlarmCause, readonly AlarmCause[]>> = {
  silent: ['refused'],
  unconfirmed: ['refused', 'silent'],
  late: ['refused', 'silent', 'unconfirmed'],
  'backup-old': ['disk'],
}
