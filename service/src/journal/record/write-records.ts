import type { ExchangeOutcome } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'
import { LIVE_CHANNEL } from '../../db/live-channel.js'
import { COUNT_FAILURES, RETURNING_OUTCOMES } from '../../exchange-sessions/count-exchanges.js'
import type { LiveEvent } from '../live-event.js'
import type { BodyWriter } from './body-writer.js'
import { packCalls } from './empty-call.js'
import type { Ending, Entry } from './entry.js'
import { afterCall, type Summary } from './summary.js'

export interface FinishedRecord {
  entry: Entry
  ending: Ending
  id: number | undefined
  /** What writeEmptyCall made of a call that carried nothing; it gets no row of its own. */
  emptyCall: string | undefined
  byCookie: boolean
  /** The integration that a login without a session probably meant. */
  meantFor: number | undefined
  request: BodyWriter | undefined
  response: BodyWriter
  onWritten(id: number): void
}

/** Most calls without orders in a session's row; later ones are only counted, so that the row stays small. */
const MAX_EMPTY_CALLS = 200

interface Session extends Summary {
  id: number
  calls: number
}

interface Change {
  summary: Summary
  calls: string[]
  missing: number
  endedAt: number
  byCookie: boolean
  stored: number
}

/** In one transaction; `missing` counts dropped calls. Returns the sessions that are locked or gone. */
export async function writeRecords(
  db: Database,
  records: readonly FinishedRecord[],
  missing: ReadonlyMap<number, number>,
): Promise<Set<number>> {
  const ids = [...new Set([...records.map(({ entry }) => entry.sessionId!), ...missing.keys()])]
  if (ids.length === 0) return new Set()
  return db.transaction(async tx => {
    const sessions = await lockSessions(tx, ids)
    const changes = new Map([...sessions].map(([id, session]) => [id, beginChange(session, missing.get(id))]))
    const written = records.filter(({ entry }) => changes.has(entry.sessionId!))
    for (const record of written) addToChange(changes.get(record.entry.sessionId!)!, record)
    await insertEntries(tx, written)
    await updateEntries(tx, written)
    await updateSessions(tx, changes, eventsOf(written, changes))
    return new Set(ids.filter(id => !changes.has(id)))
  })
}

/** The last moments may be lost in a crash of the database machine: no wait for the disk. */
async function lockSessions(tx: Queryable, ids: readonly number[]): Promise<Map<number, Session>> {
  await tx.query('set local synchronous_commit = off')
  const { rows } = await tx.query<Session>(
    `select id, outcome, orders_offered as offered, orders_confirmed as confirmed, failure,
      call_count as calls
       from exchange_session where id = any($1) order by id for no key update skip locked`,
    [ids],
  )
  return new Map(rows.map(row => [row.id, row]))
}

function beginChange({ calls: stored, id: _id, ...summary }: Session, missing = 0): Change {
  return { summary, calls: [], missing, endedAt: 0, byCookie: false, stored }
}

function addToChange(change: Change, { entry, ending, emptyCall, byCookie }: FinishedRecord): void {
  change.summary = afterCall(change.summary, { ...entry, ...ending })
  change.endedAt = Math.max(change.endedAt, entry.at.getTime() + ending.durationMs)
  change.byCookie ||= byCookie
  if (emptyCall === undefined) return
  const kept = change.stored + change.calls.length
  // A client that only signs in again and again is counted.
  if (kept < MAX_EMPTY_CALLS && (kept === 0 || entry.mode !== 'checkauth')) change.calls.push(emptyCall)
  else change.missing++
}

const BEGIN_COLUMNS = `location_id, integration_key, at, session_id, address, method, url, login, type, mode,
  request_headers`
const END_COLUMNS = `outcome, duration_ms, status, response_headers, order_count, batch_id,
  request_size, request_kept, response_size, response_kept`

