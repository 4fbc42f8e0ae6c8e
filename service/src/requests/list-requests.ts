import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { type ApiRequest, SELECT_REQUESTS } from './api-request.js'
import { storableOrderId } from './record/request-row.js'

export interface RequestFilter extends PageRequest {
  status?: 'refused' | 'accepted' | undefined
  /** The whole id. */
  orderId?: string | undefined
  /** ISO 8601 times: at or after `from`, before `to`. */
  from?: string | undefined
  to?: string | undefined
}

/** The stored requests of a location's programs and people, newest first. Throws AppError `invalid` for a malformed cursor. */
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
    `${SELECT_REQUESTS} where ${conditions.join(' and ')} order by r.id desc limit $${values.push(limit + 1)}`,
    values,
  )
  return toPage(
    rows,
    limit,
    row => row,
    row => [row.id],
  )
}
