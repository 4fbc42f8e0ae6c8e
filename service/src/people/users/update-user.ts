import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { AssignedRole } from '../role.js'
import { notifyAccessChanged } from './access-change.js'
import { checkCompanies } from './check-companies.js'
import { checkPersonName } from './check-person.js'
import { getUser } from './get-user.js'
import { lockAccount, lockAdministrators, requireAdministrator } from './require-administrator.js'
import type { User } from './user.js'

export interface UserPatch {
  disabled?: boolean | undefined
  name?: string | undefined
  /** Of an accountant. */
  companyIds?: readonly string[] | undefined
  /** The companies that the person who changes them saw, if known. */
  seenCompanyIds?: readonly string[] | undefined
}

/**
 * Changes a person who has the role: an accountant's companies, and name and access unless the person has roles elsewhere, too.
 * Disabling ends the person's sessions. Throws AppError `not-found`, `invalid`, `revision-mismatch` (somebody else changed the companies
 * first), or `conflict` for the last administrator and for people who have roles elsewhere.
 */
export async function updateUser(
  db: Database,
  assigned: Pick<AssignedRole, 'role' | 'locationId'>,
  userId: string,
  patch: UserPatch,
): Promise<User> {
  const { locationId } = assigned
  const problems: FieldProblem[] = []
  const name = patch.name === undefined ? undefined : checkPersonName(patch.name, '/name', problems)
  if (patch.companyIds) await checkCompanies(db, { ...assigned, companyIds: patch.companyIds }, problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })

  return db.transaction(async tx => {
    await lockAdministrators(tx, locationId)
    const user = await getUser(tx, assigned, userId)
    if (patch.companyIds) requireSeen(user.companyIds ?? [], patch.seenCompanyIds)
    const renames = name !== undefined && name !== user.name
    const switches = patch.disabled !== undefined && patch.disabled !== user.disabled
    if (renames || switches) await requireOnlyHere(tx, locationId, user)
    if (renames) await tx.query('update user_account set name = $2 where id = $1', [user.id, name])
    if (switches && patch.disabled === true) await disable(tx, locationId, user)
    if (switches && patch.disabled === false)
      await tx.query('update user_account set disabled_at = null where id = $1', [user.id])
    if (patch.companyIds) await setCompanies(tx, assigned, user, patch.companyIds)
    return getUser(tx, assigned, userId)
  })
}

function requireSeen(present: readonly string[], seen: readonly string[] | undefined): void {
  if (seen === undefined) return
  const ids = new Set(seen)
  if (ids.size !== present.length || present.some(id => !ids.has(id)))
    throw new AppError('revision-mismatch', describeProblem('companies-changed-meanwhile'))
}

async function setCompanies(
  tx: Queryable,
  { role, locationId }: AssignedRole,
  user: User,
  companyIds: readonly string[],
): Promise<void> {
  await tx.query(
    'update user_role set company_ids = $4 where user_id = $1 and role = $2 and location_id = $3',
    [user.id, role, locationId, [...new Set(companyIds)]],
  )
  await notifyAccessChanged(tx, { userId: user.id })
}

async function requireOnlyHere(tx: Queryable, locationId: string | null, user: User): Promise<void> {
  await lockAccount(tx, user.id)
  const elsewhere = await tx.query(
    'select 1 from user_role where user_id = $1 and location_id is distinct from $2 limit 1',
    [user.id, locationId],
  )
  if (elsewhere.rowCount > 0) throw new AppError('conflict', describeProblem('user-elsewhere'))
}

async function disable(tx: Queryable, locationId: string | null, user: User): Promise<void> {
  await tx.query('update user_account set disabled_at = now() where id = $1', [user.id])
  await tx.query('delete from user_session where user_id = $1', [user.id])
  await notifyAccessChanged(tx, { userId: user.id })
  await requireAdministrator(tx, locationId)
}
