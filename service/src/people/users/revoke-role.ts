import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { AssignedRole } from '../role.js'
import { type ApiToken, TOKEN_COLUMNS } from '../tokens/api-token.js'
import { revokeTokensOf } from '../tokens/revoke-token.js'
import { notifyAccessChanged } from './access-change.js'
import { getUser } from './get-user.js'
import { lockAccount, lockAdministrators, requireAdministrator } from './require-administrator.js'

/**
 * Who holds no role any more is disabled by nobody: no administrator could enable them again, and a location that invites them would
 * find them shut out by another. Tokens that the person created in this location keep working, except for `revokeTokens`, which are
 * revoked with the role or not at all; returns the others. Throws AppError `not-found`, also for tokens that are not theirs, or
 * `conflict` for the last holder of the role: nobody could grant it again.
 */
export async function revokeRole(
  db: Database,
  userId: string,
  assigned: AssignedRole,
  revokeTokens: readonly string[] = [],
): Promise<ApiToken[]> {
  return db.transaction(async tx => {
    await lockAdministrators(tx, assigned.locationId)
    const user = await getUser(tx, assigned, userId)
    await lockAccount(tx, user.id)
    const { rowCount } = await tx.query(
      'delete from user_role where user_id = $1 and role = $2 and location_id is not distinct from $3',
      [user.id, assigned.role, assigned.locationId],
    )
    if (rowCount === 0) throw new AppError('not-found', describeProblem('user-not-found'))
    await requireAdministrator(tx, assigned.locationId)
    await tx.query(
      `update user_account set disabled_at = null
        where id = $1 and disabled_at is not null and not exists (select from user_role where user_id = $1)`,
      [user.id],
    )
    await notifyAccessChanged(tx, { userId: user.id })
    if (revokeTokens.length > 0)
      await revokeTokensOf(tx, { userId: user.id, locationId: assigned.locationId }, revokeTokens)
    const { rows } = await tx.query<ApiToken>(
      `select ${TOKEN_COLUMNS} from api_token t
        where t.location_id = $1 and t.created_by = $2 and t.revoked_at is null order by t.created_at desc, t.id desc`,
      [assigned.locationId, user.id],
    )
    return rows
  })
}
