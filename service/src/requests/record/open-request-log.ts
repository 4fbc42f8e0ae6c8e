import type { Database } from '../../db/database.js'
import { storableJson } from '../../db/values/storable-json.js'
import type { Logger } from '../../log.js'
import { enforceSpaceLimit, type RequestSpace } from '../keep-requests.js'
import { type RecordedRequest, type RequestRow, toRow } from './request-row.js'

/** Records API requests asynchronously: no request waits for it, and its failures affect nothing else. */
export interface RequestLog extends AsyncDisposable {
  add(request: RecordedRequest): void
  /** Resolves when everything added is written, or given up. */
  flush(): Promise<void>
}

export interface RequestLogOptions {
  db: Database
  log: Logger
  /** Limit of one body, in bytes. */
  bodyLimit: number
  /** Limit of all stored requests, in bytes. */
  sizeLimit: number
}

/** Many requests share one statement; still short enough for a person watching. */
const GATHER_MS = 500
const ROWS_AT_ONCE = 1000
/** Limit of what waits to be written: above it bodies are left out, above twice as much requests are. */
const WAITING_BYTES = 8 * 2 ** 20
/** Bytes of a row without body, about. */
const ROW_BYTES = 500
/** How often the used space is measured. */
const LOOK_MS = 30_000

export function openRequestLog({ db, log, bodyLimit, sizeLimit }: RequestLogOptions): RequestLog {
  let waiting: RequestRow[] = []
  let waitingBytes = 0
  let left = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let space: RequestSpace = 'free'
  let lookedAt = Number.NEGATIVE_INFINITY

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(writeWaiting)
    return writing
  }
  const writeWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, ROWS_AT_ONCE)
      waiting = waiting.slice(ROWS_AT_ONCE)
      waitingBytes -= rows.reduce((sum, row) => sum + bytesOf(row), 0)
      await write(rows)
    }
    if (left > 0) log.warn({ requests: left }, 'requests were not written down: too many at once')
    left = 0
  }
  const write = async (rows: readonly RequestRow[]): Promise<void> => {
    try {
      if (performance.now() - lookedAt > LOOK_MS) await look()
      if (space === 'full') return
      const kept = space === 'free' ? rows : rows.filter(({ refused }) => refused).map(withoutBody)
      if (kept.length > 0) await db.query(INSERT, [storableJson(kept)])
    } catch (error) {
      log.warn({ err: error, requests: rows.length }, 'requests could not be written down')
    }
  }
  const look = async (): Promise<void> => {
    const before = space
    space = await enforceSpaceLimit(db, sizeLimit, new Date())
    lookedAt = performance.now()
    if (space !== before) log.warn({ space }, 'requests: INTAKE_LOG_LIMIT decides what is written down')
  }

  return {
    add(request) {
      let row = toRow(request, bodyLimit)
      if (waitingBytes > WAITING_BYTES) row = withoutBody(row)
      if (waitingBytes > 2 * WAITING_BYTES) {
        left++
        return
      }
      waiting.push(row)
      waitingBytes += bytesOf(row)
      if (waiting.length === ROWS_AT_ONCE) void flush()
      else timer ??= setTimeout(() => void flush(), GATHER_MS).unref()
    },
    flush,
    [Symbol.asyncDispose]: flush,
  }
}

function bytesOf({ body = '' }: RequestRow): number {
  return ROW_BYTES + 2 * body.length
}

function withoutBody(row: RequestRow): RequestRow {
  return { ...row, body: undefined }
}

// A crash of the database's machine may lose the last moments of the log, hence no waiting for the disk.
const INSERT = `
  with settled as (select set_config('synchronous_commit', 'off', true))
  insert into api_request (location_id, at, duration_ms, request_id, token_id, user_id, method, path, line, line_count,
                           refused_count, order_id, status, refused, code, detail, reason, params, errors, body, body_size)
  select r.* from settled, json_to_recordset($1) as r(
    location_id uuid, at timestamptz, duration_ms int, request_id text, token_id uuid, user_id uuid, method text, path text, line int,
    line_count int, refused_count int, order_id text, status smallint, refused boolean, code text, detail text, reason text, params json, errors json,
    body text, body_size int)`
