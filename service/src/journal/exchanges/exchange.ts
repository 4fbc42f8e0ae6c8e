import {
  describeEnding,
  describeMissingCalls,
  type Ending,
  type ExchangeOutcome,
  type StepOutcome,
} from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { type BatchNote, loadBatchNotes } from '../../outbox/batches/read-batches.js'
import type { EmptyCall } from '../record/empty-call.js'

/** One request of an exchange. */
interface Step {
  type: string | null
  mode: string | null
  outcome: StepOutcome
}

/** An exchange: all requests of one session of a 1C. */
export interface Exchange {
  id: number
  /** Null when the integration has been removed since. */
  integrationId: string | null
  /** Known for a removed integration, too. */
  integrationName: string | null
  startedAt: Date
  lastCallAt: Date
  /** From its first request to the end of its last. */
  durationMs: number
  /** The client's User-Agent. */
  client: string
  address: string
  /** The first hundred. */
  steps: Step[]
  ordersOffered: number
  ordersConfirmed: number
  outcome: ExchangeOutcome
  /** How it ended and what that means, in Russian. */
  summary: string
  /** The same as data. */
  ending: Pick<Ending, 'failure' | 'queried' | 'uploaded' | 'confirmsFailures'>
  /** Why it was not sent everything that was owed, in Russian. */
  note: string | null
  notes: BatchNote[]
}

export interface ExchangeRow {
  id: number
  integration_id: string | null
  integration_name: string | null
  opened_at: Date
  last_call_at: Date
  ended_at: Date | null
  user_agent: string
  address: string
  outcome: ExchangeOutcome
  orders_offered: number
  orders_confirmed: number
  failure: string | null
  calls: EmptyCall[]
  calls_missing: number
  client_kind: ClientChoice | null
}

/** From `exchange_session s`. */
export const SELECT_EXCHANGE = `
  select s.id, i.id as integration_id, coalesce(i.name, r.name) as integration_name, s.opened_at,
    s.last_call_at,
         s.ended_at, s.user_agent, s.address, s.outcome, s.orders_offered, s.orders_confirmed, s.failure,
         s.calls, s.calls_missing,
         coalesce(nullif(i.settings->>'client', 'auto'), i.recognized_client) as client_kind`
export const JOIN_EXCHANGE = `
  left join integration i on i.key = s.integration_key
  left join removed_integration r on r.key = s.integration_key`

/** Includes the first hundred steps of each. */
export async function toExchanges(db: Queryable, rows: readonly ExchangeRow[]): Promise<Exchange[]> {
  const kept = await loadSteps(db, rows)
  const notes = await loadBatchNotes(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(row => {
    const empty = row.calls.map(
      ({ at, type = null, mode = null }): TimedStep => ({ at: new Date(at), type, mode, outcome: 'done' }),
    )
    const steps = [...empty, ...(kept.get(row.id) ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime())
    return toExchange(row, steps.slice(0, MAX_STEPS), notes.get(row.id) ?? [])
  })
}

const MAX_STEPS = 100

type TimedStep = Step & { at: Date }

/** Steps stored as entries, by session. */
async function loadSteps(db: Queryable, sessions: readonly ExchangeRow[]): Promise<Map<number, TimedStep[]>> {
  const found = new Map<number, TimedStep[]>()
  const [from, to] = entryIds(sessions)
  const { rows } = await db.query<TimedStep & { session: number }>(
    `select k.session, e.at, e.type, e.mode, e.outcome
       from unnest($1::bigint[]) as k(session)
      cross join lateral (
        select id, at, type, mode, outcome from journal_entry
         where session_id = k.session and id >= $2 and id < $3 order by id limit $4) e
      order by e.id`,
    [sessions.map(({ id }) => id), from, to, MAX_STEPS],
  )
  for (const { session, ...step } of rows) {
    const steps = found.get(session)
    if (steps) steps.push(step)
    else found.set(session, [step])
  }
  return found
}

/** The range of ids in which the entries of these sessions are: ids are numbered by day. */
export function entryIds(
  sessions: readonly Pick<ExchangeRow, 'opened_at' | 'last_call_at'>[],
): [number, number] {
  const first = Math.min(...sessions.map(row => dayOf(row.opened_at)))
  // One day more: calls may begin before midnight, and the clocks of servers differ.
  const last = Math.max(...sessions.map(row => dayOf(row.last_call_at)))
  return sessions.length === 0 ? [0, 0] : [firstIdOf(first - 1), firstIdOf(last + 2)]
}

function toExchange(row: ExchangeRow, steps: TimedStep[], notes: BatchNote[]): Exchange {
  const ending: Ending = {
    outcome: row.outcome,
    ordersOffered: row.orders_offered,
    ordersConfirmed: row.orders_confirmed,
    failure: row.failure,
    confirmsFailures: row.client_kind !== null && PROFILES[row.client_kind].confirmsFailures === true,
    queried: steps.some(({ type, mode }) => type === 'sale' && mode === 'query'),
    uploaded: steps.some(({ mode, outcome }) => mode === 'file' && outcome === 'done'),
  }
  const note = notes.map(({ message }) => message).join(' ') || null
  const endedAt = Math.max(row.last_call_at.getTime(), row.ended_at?.getTime() ?? 0)
  return {
    id: row.id,
    integrationId: row.integration_id,
    integrationName: row.integration_name,
    startedAt: row.opened_at,
    lastCallAt: row.last_call_at,
    durationMs: Math.max(0, endedAt - row.opened_at.getTime()),
    client: row.user_agent,
    address: row.address,
    steps: steps.map(({ type, mode, outcome }) => ({ type, mode, outcome })),
    ordersOffered: row.orders_offered,
    ordersConfirmed: row.orders_confirmed,
    outcome: row.outcome,
    summary: [note, describeEnding(ending, 'ru'), describeMissingCalls(row.calls_missing, 'ru')]
      .filter(Boolean)
      .join(' '),
    ending: {
      failure: ending.failure,
      queried: ending.queried,
      uploaded: ending.uploaded,
      confirmsFailures: ending.confirmsFailures,
    },
    note,
    notes,
  }
}
