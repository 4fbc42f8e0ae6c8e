import type { Right } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { hashSecret } from '../secret.js'

export interface TokenOwner {
  id: string
  locationId: string
  rights: Right[]
}

/** The token with this secret, unless revoked. Its last use is recorded once a minute, not at each request. */
export async function findToken(db: Queryable, secret: string, now: Date): Promise<TokenOwner | undefined> {
  const { rows } = await db.query<TokenOwner & { stale: boolean }>(
    `select id, location_id as "locationId", rights,
            last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute' as stale
       from api_token where token_hash = $1 and revoked_at is null`,
    [hashSecret(secret), now],
  )
  const found = rows[0]
  if (!found) return undefined
  const { stale, ...token } = found
  if (stale) {
    await db.query(
      `update api_token set last_used_at = $2
        where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
      [token.id, now],
    )
  }
  return token
}
