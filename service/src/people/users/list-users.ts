import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import type { AssignedRole } from '../role.js'
import { SELECT_USERS } from './get-user.js'
import type { User } from './user.js'

/** The people who hold a role, by e-mail. */
export async function listUsers(
  db: Queryable,
  { role, locationId }: AssignedRole,
  { limit, cursor }: PageRequest,
): Promise<Page<User>> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const { rows } = await db.query<User>(
    `${SELECT_USERS}
      where r.location_id is not distinct from $1 and r.role = $5
        and ($2::text is null or (u.email, u.id) > ($2, $3::uuid))
      order by u.email, u.id limit $4`,
    [locationId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, role],
  )
  return toPage(
    rows,
    limit,
    user => user,
    user => [user.email, user.id],
  )
}
