import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { AssignedRole } from '../role.js'
import { deriveHere, type KeyDerivation } from '../sign-in/derive-key.js'
import { hashPassword, verifyPassword } from '../sign-in/password-hash.js'
import { grantRole } from './grant-role.js'
import { lockAccount } from './require-administrator.js'

/** An existing account, with the hash that its password was verified against if it was, or what a new one needs. */
export type PreparedPerson = ExistingPerson | { email: string; name: string; passwordHash: string }

interface ExistingPerson {
  userId: string
  passwordHash?: string
}

/**
 * For the command line: a new person, or an existing one whose password is checked. Call it before the transaction,
 * since hashing takes time. `email` is validated and in lower case. Throws AppError `conflict`.
 */
export async function preparePerson(
  db: Queryable,
  email: string,
  password: string,
  keys: KeyDerivation = deriveHere,
): Promise<PreparedPerson> {
  const { rows } = await db.query<{ id: string; password_hash: string | null; disabled_at: Date | null }>(
    'select id, password_hash, disabled_at from user_account where lower(email) = $1',
    [email],
  )
  const person = rows[0]
  if (!person) return { email, name: '', passwordHash: await hashPassword(password, keys) }
  if ((await verifyPassword(password, person.password_hash, keys)) === 'wrong') {
    throw new AppError('conflict', describeProblem('email-taken-other-password', { email }))
  }
  if (person.disabled_at) throw new AppError('conflict', describeProblem('email-disabled', { email }))
  return { userId: person.id }
}

/** An existing account keeps its password, even one that today's rule would refuse. */
export async function hasAccount(db: Queryable, email: string): Promise<boolean> {
  return (await db.query('select 1 from user_account where lower(email) = $1', [email])).rowCount > 0
}

/** Throws AppError `conflict` if an account with that e-mail was created, or the person's was disabled or got another password, meanwhile. */
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
  const { email } = account
  if (account.disabled) throw new AppError('conflict', describeProblem('email-disabled', { email }))
  if (passwordHash !== undefined && passwordHash !== account.passwordHash)
    throw new AppError('conflict', describeProblem('email-taken-other-password', { email }))
  return userId
}

async function createAccount(
  tx: Queryable,
  { email, name, passwordHash }: Exclude<PreparedPerson, ExistingPerson>,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into user_account (email, name, password_hash) values ($1, $2, $3) on conflict do nothing returning id`,
    [email, name, passwordHash],
  )
  if (!rows[0]) throw new AppError('conflict', describeProblem('email-taken-meanwhile', { email }))
  return rows[0].id
}
