import { databaseTime } from '../../db/daily-tables.js'
import type { Database } from '../../db/database.js'
import { dayOf, IDS_A_DAY } from '../../db/days.js'
import { storableJson } from '../../db/values.js'
import type { Logger } from '../../log.js'
import { enforceSpaceLimit, type RequestSpace } from '../request-partitions.js'
import { type RecordedRequest, type RequestRow, toRow } from './request-row.js'

/** Records API requests asynchronously: no request waits for that, and failures are only logged. */
export interface RequestLog extends AsyncDisposable {
  add(request: RecordedRequest): void
  /** Resolves when everything added is written or dropped. */
  flush(): Promise<void>
}

export interface RequestLogOptions {
  db: Database
  log: Logger
  /** Limit of one body, in bytes. */
  bodyLimit: number
  /** Limit of all stored requests, in bytes. */
  sizeLimit: number
  /** How many days before today requests are kept. */
  keepDays: number
}

/** How long requests are buffered to be written in one statement; short enough for people watching. */
const BUFFER_MS = 500
const ROWS_AT_ONCE = 1000
/** Limit of the buffer: above it bodies and errors are dropped, above twice as much whole requests. */
const WAITING_BYTES = 8 * 2 ** 20
/** The same of one location: what it sends too fast leaves room for what others send. */
const WAITING_BYTES_OF_LOCATION = 3 * 2 ** 20
/** Estimated bytes of a row with its indexes but without its longer texts, and of one of its errors without its texts. */
const ROW_BYTES = 500
const ERROR_BYTES = 150
/** How often the used space is measured. */
const MEASURE_INTERVAL_MS = 30_000
/** Part of `sizeLimit` that the requests of one location may take, those of all days together: nobody fills the log for the others. */
const SHARE = 1 / 2
/**
 * Parts, of the room of a location (see roomOf), that its requests may take today: up to the first, all are stored; up to the second,
 * rejected ones without their bodies; above it, none. When the log is scarce, those who wrote little go on.
 */
const PARTS: Record<RequestSpace, readonly [number, number]> = {
  free: [1 / 4, 1 / 2],
  scarce: [1 / 16, 1 / 8],
  full: [0, 0],
}

export function openRequestLog({ db, log, bodyLimit, sizeLimit, keepDays }: RequestLogOptions): RequestLog {
  let waiting: RequestRow[] = []
  const waitingBytes = newCounts()
  let dropped = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let space: RequestSpace = 'free'
  /** Bytes that each location has stored on the days before today. */
  let earlier = newCounts()
  /** The same of today: as measured, and what this server has written since. */
  let today = newCounts()
  /** The location that alone has stored anything, as measured. */
  let only: string | undefined
  let measuredAt = Number.NEGATIVE_INFINITY
  let warned = 'free'

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
      for (const row of rows) waitingBytes.add(row.location_id, -bytesOf(row))
      await write(rows)
    }
    if (dropped > 0) log.warn({ requests: dropped }, 'requests were not written down: too many at once')
    dropped = 0
  }
  const write = async (rows: readonly RequestRow[]): Promise<void> => {
    try {
      if (performance.now() - measuredAt > MEASURE_INTERVAL_MS) await measureSpace()
      const kept = rows.map(withinShare).filter(row => row !== undefined)
      if (kept.length === 0) return
      const inserted = await db.query<{ id: number }>(INSERT, [`[${kept.map(storableJson).join()}]`])
      const counted = await db.query<{ location: string; bytes: number }>(COUNT, [
        inserted.rows.map(({ id }) => id),
        ROW_BYTES,
      ])
      for (const { location, bytes } of counted.rows) today.add(location, bytes)
    } catch (error) {
      log.warn({ err: error, requests: rows.length }, 'requests could not be written down')
    }
  }
  /** What is stored of a row. */
  const withinShare = (row: RequestRow): RequestRow | undefined => {
    const [all, some] = PARTS[space]
    const taken = takenToday(row.location_id)
    if (taken < all) return row
    return row.refused && taken < some ? withoutBody(row) : undefined
  }
  /**
   * Bytes of which a location may take PARTS today: what its earlier days left of its share, and at least as much as gives every day that
   * is kept some room. The oldest days make room for the newest where no other location has anything in them.
   */
  const roomOf = (location: string): number => {
    if (location === only) return sizeLimit
    const share = SHARE * sizeLimit
    return Math.max(share - earlier.of(location), share / (keepDays + 1))
  }
  const takenToday = (location: string): number => today.of(location) / roomOf(location)
  const measureSpace = async (): Promise<void> => {
    const now = await databaseTime(db)
    space = await enforceSpaceLimit(db, sizeLimit, now)
    const { rows } = await db.query<{ location: string; before: number; since: number }>(STORED, [dayOf(now)])
    earlier = newCounts()
    today = newCounts()
    for (const { location, before, since } of rows) {
      earlier.add(location, before)
      today.add(location, since)
    }
    only = rows.length === 1 ? rows[0]!.location : undefined
    measuredAt = performance.now()
    const [all] = PARTS[space]
    const locations = rows
      .map(({ location }) => location)
      .filter(location => all > 0 && takenToday(location) >= all)
    const state = [space, ...locations].join()
    if (state !== warned)
      log.warn({ space, locations }, 'requests: INTAKE_LOG_LIMIT decides what is written down')
    warned = state
  }

  return {
    add(request) {
      let row = toRow(request, bodyLimit)
      const full = Math.max(
        waitingBytes.total() / WAITING_BYTES,
        waitingBytes.of(row.location_id) / WAITING_BYTES_OF_LOCATION,
      )
      if (full > 1) row = { ...withoutBody(row), errors: undefined }
      if (full > 2) {
        dropped++
        return
      }
      waiting.push(row)
      waitingBytes.add(row.location_id, bytesOf(row))
      if (waiting.length === ROWS_AT_ONCE) void flush()
      else timer ??= setTimeout(() => void flush(), BUFFER_MS).unref()
    },
    flush,
    [Symbol.asyncDispose]: flush,
  }
}

