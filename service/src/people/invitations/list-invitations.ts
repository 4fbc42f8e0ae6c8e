import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import type { AssignedRole } from '../role.js'
import { INVITATION_COLUMNS, INVITER_MAY_GRANT, type Invitation } from './invitation.js'

/** Open invitations to a role, the newest first; not those whose inviter may no longer grant it. */
export async function listInvitations(
  db: Queryable,
  { role, locationId }: AssignedRole,
  { limit, cursor }: PageRequest,
  now: Date,
): Promise<Page<Invitation>> {
  const before = readCursor(cursor, ['time', 'uuid'])
  const { rows } = await db.query<Invitation & { position: string }>(
    `select ${INVITATION_COLUMNS}, created_at::text as position from user_invitation i
      where location_id is not distinct from $1 and role = $6 and accepted_at is null and expires_at > $2
        and ${INVITER_MAY_GRANT}
        and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
      order by created_at desc, id desc limit $5`,
    [locationId, now, before?.[0] ?? null, before?.[1] ?? null, limit + 1, role],
  )
  return toPage(
    rows,
    limit,
    ({ position: _, ...invitation }) => invitation,
    row => [row.position, row.id],
  )
}
