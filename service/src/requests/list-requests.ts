import { describeProblem } from '@obmen/contract'
import type {
  ApiRequestDetail,
  RequestDays,
  RefusalCause as ShownCause,
  ApiRequest as ShownRequest,
} from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { storable } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { storableOrderId } from './record/request-row.js'

/** A request that would change something, or a rejected line of a batch. */
export type ApiRequest = WithTimes<ShownRequest, 'at'>

export type ApiRequestWithBody = WithTimes<ApiRequestDetail, 'at'>

/** Of which part of the log. */
interface LogFilter {
  tokenId?: string | undefined
  /** ISO 8601 times: at or after `from`, before `to`. */
  from?: string | undefined
  to?: string | undefined
}

export interface RequestFilter extends LogFilter, PageRequest {
  status?: 'refused' | 'accepted' | undefined
  orderId?: string | undefined
  cause?: string | undefined
}

export type RefusalCause = WithTimes<ShownCause, 'lastAt'>

const COLUMNS = `r.id, r.at, r.duration_ms as "durationMs", r.request_id as "requestId",
  (select json_build_object('id', t.id, 'name', t.name) from api_token t where t.id = r.token_id) as token,
  (select json_build_object('id', u.id, 'email', u.email, 'name', u.name)
     from user_account u where u.id = r.user_id) as person,
  r.method, r.path, r.line, r.line_count as "lineCount", r.refused_count as "refusedCount",
    r.order_id as "orderId",
  r.status, r.refused, r.code, r.detail, r.reason, r.params, r.errors, r.body_size as "bodySize"`

/** The first problem of a request: where it is, and what tells it from others. */
const PLACE = String.raw`regexp_replace(r.errors->0->>'path', '/\d+(?=/|$)', '/*', 'g')`
const CAUSE = `concat_ws(' ', coalesce(r.errors->0->>'code', r.reason, r.code), ${PLACE})`
/** A code and a stored path. */
const CAUSE_LENGTH = 600

/** Of a location's programs and people, newest first. AppError `invalid` for a malformed cursor. */
export async function listRequests(
  db: Queryable,
  locationId: string,
  filter: RequestFilter,
): Promise<Page<ApiRequest>> {
  const { status, orderId, cause, limit, cursor } = filter
  const [before] = readCursor(cursor, ['number']) ?? []
  const { conditions, values, add } = partOfLog(locationId, filter)
  if (status !== undefined) conditions.push(status === 'refused' ? 'r.refused' : 'not r.refused')
  if (orderId !== undefined) add('r.order_id = ?', storableOrderId(orderId))
  if (cause !== undefined) add(`r.refused and ${CAUSE} = ?`, storable(cause, CAUSE_LENGTH))
  if (before !== undefined) add('r.id < ?', before)
  const { rows } = await db.query<ApiRequest>(
    `select ${COLUMNS} from api_request r where ${conditions.join(' and ')}
      order by r.id desc limit $${values.push(limit + 1)}`,
    values,
  )
  return toPage(rows, limit, row => [row.id])
}

function partOfLog(locationId: string, { tokenId, from, to }: LogFilter) {
  const values: unknown[] = [locationId]
  const conditions = ['r.location_id = $1']
  const add = (condition: string, value: unknown): void => {
    conditions.push(condition.replace(/\?$/, `$${values.push(value)}`))
  }
  if (tokenId !== undefined) add('r.token_id = ?', tokenId)
  // Ids are assigned when rows are written, shortly after the request, so they only narrow down the days.
  if (from !== undefined) {
    add('r.at >= ?', from)
    add('r.id >= ?', firstIdOf(dayOf(new Date(from))))
  }
  if (to !== undefined) {
    add('r.at < ?', to)
    add('r.id < ?', firstIdOf(dayOf(new Date(to)) + 2))
  }
  return { conditions, values, add }
}

/** So many of the newest refusals are grouped, into so many groups at most. */
const GROUPED = 10_000
const GROUPS = 20

/** Refused requests by cause, the most frequent first, each as the last of them says it. */
export async function listCauses(
  db: Queryable,
  locationId: string,
  filter: LogFilter,
): Promise<RefusalCause[]> {
  const { conditions, values } = partOfLog(locationId, filter)
  const { rows } = await db.query<RefusalCause>(
    `select * from (
       select distinct on (cause) cause, place, (count(*) over (partition by cause))::int as count,
              at as "lastAt", code, detail, reason, params
         from (select r.id, r.at, r.code, ${CAUSE} as cause, ${PLACE} as place,
                      coalesce(r.errors->0->>'message', r.detail, '') as detail,
                      coalesce(r.errors->0->>'code', r.reason) as reason,
                      case when r.errors->0 is null then r.params else r.errors->0->'params' end as params
                 from api_request r where r.refused and ${conditions.join(' and ')}
                order by r.id desc limit ${GROUPED}) refused
        order by cause, id desc) groups
      order by count desc, "lastAt" desc limit ${GROUPS}`,
    values,
  )
  return rows
}

const DAYS = 30
/** So many of the newest requests are counted; a day that has earlier ones, too, is left out. */
const COUNTED = 500_000

/** What was accepted and refused on each day of the location's clock, as far as the log goes back. */
export async function countDays(
  db: Queryable,
  location: { id: string; timezone: string },
  tokenId: string | undefined,
): Promise<RequestDays['items']> {
  const from = new Date(Date.now() - DAYS * 86_400_000).toISOString()
  const { conditions, values } = partOfLog(location.id, { tokenId, from })
  const zone = `$${values.push(location.timezone)}`
  const { rows } = await db.query<RequestDays['items'][number]>(
    `with counted as (
       select (r.at at time zone ${zone})::date as date, count(*) as seen,
              (count(*) filter (where r.refused))::int as refused,
              (sum(coalesce(r.line_count - r.refused_count, 1)) filter (where not r.refused))::int as accepted
         from (select r.at, r.refused, r.line_count, r.refused_count from api_request r
                where ${conditions.join(' and ')} order by r.id desc limit ${COUNTED}) r
        group by 1),
     today as (select (now() at time zone ${zone})::date as date),
     first as (
       select greatest(min(counted.date) + (sum(seen) = ${COUNTED})::int,
                       min(today.date) - ${DAYS - 1}) as date
         from counted, today)
     select day::date::text as date, coalesce(accepted, 0) as accepted, coalesce(refused, 0) as refused
       from first, today, generate_series(first.date, today.date, '1 day') day
         left join counted on counted.date = day::date
      order by day`,
    values,
  )
  return rows
}

export async function getRequest(db: Queryable, locationId: string, id: number): Promise<ApiRequestWithBody> {
  const { rows } = await db.query<ApiRequestWithBody>(
    `select ${COLUMNS}, r.body from api_request r where r.id = $1 and r.location_id = $2`,
    [id, locationId],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('request-not-found'))
  return rows[0]
}