/** Estimated bytes of a row in memory. */
function bytesOf({ body = '', detail = '', errors = [] }: RequestRow): number {
  const texts = errors.reduce((sum, { path, message }) => sum + path.length + message.length, 0)
  return ROW_BYTES + ERROR_BYTES * errors.length + 2 * (body.length + detail.length + texts)
}

function withoutBody(row: RequestRow): RequestRow {
  return { ...row, body: undefined }
}

/** Bytes by location. */
function newCounts() {
  const bytesBy = new Map<string, number>()
  let total = 0
  return {
    of: (location: string): number => bytesBy.get(location) ?? 0,
    total: (): number => total,
    add(location: string, bytes: number): void {
      const sum = (bytesBy.get(location) ?? 0) + bytes
      if (sum === 0) bytesBy.delete(location)
      else bytesBy.set(location, sum)
      total += bytes
    },
  }
}

// The last moments of the log may be lost in a crash of the database machine, so there is no wait for the disk.
const INSERT = `
  with settled as (select set_config('synchronous_commit', 'off', true))
  insert into api_request (location_id, at, duration_ms, request_id, token_id, user_id, method, path, line, line_count,
                           refused_count, order_id, status, refused, code, detail, reason, params, errors, body, body_size)
  select r.* from settled, json_to_recordset($1) as r(
    location_id uuid, at timestamptz, duration_ms int, request_id text, token_id uuid, user_id uuid, method text, path text, line int,
    line_count int, refused_count int, order_id text, status smallint, refused boolean, code text, detail text, reason text, params json, errors json,
    body text, body_size int)
  returning id`

// Adds what the rows $1 take on the disk: a statement of its own, since the one that writes them does not see how far they were compressed.
const COUNT = `
  with settled as (select set_config('synchronous_commit', 'off', true)),
  sizes as (
    select id / ${IDS_A_DAY} as day, location_id,
           sum($2 + coalesce(pg_column_size(detail), 0) + coalesce(pg_column_size(params), 0) + coalesce(pg_column_size(errors), 0)
                  + coalesce(pg_column_size(body), 0)) as bytes
      from api_request where id = any($1) group by 1, 2),
  counted as (
    insert into request_day as s (day, location_id, bytes) select sizes.* from settled, sizes order by location_id
        on conflict (day, location_id) do update set bytes = s.bytes + excluded.bytes)
  select location_id as location, bytes::bigint from sizes`

const STORED = `
  select location_id as location, coalesce(sum(bytes) filter (where day < $1), 0)::bigint as before,
         coalesce(sum(bytes) filter (where day >= $1), 0)::bigint as since
    from request_day group by 1 order by 1`
