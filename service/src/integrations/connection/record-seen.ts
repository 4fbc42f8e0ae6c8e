import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values.js'

/** What a call shows of an integration's 1C. */
export interface Seen {
  userAgent: string
  /** It signed in with `type=catalog`. */
  catalog?: boolean
  /** What its query announces; null: nothing; undefined: this call doesn't show it. */
  cmlVersion?: string | null | undefined
}

const USER_AGENT_LENGTH = 300
export const storableUserAgent = (userAgent: string): string => storable(userAgent, USER_AGENT_LENGTH)

/** Records a call of a 1C that signed in. If a change locks the integration, the next call does it. */
export async function recordSeen(
  db: Queryable,
  integrationKey: number,
  { userAgent, catalog = false, cmlVersion }: Seen,
): Promise<void> {
  await db.query(
    `update integration i
        set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $2,
            catalog_at = case when $3::boolean then now() else i.catalog_at end,
            last_cml_version = case when $4::boolean then $5 else i.last_cml_version end,
            refused_since = null, refused_at = null, refused_login = null
       from (select key from integration where key = $1 for no key update skip locked) free
      where i.key = free.key`,
    [integrationKey, storableUserAgent(userAgent), catalog, cmlVersion !== undefined, cmlVersion ?? null],
    'exchange-seen',
  )
}
