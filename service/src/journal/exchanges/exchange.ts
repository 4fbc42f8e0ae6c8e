import { describeEnding, describeMissingCalls } from '@obmen/contract'
import type { Exchange as ShownExchange } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import type { WithTimes } from '../../db/rows.js'
import { type BatchNote, loadBatchNotes } from '../../outbox/batches/read-batches.js'
import { readCalls, type StoredCalls } from '../record/empty-call.js'

type Step = Exchange['steps'][number]

/** An exchange: all requests of one session of a 1C. */
export type Exchange = WithTimes<Omit<ShownExchange, 'run'>, 'startedAt' | 'lastCallAt'>

export interface ExchangeRow extends Omit<Exchange, 'durationMs' | 'steps' | keyof Words> {
  endedAt: Date | null
  failure: string | null
  calls: StoredCalls
  callsMissing: number
  clientKind: ClientChoice | null
}

type Words = Pick<Exchange, 'summary' | 'ending' | 'note' | 'notes'>

export const SELECT_EXCHANGE = `
  select s.id, i.id as "integrationId", coalesce(i.name, r.name) as "integrationName",
         s.opened_at as "startedAt", s.last_call_at as "lastCallAt", s.ended_at as "endedAt",
         s.user_agent as client, s.address, s.outcome, s.orders_offered as "ordersOffered",
         s.orders_confirmed as "ordersConfirmed", s.failure, s.calls, s.calls_missing as "callsMissing",
         coalesce(nullif(i.settings->>'client', 'auto'), i.recognized_client) as "clientKind"`
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
    const empty = readCalls(row.calls).map(
      ({ at, type = null, mode = null }): TimedStep => ({ at: new Date(at), type, mode, outcome: 'done' }),
    )
    const steps = [...empty, ...(kept.get(row.id) ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime())
    return toExchange(row, steps.slice(0, MAX_STEPS), notes.get(row.id) ?? [])
  })
}

const MAX_STEPS = 100

type TimedStep = Step & { at: Date }

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
  sessions: readonly Pick<ExchangeRow, 'startedAt' | 'lastCallAt'>[],
): [number, number] {
  const first = Math.min(...sessions.map(row => dayOf(row.startedAt)))
  // One day more: calls may begin before midnight, and the clocks of servers differ.
  const last = Math.max(...sessions.map(row => dayOf(row.lastCallAt)))
  return sessions.length === 0 ? [0, 0] : [firstIdOf(first - 1), firstIdOf(last + 2)]
}

function toExchange(row: ExchangeRow, steps: TimedStep[], notes: BatchNote[]): Exchange {
  const { endedAt, failure, calls: _, callsMissing, clientKind, ...shown } = row
  const ending = {
    failure,
    queried: steps.some(({ type, mode }) => type === 'sale' && mode === 'query'),
    uploaded: steps.some(({ mode, outcome }) => mode === 'file' && outcome === 'done'),
    confirmsFailures: clientKind !== null && PROFILES[clientKind].confirmsFailures === true,
  }
  const note = notes.map(({ message }) => message).join(' ') || null
  const words = [
    note,
    // Orders are owed then, and the note says so.
    notes.some(({ code }) => code === 'control-given') && shown.outcome === 'nothing'
      ? null
      : describeEnding({ ...shown, ...ending }, 'ru'),
    describeMissingCalls(callsMissing, 'ru'),
  ]
  const lastAt = Math.max(shown.lastCallAt.getTime(), endedAt?.getTime() ?? 0)
  return {
    ...shown,
    durationMs: Math.max(0, lastAt - shown.startedAt.getTime()),
    steps: steps.map(({ type, mode, outcome }) => ({ type, mode, outcome })),
    summary: words.filter(Boolean).join(' '),
    ending,
    note,
    notes,
  }
}
