import {
  type DescribedProblem,
  describeProblem,
  type FieldProblem,
  isPrintable,
  type Role,
} from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { findAccounts } from './sign-in/find-accounts.js'
import { checkPassword, hashPassword, matchPassword, newSalt } from './sign-in/password-hash.js'

export interface AssignedRole {
  role: Role
  locationId: string | null
  /** Of an accountant: whose data is seen; null for the other roles. */
  companyIds?: readonly string[] | null | undefined
}

const MAX_NAME_LENGTH = 200
const MAX_EMAIL_LENGTH = 254

/** The e-mail in lower case: whatever case it is typed in, it is one address. */
export function checkEmail(email: string, path: string, problems: FieldProblem[]): string {
  const trimmed = email.trim().toLowerCase()
  if (
    trimmed.length > MAX_EMAIL_LENGTH ||
    !isPrintable(trimmed) ||
    !/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(trimmed)
  ) {
    problems.push({ path, ...describeProblem('email-shape') })
  }
  return trimmed
}

export function checkPersonName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (!isPrintable(trimmed)) problems.push({ path, ...describeProblem('unprintable') })
  if (trimmed.length > MAX_NAME_LENGTH)
    problems.push({ path, ...describeProblem('person-name-too-long', { max: MAX_NAME_LENGTH }) })
  return trimmed
}

/** An accountant is given companies of the location, at least one; nobody else is given any. */
export async function checkCompanies(
  db: Queryable,
  { role, locationId, companyIds }: AssignedRole,
  problems: FieldProblem[],
): Promise<void> {
  const problem = (described: DescribedProblem): void =>
    void problems.push({ path: '/companyIds', ...described })
  if (role !== 'accountant') {
    if (companyIds) problem(describeProblem('companies-of-accountant'))
    return
  }
  const chosen = [...new Set(companyIds)]
  if (chosen.length === 0) return problem(describeProblem('companies-needed'))
  const { rowCount } = await db.query(
    'select from company where location_id = $1 and id = any ($2::uuid[])',
    [locationId, chosen],
  )
  if (rowCount < chosen.length) problem(describeProblem('companies-unknown'))
}

export async function grantRole(tx: Queryable, userId: string, assigned: AssignedRole): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into user_role (user_id, role, location_id, company_ids) values ($1, $2, $3, $4)
       on conflict do nothing`,
    [userId, assigned.role, assigned.locationId, assigned.companyIds ?? null],
  )
  return rowCount > 0
}

/** Serializes, until the transaction ends, revoking a role and disabling somebody. */
export async function lockAdministrators(tx: Queryable, locationId: string | null): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [
    locationId ?? '',
  ])
}

/** After the change: throws AppError `conflict`, which rolls it back, if nobody could grant roles there. */
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

/**
 * Serializes granting a role to an existing account and changes that depend on its other roles. Otherwise one
 * location disables somebody who joins another, and neither may enable them again.
 */
export async function lockAccount(
  tx: Queryable,
  userId: string,
): Promise<{ disabled: boolean; passwordHash: string | null }> {
  const { rows } = await tx.query<{ disabled: boolean; passwordHash: string | null }>(
    `select disabled_at is not null as disabled, password_hash as "passwordHash"
       from user_account where id = $1 for no key update`,
    [userId],
  )
  return rows[0]!
}

/** An existing account, with its verified hash if there is one, or what a new one needs. */
export type PreparedPerson = ExistingPerson | { email: string; name: string; passwordHash: string }

interface ExistingPerson {
  userId: string
  passwordHash?: string
}

/**
 * For the command line, before the transaction: hashing takes time. The account with this password, even one
 * that today's rule would refuse, or a new one; undefined, with problems at `path`, if there is neither.
 */
export async function preparePerson(
  db: Queryable,
  { email, password, path }: { email: string; password: string; path: string },
  problems: FieldProblem[],
  cost?: number,
): Promise<PreparedPerson | undefined> {
  const people = await findAccounts(db, email)
  const hashes = people.map(({ passwordHash }) => passwordHash)
  const match = await matchPassword(password, hashes, cost)
  const person = people.find(({ passwordHash }) => passwordHash === match?.hash)
  if (person) return { userId: person.id }
  checkPassword(password, path, problems)
  if (problems.length > 0) return undefined
  return { email, name: '', passwordHash: await hashPassword(password, cost, await saltOfAddress(db, email)) }
}

/** Chosen once: accounts of one address share it, so that signing in hashes the password once for all. */
export async function saltOfAddress(db: Queryable, email: string): Promise<Buffer> {
  const { rows } = await db.query<{ salt: Buffer }>(
    `insert into user_address (email, salt) values ($1, $2)
       on conflict (email) do update set email = excluded.email returning salt`,
    [email, newSalt()],
  )
  return rows[0]!.salt
}

/** Throws AppError `unauthenticated` if the account was disabled or got another password meanwhile. */
export async function grantAccess(
  tx: Queryable,
  person: PreparedPerson,
  assigned: AssignedRole,
): Promise<{ userId: string; newRole: boolean }> {
  const userId = 'userId' in person ? await lockEnabled(tx, person) : await createAccount(tx, person)
  return { userId, newRole: await grantRole(tx, userId, assigned) }
}

async function lockEnabled(tx: Queryable, { userId, passwordHash }: ExistingPerson): Promise<string> {
  const account = await lockAccount(tx, userId)
  if (account.disabled || (passwordHash !== undefined && passwordHash !== account.passwordHash))
    throw new AppError('unauthenticated', describeProblem('sign-in-failed'))
  return userId
}

async function createAccount(
  tx: Queryable,
  { email, name, passwordHash }: Exclude<PreparedPerson, ExistingPerson>,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into user_account (email, name, password_hash) values ($1, $2, $3) returning id',
    [email, name, passwordHash],
  )
  return rows[0]!.id
}

/** For the command line. Throws AppError `invalid` (paths `/email`, `/password`). */
export async function makeOperator(
  db: Database,
  input: { email: string; password: string },
  cost?: number,
): Promise<{ userId: string; newRole: boolean; newAccount: boolean }> {
  const problems: FieldProblem[] = []
  const email = checkEmail(input.email, '/email', problems)
  const person = await preparePerson(db, { ...input, email, path: '/password' }, problems, cost)
  if (!person) throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  const granted = await db.transaction(tx =>
    grantAccess(tx, person, { role: 'system-operator', locationId: null }),
  )
  return { ...granted, newAccount: !('userId' in person) }
}
