import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { type ApiToken, TOKEN_COLUMNS } from './api-token.js'

/** A location's tokens in use, the newest first. */
export async function listTokens(
  db: Queryable,
  locationId: string,
  { limit, cursor }: PageRequest,
): Promise<Page<ApiToken>> {
  const before = readCursor(cursor, ['time', 'uuid'])
  const { rows } = await db.query<ApiToken & { position: string }>(
    `select ${TOKEN_COLUMNS}, created_at::text as position from api_token
      where location_id = $1 and revoked_at is null
        and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
      order by created_at desc, id desc limit $4`,
    [locationId, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  )
  return toPage(
    rows,
    limit,
    ({ position: _, ...token }) => token,
    row => [row.position, row.id],
  )
}
