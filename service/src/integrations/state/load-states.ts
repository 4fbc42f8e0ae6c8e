import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { latestConfirmedBatch, unconfirmedBatches } from '../../outbox/batches/batch-sql.js'
import { hasOwedOrdersSql } from '../../outbox/entries/entry-sql.js'
import { searchedOrdersSql } from '../../outbox/quarantine/store-state.js'
import { type DecidedState, decideState, type StateFacts, type StateRule } from './decide-state.js'

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
  return new Map(rows.map(row => [row.key, decideState(toFacts(row), rule, now)]))
}

/** In JSON, dates are strings. */
type InJson<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] }
interface FactsRow extends Omit<StateFacts, 'unconfirmed' | 'failed' | 'reported'> {
  key: number
  unconfirmed: InJson<NonNullable<StateFacts['unconfirmed']>> | null
  failed: InJson<NonNullable<StateFacts['failed']>> | null
  reported: InJson<NonNullable<StateFacts['reported']>> | null
}

function toFacts({ unconfirmed, failed, reported, ...row }: FactsRow): StateFacts {
  return {
    ...row,
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

// Each integration by indexes alone: outbox_batch_integration, outbox_entry_owed, exchange_session_integration of a few days.
const SELECT_FACTS = `
  select i.key, i.enabled, i.created_at as "createdAt", i.paused_at as "pausedAt", i.resumed_at as "resumedAt", i.password_changed_at as "passwordChangedAt",
         i.last_seen_at as "lastSeenAt", i.refused_since as "refusedSince", i.refused_at as "refusedAt",
         i.refused_login as "refusedLogin",
         ${hasOwedOrdersSql('i.key')} as "hasOwedOrders", ${searchedOrdersSql('i.key')} as searched,
         confirmed.at as "confirmedAt", unconfirmed.facts as unconfirmed, failed.facts as failed, reported.facts as reported
    from unnest($1::int[]) k(key) join integration i on i.key = k.key
    left join lateral ${latestConfirmedBatch('i.key')} confirmed on true
    left join lateral (
      select json_build_object('since', min(ended_at), 'lastAt', max(ended_at), 'exchanges', count(distinct session_id),
                               'orders', (array_agg(order_count order by id desc))[1],
                               'isCut', (array_agg(sent_at is null order by id desc))[1]) as facts
        from ${unconfirmedBatches('i.key', 'coalesce(confirmed.id, 0)', '$2::int')} b
      having count(*) > 0) unconfirmed on true
    left join lateral (
      select json_build_object('at', coalesce(s.ended_at, s.last_call_at), 'failure', s.failure) as facts
        from (select * from exchange_session s
               where s.integration_key = i.key and s.id >= $3 and not s.summary_only order by s.id desc limit 1) s
       where s.outcome = 'failed' and s.orders_confirmed = 0) failed on true
    left join lateral (
      select json_build_object('state', t.state, 'since', t.since) as facts
        from integration_state t where t.integration_key = i.key) reported on true`
