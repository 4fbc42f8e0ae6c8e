import type { Database } from '../db/database.js'
import { AppError } from '../errors.js'
import { getUser } from './get-user.js'
import { demandAdministrator, lockAdministrators } from './keep-administrator.js'
import type { HeldRole } from './role.js'
import { TEXTS } from './texts.js'

/** Throws AppError `not-found`, or `conflict` for the last one who holds it: nobody could give it back. */
export async function revokeRole(db: Database, userId: string, held: HeldRole): Promise<void> {
  await db.transaction(async tx => {
    await lockAdministrators(tx, held.locationId)
    const user = await getUser(tx, held.locationId, userId)
    const { rowCount } = await tx.query(
      'delete from user_role where user_id = $1 and role = $2 and location_id is not distinct from $3',
      [user.id, held.role, held.locationId],
    )
    if (rowCount === 0) throw new AppError('not-found', TEXTS.userNotFound)
    await demandAdministrator(tx, held)
  })
}
