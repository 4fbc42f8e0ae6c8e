import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { type ApiRequestWithBody, SELECT_WITH_BODY } from './api-request.js'

/** @throws AppError not-found */
export async function getRequest(db: Queryable, locationId: string, id: number): Promise<ApiRequestWithBody> {
  const { rows } = await db.query<ApiRequestWithBody>(
    `${SELECT_WITH_BODY} where r.id = $1 and r.location_id = $2`,
    [id, locationId],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('request-not-found'))
  return rows[0]
}
