import type { Queryable } from '../db/database.js'
import { IS_OPEN, type SessionSearch } from './find-session.js'

/** The key of the integration whose session a cookie names; undefined if the session is unknown or has ended. */
export async function findSessionOwner(
  db: Queryable,
  { id, tokenHash, idleSeconds }: Omit<SessionSearch, 'integrationKey'>,
): Promise<number | undefined> {
  const { rows } = await db.query<{ key: number }>(
    `select s.integration_key as key from exchange_session s where s.id = $3 and s.token_hash = $1 and ${IS_OPEN}`,
    [tokenHash, idleSeconds, id],
  )
  return rows[0]?.key
}
