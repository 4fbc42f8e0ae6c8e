import type { Queryable } from '../../db/database.js'

/**
 * Call it before granting a role to an existing account, and before changing what depends on where else its holder works: serializes
 * the two until the transaction ends. Otherwise somebody is disabled by one location while joining another, and neither may enable
 * them again.
 */
export async function lockAccount(
  tx: Queryable,
  userId: string,
): Promise<{ email: string; disabled: boolean }> {
  const { rows } = await tx.query<{ email: string; disabled: boolean }>(
    'select email, disabled_at is not null as disabled from user_account where id = $1 for no key update',
    [userId],
  )
  return rows[0]!
}
