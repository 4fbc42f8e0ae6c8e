import type { IntegrationState, StateCause } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { latestConfirmedBatch, unconfirmedBatches } from '../../outbox/batches/batch-sql.js'
import { hasOwedOrdersSql, oldestOwed } from '../../outbox/entries/entry-sql.js'
import { searchedOrdersSql, takesNoneSql } from '../../outbox/quarantine/quarantine-orders.js'
import { type DecidedState, decideState, type StateFacts, type StateRule } from './decide-state.js'
import { LAST_ABSENCE, type Rhythm, rhythmOf, silentAt } from './rhythm.js'

/** The present states of these integrations, by key; always derived, never read from what was reported. */
export async function loadStates(
  db: Queryable,
  integrationKeys: readonly number[],
  rule: StateRule,
  now = new Date(),
): Promise<Map<number, DecidedState>> {
  const { rows } = await db.query<FactsRow>(SELECT_FACTS, [
    integrationKeys,
    rule.confirmWithinMinutes,
    firstIdOf(dayOf(now) - RECENT_DAYS),
  ])
  return new Map(rows.map(row => [row.key, decideState(toFacts(row, rule), rule, now)]))
}

/** In JSON, dates are strings. */
type InJson<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] }
interface FactsRow extends Omit<StateFacts, 'unconfirmed' | 'failed' | 'reported' | 'silentAt'> {
  key: number
  silentAfter: number | null
  /** When servers were there again. */
  backAt: Date | null
  rhythm: InJson<Pick<Rhythm, 'nextLastWeek' | 'longestPause'>> | null
  unconfirmed: InJson<NonNullable<StateFacts['unconfirmed']>> | null
  failed: InJson<NonNullable<StateFacts['failed']>> | null
  reported: InJson<NonNullable<StateFacts['reported']>> | null
}

function toFacts(facts: FactsRow, rule: StateRule): StateFacts {
  const { unconfirmed, failed, reported, rhythm, silentAfter, backAt, ...row } = facts
  const { lastSeenAt } = row
  // One that was silent before servers were away stays so until it calls.
  const wasSilent = reported?.state === 'silent' && lastSeenAt && new Date(reported.since) >= lastSeenAt
  const isExcused = backAt && lastSeenAt && backAt > lastSeenAt
  const nextLastWeek = rhythm?.nextLastWeek ? new Date(rhythm.nextLastWeek) : null
  const longestPause = rhythm?.longestPause ?? null
  return {
    ...row,
    silentAt:
      isExcused && wasSilent
        ? lastSeenAt
        : silentAt(
            { lastSeenAt: isExcused ? backAt : lastSeenAt, silentAfter, nextLastWeek, longestPause },
            rule,
          ),
    unconfirmed: unconfirmed && {
      ...unconfirmed,
      since: new Date(unconfirmed.since),
      lastAt: new Date(unconfirmed.lastAt),
    },
    failed: failed && { ...failed, at: new Date(failed.at) },
    reported: reported && { ...reported, since: new Date(reported.since) },
  }
}

/** Exchanges older than this don't matter: a 1C that has not called for so long is silent. */
const RECENT_DAYS = 3

// Each integration by indexes alone: outbox_batch_integration, outbox_entry_owed,
// exchange_session_integration of a few days.
const SELECT_FACTS = `
  select i.key, i.enabled, i.created_at as "createdAt", i.paused_at as "pausedAt",
         i.restored_at as "restoredAt",
         i.resumed_at as "resumedAt", i.password_changed_at as "passwordChangedAt",
         i.last_seen_at as "lastSeenAt", i.refused_since as "refusedSince", i.refused_at as "refusedAt",
         i.refused_login as "refusedLogin",
         ${hasOwedOrdersSql('i.key')} as "hasOwedOrders", ${searchedOrdersSql('i.key')} as searched,
         ${takesNoneSql('i.key')} as "takesNone",
         confirmed.at as "confirmedAt", unconfirmed.facts as unconfirmed, failed.facts as failed,
         reported.facts as reported, rhythm.facts as rhythm,
         (i.settings->>'silentafter')::int as "silentAfter", absence.ended_at as "backAt"
    from unnest($1::int[]) k(key) join integration i on i.key = k.key
    left join lateral ${latestConfirmedBatch('i.key')} confirmed on true
    left join lateral (
      select json_build_object('since', min(ended_at), 'lastAt', max(ended_at),
                               'exchanges', count(distinct session_id),
                               'orders', (array_agg(order_count order by id desc))[1],
                               'isCut', (array_agg(sent_at is null order by id desc))[1]) as facts
        from ${unconfirmedBatches('i.key', 'coalesce(confirmed.id, 0)', '$2::int')} b
      having count(*) > 0) unconfirmed on true
    left join lateral (
      select json_build_object('at', coalesce(s.ended_at, s.last_call_at), 'failure', s.failure) as facts
        from (select * from exchange_session s
               where s.integration_key = i.key and s.id >= $3 and not s.summary_only
               order by s.id desc limit 1) s
       where s.outcome = 'failed' and s.orders_confirmed = 0) failed on true
    left join lateral (
      select json_build_object('state', t.state, 'since', t.since) as facts
        from integration_state t where t.integration_key = i.key) reported on true
    left join ${LAST_ABSENCE} absence on true
    left join lateral ${rhythmOf('i', 'absence')} rhythm on true`

