import type { Queryable } from '../../db/database.js'
import { LIVE_CHANNEL } from '../../db/live-channel.js'
import { storable } from '../../db/values.js'
import { COUNT_FAILURES, RETURNING_OUTCOMES } from '../../exchange-sessions/count-exchanges.js'
import type { LiveEvent } from '../live-event.js'
import type { FinishedEntry, KnownEntry } from './known-entry.js'
import { type SummaryChange, summaryChange } from './summary.js'

/** Inserts the row of a running request; returns its id. */
export async function insertEntry(db: Queryable, entry: KnownEntry): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with before as (
       select id, outcome from exchange_session where id = $4 and $9 = 'sale' and $10 = 'query' for no key update),
     summary as (
       update exchange_session s set outcome = 'running' from before where s.id = $4 and before.id = s.id ${RETURNING_OUTCOMES}),
     ${COUNT_FAILURES}
     insert into journal_entry (location_id, integration_key, at, session_id, address, method, url, login, type, mode,
                                request_headers, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'running') returning id`,
    [
      entry.integration?.locationId,
      entry.integration?.key,
      entry.at,
      entry.sessionId,
      storable(entry.address, 100),
      storable(entry.method, 20),
      entry.url,
      entry.login && storable(entry.login, 200),
      entry.type && storable(entry.type, 100),
      entry.mode && storable(entry.mode, 100),
      JSON.stringify(entry.requestHeaders),
    ],
  )
  return rows[0]!.id
}

/** Records how a request ended, updates the summary of its exchange, and notifies people who are watching. */
export async function finishEntry(db: Queryable, id: number, entry: FinishedEntry): Promise<void> {
  const change = summaryChange(entry)
  const event: LiveEvent = {
    kind: change.confirmed > 0 ? 'batch-confirmed' : 'entry-finished',
    locationId: entry.integration?.locationId ?? null,
    integrationId: entry.integration?.id ?? null,
    sessionId: entry.sessionId ?? null,
  }
  await db.query(
    `with finished as (
       update journal_entry
          set outcome = $2, duration_ms = $3, status = $4, response_headers = $5, order_count = $6, batch_id = $7,
              request_size = $8, request_kept = $9, response_size = $10, response_kept = $11
        where id = $1),
     before as (select id, outcome from exchange_session where id = $17 for no key update),
     summary as (
       update exchange_session s
          set outcome = case when $18 then coalesce(${NEXT_OUTCOME}, s.outcome) else s.outcome end,
              orders_offered = case when $13::int is null then s.orders_offered
                                    when $14 then s.orders_offered + $13 else s.orders_confirmed + $13 end,
              orders_confirmed = s.orders_confirmed + $15,
              failure = case when $18 then $16 else s.failure end,
              last_call_at = greatest(s.last_call_at, now()), ended_at = greatest(s.ended_at, now())
         from before
        where s.id = $17 and before.id = s.id ${RETURNING_OUTCOMES}),
     ${COUNT_FAILURES}
     select pg_notify($19, $20)`,
    [
      id,
      entry.outcome,
      Math.max(0, Math.min(entry.durationMs, 2_147_483_647)),
      entry.status,
      entry.responseHeaders && JSON.stringify(entry.responseHeaders),
      entry.orderCount,
      entry.batchId,
      entry.requestSize,
      entry.requestKept,
      entry.responseSize,
      entry.responseKept,
      ...summaryValues(change, entry.sessionId),
      LIVE_CHANNEL,
      JSON.stringify(event),
    ],
  )
}

/** For a client that queries until the answer is empty, an empty answer ends the download; after a success it changes nothing. */
const NEXT_OUTCOME = `case when $12::text <> 'nothing' then $12
                           when s.orders_confirmed > 0 then 'confirmed'
                           when $14 and s.orders_offered > 0 then 'unconfirmed'
                           else $12 end`

function summaryValues(change: SummaryChange, sessionId: number | undefined): unknown[] {
  const { outcome, offered, addsUp, confirmed, failure } = change
  return [
    outcome,
    offered,
    addsUp,
    confirmed,
    failure && storable(failure, 500),
    sessionId,
    outcome !== undefined,
  ]
}
