import { databaseTime } from '../../db/daily-tables.js'
import type { Database } from '../../db/database.js'
import { storableJson } from '../../db/values.js'
import type { Logger } from '../../log.js'
import { limitRequests } from '../sweep-requests.js'
import { type RecordedRequest, type RequestRow, toRow } from './request-row.js'

/** Records API requests asynchronously: no request waits for that, and failures are only logged. */
export interface RequestLog extends AsyncDisposable {
  add(request: RecordedRequest): void
  flush(): Promise<void>
}

export interface RequestLogOptions {
  db: Database
  log: Logger
  bodyLimit: number
  sizeLimit: number
}

/** How long requests are buffered to be written in one statement; short enough for people watching. */
const BUFFER_MS = 500
const ROWS_AT_ONCE = 1000
/** Limit of the buffer: above it bodies and errors are dropped, above twice as much whole requests. */
const WAITING_BYTES = 8 * 2 ** 20
/** Estimates: a row without its longer texts, one of its errors without its texts. */
const ROW_BYTES = 500
const ERROR_BYTES = 150
const MEASURE_EVERY_MS = 30_000

export function openRequestLog({ db, log, bodyLimit, sizeLimit }: RequestLogOptions): RequestLog {
  let waiting: RequestRow[] = []
  let waitingBytes = 0
  let dropped = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let measuredAt = Number.NEGATIVE_INFINITY

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
      for (const row of rows) waitingBytes -= bytesOf(row)
      try {
        await limitSize()
        await db.query(INSERT, [`[${rows.map(storableJson).join()}]`])
      } catch (error) {
        log.warn({ err: error, requests: rows.length }, 'requests could not be written down')
      }
    }
    if (dropped > 0) log.warn({ requests: dropped }, 'requests were not written down: too many at once')
    dropped = 0
  }
  const limitSize = async (): Promise<void> => {
    if (performance.now() - measuredAt < MEASURE_EVERY_MS) return
    await limitRequests(db, sizeLimit, await databaseTime(db))
    measuredAt = performance.now()
  }

  return {
    add(request) {
      if (waitingBytes > 2 * WAITING_BYTES) {
        dropped++
        return
      }
      const whole = toRow(request, bodyLimit)
      const row = waitingBytes > WAITING_BYTES ? { ...whole, body: undefined, errors: undefined } : whole
      waiting.push(row)
      waitingBytes += bytesOf(row)
      if (waiting.length === ROWS_AT_ONCE) void flush()
      else timer ??= setTimeout(() => void flush(), BUFFER_MS).unref()
    },
    flush,
    [Symbol.asyncDispose]: flush,
  }
}

function bytesOf({ body = '', detail = '', errors = [] }: RequestRow): number {
  const texts = errors.reduce((sum, { path, message }) => sum + path.length + message.length, 0)
  return ROW_BYTES + ERROR_BYTES * errors.length + 2 * (body.length + detail.length + texts)
}

// The last moments of the log may be lost in a crash of the database machine, so there is no wait for the
// disk.
const INSERT = `
  with settled as (select set_config('synchronous_commit', 'off', true))
  insert into api_request (location_id, at, duration_ms, request_id, token_id, user_id, method, path, line,
    line_count,
                           refused_count, order_id, status, refused, code, detail, reason, params, errors,
                             body, body_size)
  select r.* from settled, json_to_recordset($1) as r(
    location_id uuid, at timestamptz, duration_ms int, request_id text, token_id uuid, user_id uuid,
      method text,
    path text, line int, line_count int, refused_count int, order_id text, status smallint, refused boolean,
      code text,
    detail text, reason text, params json, errors json, body text, body_size int)`
