import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values/storable.js'

const MAX_LENGTH = 300

/**
 * Records that a 1C called, after a successful sign-in; `first` is true for its first call ever. At most once a minute,
 * unless it shows something new of itself (`catalog`: it signed in with `type=catalog`) or could not sign in until now. Never waits: if the integration is locked by a change, the next call will do it.
 */
export async function recordSeen(
  db: Queryable,
  integrationKey: number,
  seen: { userAgent: string; catalog?: boolean },
  now: Date,
): Promise<{ first: boolean }> {
  const { rows } = await db.query<{ first: boolean }>(
    `update integration i
        set first_seen_at = coalesce(i.first_seen_at, $2), last_seen_at = greatest(i.last_seen_at, $2),
            last_user_agent = $3, catalog_at = case when $4::boolean then $2 else i.catalog_at end, refused_since = null, refused_at = null, refused_login = null
       from (select key, first_seen_at is null as first from integration
              where key = $1
                and (last_seen_at is null or last_seen_at < $2::timestamptz - interval '1 minute'
                     or last_seen_at < password_changed_at or refused_at is not null
                     or last_user_agent is distinct from $3
                     or $4::boolean and (catalog_at is null or catalog_at < $2::timestamptz - interval '1 minute'))
                for no key update skip locked) free
      where i.key = free.key returning free.first`,
    [integrationKey, now, storable(seen.userAgent, MAX_LENGTH), seen.catalog === true],
    'exchange-seen',
  )
  return { first: rows[0]?.first ?? false }
}
