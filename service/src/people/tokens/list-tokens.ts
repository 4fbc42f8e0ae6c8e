import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { type ApiToken, TOKEN_COLUMNS } from './api-token.js'

export interface TokenFilter extends PageRequest {
  /** Only those created by this person. */
  createdBy?: string | undefined
}

/** A location's tokens in use, the newest first. */
export async function listTokens(
  db: Queryable,
  locationId: string,
  { limit, cursor, createdBy }: TokenFilter,
): Promise<Page<ApiToken>> {
  const before = readCursor(cursor, ['time', 'uuid'])
  const { rows } = await db.query<ApiToken & { position: string }>(
    `select ${TOKEN_COLUMNS}, t.created_at::text as position from api_token t
      where t.location_id = $1 and t.revoked_at is null
        and ($2::timestamptz is null or (t.created_at, t.id) < ($2, $3::uuid))
        and ($5::uuid is null or t.created_by = $5)
      order by t.created_at desc, t.id desc limit $4`,
    [locationId, before?.[0] ?? null, before?.[1] ?? null, limit + 1, createdBy ?? null],
  )
  return toPage(
    rows,
    limit,
    ({ position: _, ...token }) => token,
    row => [row.position, row.id],
  )
}