/** Inserts the row of a request that is still running; returns its id. Waits for no lock. */
export async function insertRunning(db: Queryable, entry: Entry): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with before as (
       select id, outcome from exchange_session
        where id = $1 and $2 and outcome <> 'running' for no key update skip locked),
     summary as (
       update exchange_session s set outcome = 'running' from before
        where s.id = $1 and before.id = s.id ${RETURNING_OUTCOMES}),
     ${COUNT_FAILURES}
     insert into journal_entry (${BEGIN_COLUMNS}, batch_id, outcome)
     select ${BEGIN_COLUMNS}, batch_id, 'running'
       from json_populate_record(null::journal_entry, $3) returning id`,
    [entry.sessionId, entry.type === 'sale' && entry.mode === 'query', JSON.stringify(columnsOf(entry))],
  )
  return rows[0]!.id
}

function columnsOf(entry: Entry): object {
  return {
    location_id: entry.integration?.locationId,
    integration_key: entry.integration?.key,
    at: entry.at,
    session_id: entry.sessionId,
    batch_id: entry.batchId,
    address: entry.address,
    method: entry.method,
    url: entry.url,
    login: entry.login,
    type: entry.type,
    mode: entry.mode,
    request_headers: entry.requestHeaders,
  }
}

function endColumnsOf({ entry, ending, request, response }: FinishedRecord): object {
  return {
    outcome: ending.outcome,
    duration_ms: Math.max(0, Math.min(ending.durationMs, 2_147_483_647)),
    status: entry.status,
    response_headers: entry.responseHeaders,
    order_count: ending.orderCount,
    batch_id: entry.batchId,
    request_size: request?.size ?? 0,
    request_kept: request?.kept ?? 0,
    response_size: response.size,
    response_kept: response.kept,
  }
}

/** Rows, with their bodies, of requests that were not shown as running. */
async function insertEntries(tx: Queryable, records: readonly FinishedRecord[]): Promise<void> {
  const own = records.filter(({ id, emptyCall }) => id === undefined && emptyCall === undefined)
  if (own.length === 0) return
  const { rows: ids } = await tx.query<{ id: number }>(
    `select floor(extract(epoch from now()) / 86400)::bigint * 100000000
              + nextval('journal_entry_number') as id
       from generate_series(1, $1)`,
    [own.length],
  )
  const rows: object[] = []
  for (const [at, record] of own.entries()) {
    const { id } = ids[at]!
    await record.request?.flush(id, tx)
    await record.response.flush(id, tx)
    rows.push({ id, ...columnsOf(record.entry), ...endColumnsOf(record) })
    record.onWritten(id)
  }
  await tx.query(
    `insert into journal_entry (id, ${BEGIN_COLUMNS}, ${END_COLUMNS})
     select id, ${BEGIN_COLUMNS}, ${END_COLUMNS}
       from json_populate_recordset(null::journal_entry, $1)`,
    [JSON.stringify(rows)],
  )
}

/** The ends of requests that were shown as running; their bodies are written already. */
async function updateEntries(tx: Queryable, records: readonly FinishedRecord[]): Promise<void> {
  const shown = records.filter(({ id }) => id !== undefined)
  if (shown.length === 0) return
  await tx.query(
    `update journal_entry e
        set (${END_COLUMNS}) =
            (row (${END_COLUMNS.split(',').map(column => `r.${column.trim()}`)}))
       from json_populate_recordset(null::journal_entry, $1) r
      where e.id = r.id and e.id = any($2::bigint[])`,
    [
      JSON.stringify(shown.map(record => ({ id: record.id, ...endColumnsOf(record) }))),
      shown.map(({ id }) => id),
    ],
  )
}

async function updateSessions(
  tx: Queryable,
  changes: ReadonlyMap<number, Change>,
  events: readonly string[],
): Promise<void> {
  const changed = [...changes.values()]
  await tx.query(UPDATE_SESSIONS, [
    [...changes.keys()],
    changed.map(({ summary }): ExchangeOutcome => summary.outcome),
    changed.map(({ summary }) => summary.offered),
    changed.map(({ summary }) => summary.confirmed),
    changed.map(({ summary }) => summary.failure),
    changed.map(({ calls }) => JSON.stringify(packCalls(calls))),
    changed.map(({ calls }) => calls.length),
    changed.map(({ missing }) => missing),
    changed.map(({ endedAt }) => new Date(endedAt)),
    changed.map(({ byCookie }) => byCookie),
    LIVE_CHANNEL,
    events,
  ])
}

const UPDATE_SESSIONS = `
  with change as (
    select * from unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::int[],
      $8::int[],
                         $9::timestamptz[], $10::boolean[])
      as c(id, outcome, offered, confirmed, failure, calls, count, missing, ended_at, by_cookie)),
  before as (select id, outcome from exchange_session where id = any($1)),
  notified as (select count(pg_notify($11, event)) from unnest($12::text[]) event),
  summary as (
    update exchange_session s
       set outcome = c.outcome, orders_offered = c.offered, orders_confirmed = c.confirmed,
         failure = c.failure,
           calls = s.calls || c.calls::jsonb, call_count = s.call_count + c.count,
           calls_missing = s.calls_missing + c.missing, cookie_seen = s.cookie_seen or c.by_cookie,
           last_call_at = greatest(s.last_call_at, c.ended_at), ended_at = greatest(s.ended_at, c.ended_at)
      from change c join before on before.id = c.id
     where s.id = c.id and s.id = any($1) ${RETURNING_OUTCOMES}),
  ${COUNT_FAILURES}
  select count from notified`

/** What people who watch are told, once for equal calls. */
function eventsOf(records: readonly FinishedRecord[], changes: ReadonlyMap<number, Change>): string[] {
  const events = records
    .filter(({ entry }) => changes.has(entry.sessionId!))
    .map(({ entry, ending, emptyCall }): LiveEvent => {
      const { type, mode, integration, sessionId } = entry
      const confirms = type === 'sale' && mode === 'success' && ending.outcome === 'done'
      const opens = emptyCall !== undefined && mode === 'checkauth'
      return {
        kind: opens ? 'session-opened' : confirms && ending.orderCount ? 'batch-confirmed' : 'entry-finished',
        locationId: integration?.locationId ?? null,
        integrationId: integration?.id ?? null,
        sessionId: sessionId ?? null,
      }
    })
  return [...new Set(events.map(event => JSON.stringify(event)))]
}
