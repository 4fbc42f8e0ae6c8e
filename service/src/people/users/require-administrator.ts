import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'

/** Call it before revoking a role or disabling somebody: serializes such changes until the transaction ends. */
export async function lockAdministrators(tx: Queryable, locationId: string | null): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [
    locationId ?? '',
  ])
}

/** Call it after the change: throws AppError `conflict`, which rolls it back, if nobody could grant roles there any more. */
export async function requireAdministrator(tx: Queryable, locationId: string | null): Promise<void> {
  const role = locationId === null ? 'system-operator' : 'location-administrator'
  const { rowCount } = await tx.query(
    `select 1 from user_role r join user_account u on u.id = r.user_id
      where r.role = $1 and r.location_id is not distinct from $2
        and u.disabled_at is null and u.password_hash is not null limit 1`,
    [role, locationId],
  )
  if (rowCount > 0) return
  throw new AppError(
    'conflict',
    locationId === null ? describeProblem('last-operator') : describeProblem('last-administrator'),
  )
}

interface LockedAccount {
  email: string
  disabled: boolean
  passwordHash: string | null
}

/**
 * Call it before granting a role to an existing account, and before changing what depends on where else its holder works: serializes
 * the two until the transaction ends. Otherwise somebody is disabled by one location while joining another, and neither may enable
 * them again.
 */
export async function lockAccount(tx: Queryable, userId: string): Promise<LockedAccount> {
  const { rows } = await tx.query<LockedAccount>(
    `select email, disabled_at is not null as disabled, password_hash as "passwordHash"
       from user_account where id = $1 for no key update`,
    [userId],
  )
  return rows[0]!
}
