import type { IntegrationState, StateCause, StateCode } from '@obmen/contract'

/** Facts about the last outcomes of an integration. */
export interface StateFacts {
  enabled: boolean
  createdAt: Date
  pausedAt: Date | null
  resumedAt: Date | null
  passwordChangedAt: Date
  /** Its latest successful sign-in. */
  lastSeenAt: Date | null
  /** The failed sign-ins since then. */
  refusedSince: Date | null
  refusedAt: Date | null
  refusedLogin: string | null
  /** It is owed orders now. */
  owes: boolean
  /** Answers with orders that ended after its latest confirmation, or all if there was none. */
  unconfirmed: UnconfirmedAnswers | null
  /** The latest confirmation of orders. */
  confirmedAt: Date | null
  /** The latest exchange, if it failed and confirmed nothing. */
  failed: { at: Date; failure: string | null } | null
  /** Number of orders among which the refused one is being searched for; null: no search. */
  searched: number | null
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
  /** CONFIRM_WITHIN_MINUTES: for so long a 1C is presumed to be loading what it got. */
  confirmWithinMinutes: number
}

export interface DecidedState {
  state: IntegrationState
  since: Date
  cause: StateCause
  /** The state that was last reported. */
  reported: IntegrationState | null
}

/**
 * The state that follows from the last outcomes. Obstacles to an exchange precede problems within it: paused, refused,
 * waiting, silent, unconfirmed.
 */
export function decideState(facts: StateFacts, rule: StateRule, now: Date): DecidedState {
  const { lastSeenAt, passwordChangedAt, reported } = facts
  const is = (state: IntegrationState, since: Date, code: StateCode, more: Partial<StateCause> = {}) => ({
    state,
    since,
    cause: { code, orders: null, login: null, failure: null, ...more },
    reported: reported?.state ?? null,
  })

  // It began when it was first reported, although its beginning may have been deleted since.
  const orEarlier = (state: IntegrationState, since: Date): Date =>
    reported?.state === state && reported.since < since ? reported.since : since

  if (!facts.enabled) return is('paused', facts.pausedAt ?? facts.createdAt, 'paused')
  const { refusedAt, refusedSince, refusedLogin } = facts
  if (refusedAt && refusedSince && refusedAt > passwordChangedAt) {
    return is('refused', refusedSince, refusedLogin === null ? 'wrong-password' : 'wrong-login', {
      login: refusedLogin,
    })
  }
  if (!lastSeenAt) return is('waiting', facts.createdAt, 'never-called')
  if (lastSeenAt < passwordChangedAt) return is('waiting', passwordChangedAt, 'new-password')
  if (isOlder(lastSeenAt, rule.silentAfterHours * 60, now)) return is('silent', lastSeenAt, 'no-calls')

  const { unconfirmed, failed, searched } = facts
  if (facts.owes && failed && (!unconfirmed || failed.at > unconfirmed.lastAt)) {
    const { failure } = failed
    return is(
      'unconfirmed',
      orEarlier('unconfirmed', unconfirmed?.since ?? failed.at),
      failure === null ? 'cut' : 'failed',
      { failure, orders: unconfirmed?.orders ?? null },
    )
  }
  // It confirms parts meanwhile, and goes on being unconfirmed until the order is found.
  if (facts.owes && searched) {
    const since = orEarlier('unconfirmed', unconfirmed?.since ?? latest(facts.confirmedAt, lastSeenAt))
    return is('unconfirmed', since, 'searching', { orders: searched })
  }
  if (facts.owes && unconfirmed) {
    const { orders, exchanges, lastAt, isCut } = unconfirmed
    const since = orEarlier('unconfirmed', unconfirmed.since)
    const isLoading = exchanges === 1 && !isCut && !isOlder(lastAt, rule.confirmWithinMinutes, now)
    return is('unconfirmed', since, isLoading ? 'loading' : isCut ? 'cut' : 'not-confirmed', { orders })
  }
  const wellSince = orEarlier('exchanging', latest(lastSeenAt, facts.confirmedAt, facts.resumedAt))
  return is('exchanging', wellSince, 'working')
}

function latest(...times: (Date | null)[]): Date {
  return new Date(Math.max(...times.map(time => time?.getTime() ?? 0)))
}

function isOlder(at: Date, minutes: number, now: Date): boolean {
  return now.getTime() - at.getTime() > minutes * 60_000
}
