import type { IntegrationState, StateCause, StateCode } from '@obmen/contract'

/** What the state of an integration is derived from. */
export interface StateFacts {
  enabled: boolean
  createdAt: Date
  pausedAt: Date | null
  /** It waits for its next number since the database was restored. */
  restoredAt: Date | null
  resumedAt: Date | null
  passwordChangedAt: Date
  /** Its latest successful sign-in. */
  lastSeenAt: Date | null
  /** When its silence becomes one, see rhythm.ts. */
  silentAt: Date | null
  /** The failed sign-ins since then. */
  refusedSince: Date | null
  refusedAt: Date | null
  refusedLogin: string | null
  /** Whether it is owed orders now. */
  hasOwedOrders: boolean
  /** Answers with orders since its latest confirmation, or all if there was none. */
  unconfirmed: UnconfirmedAnswers | null
  /** The latest confirmation of orders. */
  confirmedAt: Date | null
  /** The latest exchange, if it failed and confirmed nothing. */
  failed: { at: Date; failure: string | null } | null
  /** Number of orders among which the refused one is being searched for; null: no search. */
  searched: number | null
  /** It confirmed no order since that search began, whichever it was given. */
  takesNone: boolean
  /** The state that was last reported. */
  reported: { state: IntegrationState; since: Date } | null
}

export interface UnconfirmedAnswers {
  /** When the first ended. */
  since: Date
  /** In how many exchanges. */
  exchanges: number
  /** When the latest ended. */
  lastAt: Date
  /** Orders of the latest. */
  orders: number
  /** The latest broke off before its end. */
  isCut: boolean
}

export interface StateRule {
  /** SILENT_AFTER_HOURS */
  silentAfterHours: number
  /** CONFIRM_WITHIN_MINUTES: how long a 1C is presumed to be loading what it got. */
  confirmWithinMinutes: number
}

export interface DecidedState {
  state: IntegrationState
  since: Date
  cause: StateCause
  /** The state that was last reported. */
  reported: IntegrationState | null
}

/** Derives the state. What prevents an exchange takes precedence over problems within one. */
export function decideState(facts: StateFacts, rule: StateRule, now: Date): DecidedState {
  const { lastSeenAt, passwordChangedAt, reported } = facts
  const decided = (
    state: IntegrationState,
    since: Date,
    code: StateCode,
    more: Partial<StateCause> = {},
  ) => ({
    state,
    since,
    cause: { code, orders: null, login: null, failure: null, ...more },
    reported: reported?.state ?? null,
  })

  // The state began when it was first reported, even if the rows of that time have been deleted since.
  const reportedSince = (state: IntegrationState, since: Date): Date =>
    reported?.state === state && reported.since < since ? reported.since : since

  if (facts.restoredAt) return decided('paused', facts.restoredAt, 'restored')
  if (!facts.enabled) return decided('paused', facts.pausedAt ?? facts.createdAt, 'paused')
  const { refusedAt, refusedSince, refusedLogin } = facts
  if (refusedAt && refusedSince && refusedAt > passwordChangedAt) {
    return decided('refused', refusedSince, refusedLogin === null ? 'wrong-password' : 'wrong-login', {
      login: refusedLogin,
    })
  }
  if (!lastSeenAt) return decided('waiting', facts.createdAt, 'never-called')
  if (lastSeenAt < passwordChangedAt) return decided('waiting', passwordChangedAt, 'new-password')
  if (facts.silentAt && facts.silentAt < now) return decided('silent', lastSeenAt, 'no-calls')

  const { unconfirmed, failed, searched } = facts
  if (facts.hasOwedOrders && failed && (!unconfirmed || failed.at > unconfirmed.lastAt)) {
    const { failure } = failed
    return decided(
      'unconfirmed',
      reportedSince('unconfirmed', unconfirmed?.since ?? failed.at),
      failure === null ? 'cut' : 'failed',
      { failure, orders: unconfirmed?.orders ?? null },
    )
  }
  // During a search the 1C confirms parts, but its state stays unconfirmed until the refused order is found.
  if (facts.hasOwedOrders && searched) {
    const since = reportedSince('unconfirmed', unconfirmed?.since ?? latest(facts.confirmedAt, lastSeenAt))
    return decided('unconfirmed', since, facts.takesNone ? 'takes-none' : 'searching', { orders: searched })
  }
  if (facts.hasOwedOrders && unconfirmed) {
    const { orders, exchanges, lastAt, isCut } = unconfirmed
    const since = reportedSince('unconfirmed', unconfirmed.since)
    const isLoading = exchanges === 1 && !isCut && !isOlder(lastAt, rule.confirmWithinMinutes, now)
    return decided('unconfirmed', since, isLoading ? 'loading' : isCut ? 'cut' : 'not-confirmed', { orders })
  }
  const wellSince = reportedSince('exchanging', latest(lastSeenAt, facts.confirmedAt, facts.resumedAt))
  return decided('exchanging', wellSince, 'working')
}

function latest(...times: (Date | null)[]): Date {
  return new Date(Math.max(...times.map(time => time?.getTime() ?? 0)))
}

function isOlder(at: Date, minutes: number, now: Date): boolean {
  return now.getTime() - at.getTime() > minutes * 60_000
}
