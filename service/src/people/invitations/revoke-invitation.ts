import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { isUuid } from '../../db/values/uuid.js'
import { AppError } from '../../errors/app-error.js'

/** Its link stops working. Throws AppError `not-found`, also for another location's. */
export async function revokeInvitation(db: Queryable, locationId: string | null, id: string): Promise<void> {
  const { rowCount } = isUuid(id)
    ? await db.query(
        'delete from user_invitation where id = $1 and location_id is not distinct from $2 and accepted_at is null',
        [id, locationId],
      )
    : { rowCount: 0 }
  if (rowCount === 0) throw new AppError('not-found', describeProblem('invitation-not-found'))
}
