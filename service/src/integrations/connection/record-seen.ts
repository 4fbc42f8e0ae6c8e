import type { Database } from '../../db/database.js'
import { storable } from '../../db/values.js'
import { requestFindings } from '../../findings/recalculate.js'
import { decidePaymentForm } from './payment-form.js'

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

/**
 * Records a call of a 1C that signed in. If a change locks the integration, the next call does it. The first
 * call and another announced version decide findings, so they are recalculated.
 */
export async function recordSeen(
  db: Database,
  integrationKey: number,
  { userAgent, catalog = false, cmlVersion }: Seen,
): Promise<void> {
  await db.transaction(async tx => {
    const { rows } = await tx.query<{ isFirst: boolean; announced: string | null }>(
      `update integration i
          set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $2,
              catalog_at = case when $3::boolean then now() else i.catalog_at end,
              last_cml_version = case when $4::boolean then $5 else i.last_cml_version end,
              refused_since = null, refused_at = null, refused_login = null
         from (select key, first_seen_at, last_cml_version from integration where key = $1
                  for no key update skip locked) free
        where i.key = free.key
       returning free.first_seen_at is null as "isFirst", free.last_cml_version as announced`,
      [integrationKey, storableUserAgent(userAgent), catalog, cmlVersion !== undefined, cmlVersion ?? null],
      'exchange-seen',
    )
    const [before] = rows
    if (!before) return
    const { isFirst, announced } = before
    if (isFirst || (cmlVersion !== undefined && formOf(cmlVersion) !== formOf(announced)))
      await requestFindings(tx, integrationKey, { putsWait: false })
  })
}

/** How payments are sent to a 1C that announced this version, if the settings leave it open. */
function formOf(cmlVersion: string | null): string {
  return decidePaymentForm({ payments: 'auto' }, cmlVersion)
}
