import type { ExchangeEntry as ShownEntry } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import type { WithTimes } from '../../db/rows.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import { answerOf, type EmptyCall, readCalls } from '../record/empty-call.js'
import { readBody } from './bodies.js'
import {
  type Exchange,
  type ExchangeRow,
  entryIds,
  JOIN_EXCHANGE,
  SELECT_EXCHANGE,
  toExchanges,
} from './exchange.js'

/** One request and its answer. Sizes in bytes; `…Kept` is how much of a body is stored. */
export type ExchangeEntry = WithTimes<ShownEntry, 'at'>

export interface ExchangeDetail extends Exchange {
  entries: ExchangeEntry[]
}

const MAX_ENTRIES = 1000
const SHORT_ANSWER = 4096

/** An exchange with its requests, oldest first; undefined if the scope has no such exchange. */
export async function getExchange(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<ExchangeDetail | undefined> {
  if (!Number.isSafeInteger(id)) return undefined
  const { rows } = await db.query<ExchangeRow>(
    `${SELECT_EXCHANGE} from exchange_session s ${JOIN_EXCHANGE} 
      where s.id = $1 and s.location_id = $2 and ${integrationSeenSql('s.integration_key', '$3')}`,
    [id, locationIn(scope), companiesIn(scope)],
  )
  const [row] = rows
  if (!row) return undefined
  const [from, to] = entryIds([row])
  const kept = await db.query<Omit<ExchangeEntry, 'responseText'>>(
    `select id, at, duration_ms as "durationMs", method, url, type, mode, login, status, outcome,
            order_count as "orderCount", batch_id as "batchId", repeats, request_headers as "requestHeaders",
            response_headers as "responseHeaders", request_size as "requestSize",
              request_kept as "requestKept",
            response_size as "responseSize", response_kept as "responseKept"
       from journal_entry where session_id = $1 and id >= $3 and id < $4 order by id limit $2`,
    [id, MAX_ENTRIES, from, to],
  )
  const detailed: ExchangeEntry[] = readCalls(row.calls).map(toEntry)
  for (const entry of kept.rows) detailed.push({ ...entry, responseText: await shortAnswer(db, entry) })
  const entries = detailed.sort((a, b) => a.at.getTime() - b.at.getTime())
  const [exchange] = await toExchanges(db, [row])
  return { ...exchange!, entries }
}

/** Calls in the row of their exchange are numbered from 1. */
function toEntry(call: EmptyCall, index: number): ExchangeEntry {
  const response = answerOf(call)
  const headers = call.responseHeaders ?? null
  return {
    id: index + 1,
    at: new Date(call.at),
    durationMs: call.durationMs,
    method: call.method,
    url: call.url,
    type: call.type ?? null,
    mode: call.mode ?? null,
    login: call.login ?? null,
    status: call.status ?? null,
    outcome: 'done',
    orderCount: call.orderCount ?? null,
    batchId: null,
    repeats: 0,
    requestHeaders: call.requestHeaders,
    responseHeaders: headers,
    requestSize: 0,
    requestKept: 0,
    responseSize: response.length,
    responseKept: response.length,
    responseText: response.length === 0 ? null : decode(response, headers),
  }
}

type Kept = Pick<ExchangeEntry, 'id' | 'responseSize' | 'responseKept' | 'responseHeaders'>

async function shortAnswer(db: Queryable, entry: Kept): Promise<string | null> {
  const { responseSize: size, responseKept: kept, responseHeaders: headers } = entry
  if (size === 0 || kept < size || size > SHORT_ANSWER) return null
  const pieces: Buffer[] = []
  for await (const piece of readBody(db, { entryId: entry.id, side: 'response' })) pieces.push(piece)
  return decode(Buffer.concat(pieces), headers)
}

function decode(bytes: Buffer, headers: Record<string, string> | null | undefined): string {
  const encoding = /charset=windows-1251/i.test(headers?.['content-type'] ?? '') ? 'windows-1251' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
