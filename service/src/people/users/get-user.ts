import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { isUuid } from '../../db/values/uuid.js'
import { AppError } from '../../errors/app-error.js'
import type { AssignedRole } from '../role.js'
import type { User } from './user.js'

export const SELECT_USERS = `
  select u.id, u.email, u.name, r.role, r.company_ids as "companyIds", u.disabled_at is not null as disabled, u.created_at as "createdAt",
         (select max(s.last_seen_at) from user_session s where s.user_id = u.id) as "lastSeenAt"
    from user_role r join user_account u on u.id = r.user_id`

/** A person who holds the role. Throws AppError `not-found` for anybody else. */
export async function getUser(
  db: Queryable,
  { role, locationId }: AssignedRole,
  userId: string,
): Promise<User> {
  const { rows } = isUuid(userId)
    ? await db.query<User>(
        `${SELECT_USERS} where r.location_id is not distinct from $1 and r.role = $2 and u.id = $3`,
        [locationId, role, userId],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('user-not-found'))
  return rows[0]
}
