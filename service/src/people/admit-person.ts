import type { Queryable } from '../db/database.js'
import { AppError } from '../errors.js'
import { giveRole } from './give-role.js'
import { hashPassword, verifyPassword } from './password-hash.js'
import type { HeldRole } from './role.js'
import { TEXTS } from './texts.js'

export interface Admission extends HeldRole {
  /** Checked and in lower case. */
  email: string
  name: string
  password: string
}

/**
 * Gives a role to a new person, or to one who is here already and proves it by the password: whoever only knows an address gets
 * nobody's account. Throws AppError `conflict`.
 */
export async function admitPerson(
  tx: Queryable,
  admission: Admission,
): Promise<{ userId: string; newRole: boolean }> {
  const { email, name, password } = admission
  const made = await tx.query<{ id: string }>(
    `insert into user_account (email, name, password_hash) values ($1, $2, $3) on conflict do nothing returning id`,
    [email, name, await hashPassword(password)],
  )
  const userId = made.rows[0]?.id ?? (await knownPerson(tx, email, password))
  return { userId, newRole: await giveRole(tx, userId, admission) }
}

async function knownPerson(tx: Queryable, email: string, password: string): Promise<string> {
  const { rows } = await tx.query<{ id: string; password_hash: string | null; disabled_at: Date | null }>(
    'select id, password_hash, disabled_at from user_account where lower(email) = $1',
    [email],
  )
  const person = rows[0]!
  if ((await verifyPassword(password, person.password_hash)) === 'wrong') {
    throw new AppError('conflict', TEXTS.emailTakenOtherPassword(email))
  }
  if (person.disabled_at) throw new AppError('conflict', TEXTS.emailDisabled(email))
  return person.id
}
