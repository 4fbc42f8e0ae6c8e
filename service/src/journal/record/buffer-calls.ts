import { PROFILES } from '../../clients/index.js'
import type { Database } from '../../db/database.js'
import { LIVE_CHANNEL } from '../../db/live-channel.js'
import { COUNT_FAILURES, RETURNING_OUTCOMES } from '../../exchange-sessions/count-exchanges.js'
import type { Logger } from '../../log.js'
import { packCalls } from '../brief/brief-calls.js'
import type { LiveEvent } from '../live-event.js'
import type { RecordedIntegration } from './known-entry.js'

/**
 * The part of a call that is buffered until it is written. It is small, because thousands may be buffered and the garbage collector has
 * to move them.
 */
export interface BufferedCall {
  sessionId: number
  /** The client sent the session's cookie. */
  byCookie: boolean
  integration: RecordedIntegration | undefined
  /** The result of writeCall. */
  written: string
  /** Milliseconds since 1970. */
  endedAt: number
  opensSession: boolean
  asksOrders: boolean
}

/** Writes brief calls of many sessions in one statement. */
export interface CallBuffer extends AsyncDisposable {
  /** Adds a call, which is written soon, or dropped if that is impossible. */
  add(call: BufferedCall): void
  /** Writes the buffer now; with `sessionId`, only if it contains calls of that session. */
  flush(sessionId?: number): Promise<void>
  /** Writes until nothing is left; what can't be written is dropped. */
  settled(): Promise<void>
}

/** Long enough to combine all calls of an exchange, short enough for people watching. */
const BUFFER_MS = 500
/** With this many, the buffer is written without waiting. */
const CALLS_AT_ONCE = 2000
/** Most calls to buffer while the database is down, a few kilobytes each. */
const MAX_WAITING = 10_000
/** Calls of a locked session are tried again this many times, so that the others don't wait for a long transaction. */
const MAX_ATTEMPTS = 20

interface Waiting {
  call: BufferedCall
  attempts: number
}

export function bufferCalls(db: Database, log: Logger): CallBuffer {
  const waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), BUFFER_MS).unref()
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(writeWaiting)
    return writing
  }
  const writeWaiting = async (): Promise<void> => {
    const batch = waiting.splice(0, CALLS_AT_ONCE)
    if (batch.length === 0) return
    try {
      const done = await writeCalls(
        db,
        batch.map(({ call }) => call),
      )
      for (const item of batch) {
        if (done.has(item.call.sessionId)) continue
        if (++item.attempts < MAX_ATTEMPTS) waiting.push(item)
        else logDropped(1)
      }
    } catch (error) {
      log.error({ err: error, calls: batch.length }, 'journal: could not write calls')
    }
    if (waiting.length > 0) schedule()
  }
  const logDropped = (calls: number): void => log.warn({ calls }, 'journal: calls are not kept')
  const settled = async (): Promise<void> => {
    await writing
    for (let turn = 0; turn < MAX_ATTEMPTS && waiting.length > 0; turn++) await flush()
    clearTimeout(timer)
    timer = undefined
  }

  return {
    add(call) {
      if (waiting.length >= MAX_WAITING) return logDropped(1)
      waiting.push({ call, attempts: 0 })
      if (waiting.length >= CALLS_AT_ONCE) void flush()
      else schedule()
    },
    async flush(sessionId) {
      if (sessionId !== undefined && !waiting.some(({ call }) => call.sessionId === sessionId)) return writing
      return flush()
    },
    settled,
    [Symbol.asyncDispose]: settled,
  }
}

/** Writes calls; returns the sessions whose calls were written. The rows of the others are locked or deleted. */
async function writeCalls(db: Database, calls: readonly BufferedCall[]): Promise<Set<number>> {
  const sessions = new Map<number, BufferedCall[]>()
  for (const call of calls) {
    const others = sessions.get(call.sessionId)
    if (others) others.push(call)
    else sessions.set(call.sessionId, [call])
  }
  const rows = [...sessions].map(([id, own]) => ({
    id,
    piece: packCalls(own.map(({ written }) => written)),
    count: own.length,
    endedAt: new Date(Math.max(...own.map(({ endedAt }) => endedAt))),
    emptied: own.some(call => call.asksOrders),
    cookieSeen: own.some(call => call.byCookie),
    addsUp: own.some(
      ({ integration }) => integration !== undefined && PROFILES[integration.client].asksUntilEmpty === true,
    ),
  }))
  const { rows: done } = await db.query<{ id: number }>(WRITE_CALLS, [
    rows.map(({ id }) => id),
    rows.map(({ piece }) => piece),
    rows.map(({ count }) => count),
    rows.map(({ endedAt }) => endedAt),
    rows.map(({ emptied }) => emptied),
    rows.map(({ addsUp }) => addsUp),
    [...new Set(calls.map(call => JSON.stringify(eventOf(call))))],
    LIVE_CHANNEL,
    rows.map(({ cookieSeen }) => cookieSeen),
  ])
  return new Set(done.map(({ id }) => id))
}

// For a client that queries until the answer is empty, an empty answer ends the download; after a success it changes nothing.
// Losing the last moments in a crash of the database machine is acceptable, so there is no wait for the disk.
const WRITE_CALLS = `
  with call as (
    select * from unnest($1::bigint[], $2::bytea[], $3::int[], $4::timestamptz[], $5::boolean[], $6::boolean[], $9::boolean[])
      as c(id, piece, count, ended_at, emptied, adds_up, cookie_seen)),
  before as (
    select id, outcome from exchange_session where id = any($1) order by id for no key update skip locked),
  notified as (
    select count(pg_notify($8, event)) from unnest($7::text[]) event),
  summary as (
    update exchange_session s
       set brief_calls = s.brief_calls || c.piece, brief_count = s.brief_count + c.count,
           cookie_seen = s.cookie_seen or c.cookie_seen, last_call_at = greatest(s.last_call_at, c.ended_at), ended_at = greatest(s.ended_at, c.ended_at),
           outcome = case when not c.emptied then s.outcome
                          when s.orders_confirmed > 0 then 'confirmed'
                          when c.adds_up and s.orders_offered > 0 then 'unconfirmed' else 'nothing' end,
           orders_offered = case when c.emptied and not c.adds_up then s.orders_confirmed else s.orders_offered end,
           failure = case when c.emptied then null else s.failure end
      from call c join before on before.id = c.id
     where s.id = c.id and s.id = any($1) ${RETURNING_OUTCOMES}),
  ${COUNT_FAILURES}
  select id, (select count from notified), set_config('synchronous_commit', 'off', true) from summary`

function eventOf({ opensSession, sessionId, integration }: BufferedCall): LiveEvent {
  return {
    kind: opensSession ? 'session-opened' : 'entry-finished',
    locationId: integration?.locationId ?? null,
    integrationId: integration?.id ?? null,
    sessionId,
  }
}
