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

/**
 * Revokes tokens that a person created in a location; one that is revoked already stays so. Call it in a transaction: throws AppError
 * `not-found` when one of them is no token of theirs there.
 */
export async function revokeTokensOf(
  tx: Queryable,
  { userId, locationId }: { userId: string; locationId: string | null },
  tokenIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(tokenIds)]
  const { rows } = await tx.query<{ id: string }>(
    `update api_token set revoked_at = coalesce(revoked_at, now())
      where id = any ($1::uuid[]) and location_id = $2 and created_by = $3 returning id`,
    [ids, locationId, userId],
  )
  if (rows.length < ids.length) throw new AppError('not-found', describeProblem('token-not-found'))
  for (const { id } of rows) await notifyAccessChanged(tx, { tokenId: id })
}
