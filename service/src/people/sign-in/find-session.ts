import type { Queryable } from '../../db/database.js'
import { hashSecret } from '../secret.js'
import type { SignedInUser } from '../users/user.js'
import { LONGEST_SESSION_DAYS } from './open-session.js'

/**
 * The person with this cookie; undefined when it is unknown, expired, or its owner was disabled. A use prolongs it by
 * `days`; undefined: does not prolong it.
 */
export async function findSession(
  db: Queryable,
  secret: string,
  days: number | undefined,
  now: Date,
): Promise<SignedInUser | undefined> {
  const { rows } = await db.query<SignedInUser & { stale: boolean }>(
    `select u.id, u.email, u.name, u.locale, u.preferences,
            s.last_seen_at < $2::timestamptz - interval '1 minute' as stale,
            coalesce((select json_agg(json_build_object('role', r.role, 'locationId', r.location_id,
                                                        'locationName', l.name, 'timezone', l.timezone,
                                                        'companyIds', r.company_ids)
                                      order by r.role, l.name)
                        from user_role r left join location l on l.id = r.location_id
                       where r.user_id = u.id), '[]') as roles
       from user_session s join user_account u on u.id = s.user_id
      where s.token_hash = $1 and s.expires_at > $2 and u.disabled_at is null`,
    [hashSecret(secret), now],
  )
  const found = rows[0]
  if (!found) return undefined
  const { stale, ...user } = found
  if (stale && days !== undefined) await prolong(db, secret, days, now)
  return user
}

/** At most once a minute, which is exact enough and spares the database. */
async function prolong(db: Queryable, secret: string, days: number, now: Date): Promise<void> {
  await db.query(
    `update user_session
        set last_seen_at = $2, expires_at = least($2::timestamptz + $3 * interval '1 day', created_at + $4 * interval '1 day')
      where token_hash = $1`,
    [hashSecret(secret), now, days, LONGEST_SESSION_DAYS],
  )
}
