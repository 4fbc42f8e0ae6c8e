import { describeProblem } from '@obmen/contract'
import type { ApiRequestDetail, ApiRequest as ShownRequest } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { AppError } from '../errors/app-error.js'
import { storableOrderId } from './record/request-row.js'

/** A request that would change something, or a rejected line of a batch. */
export type ApiRequest = WithTimes<ShownRequest, 'at'>

export type ApiRequestWithBody = WithTimes<ApiRequestDetail, 'at'>

export interface RequestFilter extends PageRequest {
  status?: 'refused' | 'accepted' | undefined
  orderId?: string | undefined
  /** ISO 8601 times: at or after `from`, before `to`. */
  from?: string | undefined
  to?: string | undefined
}

const COLUMNS = `r.id, r.at, r.duration_ms as "durationMs", r.request_id as "requestId",
  (select json_build_object('id', t.id, 'name', t.name) from api_token t where t.id = r.token_id) as token,
  (select json_build_object('id', u.id, 'email', u.email, 'name', u.name)
     from user_account u where u.id = r.user_id) as person,
  r.method, r.path, r.line, r.line_count as "lineCount", r.refused_count as "refusedCount",
    r.order_id as "orderId",
  r.status, r.refused, r.code, r.detail, r.reason, r.params, r.errors, r.body_size as "bodySize"`

/** Of a location's programs and people, newest first. AppError `invalid` for a malformed cursor. */
export async function listRequests(
  db: Queryable,
  locationId: string,
  { status, orderId, from, to, limit, cursor }: RequestFilter,
): Promise<Page<ApiRequest>> {
  const [before] = readCursor(cursor, ['number']) ?? []
  const values: unknown[] = [locationId]
  const conditions = ['r.location_id = $1']
  const add = (condition: string, value: unknown): void => {
    conditions.push(condition.replace('?', `$${values.push(value)}`))
  }
  if (status !== undefined) conditions.push(status === 'refused' ? 'r.refused' : 'not r.refused')
  if (orderId !== undefined) add('r.order_id = ?', storableOrderId(orderId))
  // Ids are assigned when rows are written, shortly after the request, so they only narrow down the days.
  if (from !== undefined) {
    add('r.at >= ?', from)
    add('r.id >= ?', firstIdOf(dayOf(new Date(from))))
  }
  if (to !== undefined) {
    add('r.at < ?', to)
    add('r.id < ?', firstIdOf(dayOf(new Date(to)) + 2))
  }
  if (before !== undefined) add('r.id < ?', before)
  const { rows } = await db.query<ApiRequest>(
    `select ${COLUMNS} from api_request r where ${conditions.join(' and ')}
      order by r.id desc limit $${values.push(limit + 1)}`,
    values,
  )
  return toPage(rows, limit, row => [row.id])
}

export async function getRequest(db: Queryable, locationId: string, id: number): Promise<ApiRequestWithBody> {
  const { rows } = await db.query<ApiRequestWithBody>(
    `select ${COLUMNS}, r.body from api_request r where r.id = $1 and r.location_id = $2`,
    [id, locationId],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('request-not-found'))
  return rows[0]
}