export interface TroubledIntegration {
  id: string
  name: string
  companyName: string
  state: IntegrationState
  /** Of the state; of one that works and is late, since when its first order waits. */
  since: Date
  cause: StateCause
  /** Orders that it is owed, up to COUNTED, and since when the first of them. */
  orders: number
  owedSince: Date | null
}

export interface Troubled {
  /** Those that get nothing and have waited for longest come first. */
  integrations: TroubledIntegration[]
  /** There are more. */
  more: boolean
}

/** A 1C on a schedule would have fetched its orders by then. */
export const LATE = "interval '1 hour'"
/** Orders owed since before then are late; for an hour after an absence only those that were before it. */
const LATE_SINCE = `least(now() - ${LATE}, (
  select began_at - ${LATE} from ${LAST_ABSENCE} absence where ended_at > now() - ${LATE}))`

/** Integrations in trouble now: their last reported state, moments old, says so, or orders keep waiting. */
export async function listTroubled(
  db: Queryable,
  scope: Scope,
  rule: StateRule,
  limit: number,
): Promise<Troubled> {
  const rows = await findTroubled(db, [locationIn(scope), companiesIn(scope), limit + 1])
  const shown = rows.slice(0, limit)
  const judged = await judgeTroubled(db, shown, rule)
  const integrations = judged.map(({ key: _, locationId: __, late: ___, ...one }) => one)
  return { integrations, more: rows.length > limit }
}

export interface TroubledAnywhere extends TroubledIntegration {
  key: number
  locationId: string
  /** Orders have been waiting for it for over an hour. */
  late: boolean
}

/** So many of all locations raise alarms. */
const MOST_TROUBLED = 10_000

/** Those of all locations. */
export async function listAllTroubled(db: Queryable, rule: StateRule): Promise<TroubledAnywhere[]> {
  return judgeTroubled(db, await findTroubled(db, [null, null, MOST_TROUBLED]), rule)
}

/** So many of all locations are counted. */
const TROUBLED_COUNTED = 1000

/** How many of each location's integrations are in trouble, by the same rule, by its id. */
export async function countTroubled(db: Queryable, rule: StateRule): Promise<Map<string, number>> {
  const rows = await findTroubled(db, [null, null, TROUBLED_COUNTED])
  const counts = new Map<string, number>()
  for (const { locationId } of await judgeTroubled(db, rows, rule))
    counts.set(locationId, (counts.get(locationId) ?? 0) + 1)
  return counts
}

/** How many integrations there are, and when any 1C called last. */
export async function lastCalls(db: Queryable): Promise<{ integrations: number; lastCallAt: Date | null }> {
  const { rows } = await db.query<{ integrations: number; lastCallAt: Date | null }>(
    `select count(*)::int as integrations, max(last_seen_at) as "lastCallAt" from integration`,
  )
  return rows[0]!
}

type Named = Pick<TroubledIntegration, 'id' | 'name' | 'companyName' | 'orders' | 'owedSince'>
interface TroubledRow extends Named {
  key: number
  late: boolean
  locationId: string
}

/** Of a location, or of all (null). */
async function findTroubled(
  db: Queryable,
  values: [locationId: string | null, companies: ReturnType<typeof companiesIn> | null, limit: number],
): Promise<TroubledRow[]> {
  const { rows } = await db.query<TroubledRow>(
    `select t.*, (select count(*) from ${oldestOwed('t.key')} owed) as orders from (
       select i.key, i.id, i.name, i.location_id as "locationId", c.name as "companyName",
              oldest.owed_since as "owedSince",
              coalesce(oldest.owed_since < ${LATE_SINCE}, false) as late
         from integration i
         join company c on c.id = i.company_id
         left join integration_state t on t.integration_key = i.key
         left join lateral ${oldestOwed('i.key', 1)} oldest on true
        where ($1::uuid is null or i.location_id = $1) and ${companySeenSql('i.company_id', '$2')}
          and not i.sandbox
          and (i.enabled and t.state in ('refused', 'unconfirmed', 'silent')
               or i.enabled and i.last_seen_at < i.password_changed_at
               or i.restored_at is not null
               or not i.enabled and oldest.owed_since is not null
               or oldest.owed_since < ${LATE_SINCE})
        order by coalesce(t.state in ('refused', 'unconfirmed'), false) desc, oldest.owed_since, i.key
        limit $3) t`,
    values,
  )
  return rows
}

async function judgeTroubled(
  db: Queryable,
  rows: readonly TroubledRow[],
  rule: StateRule,
): Promise<TroubledAnywhere[]> {
  const keys = rows.map(({ key }) => key)
  const states = await loadStates(db, keys, rule)
  return rows.flatMap(named => {
    const { state, since, cause } = states.get(named.key)!
    if (!isTrouble(cause.code, named.late, named.owedSince !== null)) return []
    return [{ ...named, state, since: (state === 'exchanging' && named.owedSince) || since, cause }]
  })
}

function isTrouble(code: StateCause['code'], late: boolean, owed: boolean): boolean {
  switch (code) {
    case 'loading':
      return false
    case 'working':
    case 'never-called':
      return late
    case 'paused':
      // Whoever paused it knows; waiting orders are another matter.
      return owed
    default:
      return true
  }
}
