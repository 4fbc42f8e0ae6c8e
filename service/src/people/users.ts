import { describeProblem, type FieldProblem, type Locale, type Role } from '@obmen/contract'
import type { Preferences, User as ShownUser } from '@obmen/contract/rest'
import type { Database, Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { notifyAccessChanged } from './access-change.js'
import { type ApiToken, revokeTokensOf, TOKEN_COLUMNS } from './api-tokens.js'
import {
  type AssignedRole,
  checkCompanies,
  checkPersonName,
  lockAccount,
  lockAdministrators,
  requireAdministrator,
} from './roles.js'

export type User = WithTimes<ShownUser, 'createdAt' | 'lastSeenAt'>

export interface SignedInUser {
  id: string
  email: string
  name: string
  locale: Locale
  /** What was never chosen is missing. */
  preferences: Partial<Preferences>
  /** Whether it is on. */
  secondFactor: boolean
  roles: {
    role: Role
    locationId: string | null
    locationName: string | null
    timezone: string | null
    statuslabels: Record<string, string> | null
    companyIds: string[] | null
  }[]
}

const SELECT_USERS = `
  select u.id, u.email, u.name, r.role, r.company_ids as "companyIds",
         u.disabled_at is not null as disabled, u.created_at as "createdAt",
         (select max(s.last_seen_at) from user_session s where s.user_id = u.id) as "lastSeenAt"
    from user_role r join user_account u on u.id = r.user_id`

/** A person who holds the role. Throws AppError `not-found` for anybody else. */
async function getUser(db: Queryable, { role, locationId }: AssignedRole, userId: string): Promise<User> {
  const { rows } = isUuid(userId)
    ? await db.query<User>(
        `${SELECT_USERS} where r.location_id is not distinct from $1 and r.role = $2 and u.id = $3`,
        [locationId, role, userId],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('user-not-found'))
  return rows[0]
}

export async function listUsers(
  db: Queryable,
  { role, locationId }: AssignedRole,
  { limit, cursor }: PageRequest,
): Promise<Page<User>> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const { rows } = await db.query<User>(
    `${SELECT_USERS}
      where r.location_id is not distinct from $1 and r.role = $5
        and ($2::text is null or (u.email, u.id) > ($2, $3::uuid))
      order by u.email, u.id limit $4`,
    [locationId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, role],
  )
  return toPage(rows, limit, user => [user.email, user.id])
}

interface UserPatch {
  disabled?: boolean | undefined
  name?: string | undefined
  companyIds?: readonly string[] | undefined
  /** The companies that the person who changes them saw, if known. */
  seenCompanyIds?: readonly string[] | undefined
}

/**
 * Companies of an accountant; name and access only of who has no roles elsewhere. Throws AppError
 * `not-found`, `invalid`, `revision-mismatch` (other companies than were seen) or `conflict`.
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

/** What a person may change about themselves. Throws AppError `invalid` (path `/name`). */
export async function updateProfile(
  db: Queryable,
  userId: string,
  patch: { name?: string | undefined; locale?: Locale | undefined; preferences?: Preferences | undefined },
): Promise<void> {
  const problems: FieldProblem[] = []
  const name = patch.name === undefined ? null : checkPersonName(patch.name, '/name', problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  await db.query(
    `update user_account
        set name = coalesce($2, name), locale = coalesce($3, locale), preferences = coalesce($4, preferences)
      where id = $1`,
    [userId, name, patch.locale ?? null, patch.preferences ?? null],
  )
}

/**
 * Also revokes `revokeTokens`; returns the person's other tokens here. Who has no role left is enabled:
 * nobody could do it later. Throws `not-found`, or `conflict` for the last holder.
 */
export async function revokeRole(
  db: Database,
  userId: string,
  assigned: AssignedRole,
  revokeTokens: readonly string[] = [],
): Promise<ApiToken[]> {
  return db.transaction(async tx => {
    await lockAdministrators(tx, assigned.locationId)
    const user = await getUser(tx, assigned, userId)
    await lockAccount(tx, user.id)
    const { rowCount } = await tx.query(
      'delete from user_role where user_id = $1 and role = $2 and location_id is not distinct from $3',
      [user.id, assigned.role, assigned.locationId],
    )
    if (rowCount === 0) throw new AppError('not-found', describeProblem('user-not-found'))
    await requireAdministrator(tx, assigned.locationId)
    await tx.query(
      `update user_account set disabled_at = null
        where id = $1 and disabled_at is not null and not exists (select from user_role where user_id = $1)`,
      [user.id],
    )
    await notifyAccessChanged(tx, { userId: user.id })
    if (revokeTokens.length > 0)
      await revokeTokensOf(tx, { userId: user.id, locationId: assigned.locationId }, revokeTokens)
    const { rows } = await tx.query<ApiToken>(
      `select ${TOKEN_COLUMNS} from api_token t
        where t.location_id = $1 and t.created_by = $2 and t.revoked_at is null
          order by t.created_at desc, t.id desc`,
      [assigned.locationId, user.id],
    )
    return rows
  })
}
