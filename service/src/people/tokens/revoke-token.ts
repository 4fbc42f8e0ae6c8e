import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { isUuid } from '../../db/values/uuid.js'
import { AppError } from '../../errors/app-error.js'
import { notifyAccessChanged } from '../users/access-change.js'

/** Takes effect immediately. Throws AppError `not-found`, also for another location's. */
export async function revokeToken(
  db: Queryable,
  locationId: string,
  tokenId: string,
  now: Date,
): Promise<void> {
  const { rowCount } = isUuid(tokenId)
    ? await db.query(
        'update api_token set revoked_at = $3 where id = $1 and location_id = $2 and revoked_at is null',
        [tokenId, locationId, now],
      )
    : { rowCount: 0 }
  if (rowCount === 0) throw new AppError('not-found', describeProblem('token-not-found'))
  await notifyAccessChanged(db, { tokenId })
}
