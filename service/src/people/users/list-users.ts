import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { SELECT_USERS } from './get-user.js'
import type { User } from './user.js'

/** The people of a location, or with null the system operators, by e-mail. */
export async function listUsers(
  db: Queryable,
  locationId: string | null,
  { limit, cursor }: PageRequest,
): Promise<Page<User>> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const { rows } = await db.query<User>(
    `${SELECT_USERS}
      where r.location_id is not distinct from $1
        and ($2::text is null or (u.email, u.id) > ($2, $3::uuid))
      order by u.email, u.id limit $4`,
    [locationId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  )
  return toPage(
    rows,
    limit,
    user => user,
    user => [user.email, user.id],
  )
}
