import { describeProblem, isPrintable } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { Hashing } from './open-hashing.js'
import { type NewSession, openSession } from './open-session.js'
import { hashPassword, verifyPassword } from './password-hash.js'
import {
  countAttempt,
  type LockRule,
  type LockWaits,
  readLockWaits,
  revertAttempt,
  type SignInAttempt,
} from './sign-in-lock.js'

export interface SignInInput {
  email: string
  password: string
  address: string
  userAgent: string
}

export interface SignInRule extends LockRule {
  hashing: Hashing
}

/**
 * Opens a session for the right password; `secret` is the cookie. Throws AppError `unauthenticated` (as slowly for an unknown
 * e-mail as for a wrong password), `locked-out` with the seconds to wait, or `too-many-requests`.
 */
export async function signIn(
  db: Database,
  input: SignInInput,
  rule: SignInRule & { sessionDays: number },
  now: Date,
): Promise<NewSession> {
  const user = await authenticatePerson(db, input, rule)
  return openSession(
    db,
    { userId: user.id, address: input.address, userAgent: input.userAgent },
    rule.sessionDays,
    now,
  )
}

/** Authenticates a person by password, with the limits of signing in. Throws as `signIn` does. */
export async function authenticatePerson(
  db: Database,
  { email, password, address }: { email: string; password: string; address: string },
  rule: SignInRule,
): Promise<{ id: string }> {
  const login = email.trim().toLowerCase()
  const attempt: SignInAttempt = { scope: 'web', login, address }
  const find = () => findPerson(db, 'lower(email) = $1', isPrintable(login) ? login : '')
  return attemptPassword(db, { attempt, password, find }, rule)
}

/** The same for a signed-in person who repeats the password. */
export async function confirmOwnPassword(
  db: Database,
  { userId, password }: { userId: string; password: string },
  rule: SignInRule,
): Promise<void> {
  const find = () => findPerson(db, 'id = $1', userId)
  await attemptPassword(db, { attempt: { scope: 'password', userId }, password, find }, rule)
}

interface Person {
  id: string
  password_hash: string | null
  disabled_at: Date | null
}

async function attemptPassword(
  db: Database,
  {
    attempt,
    password,
    find,
  }: { attempt: SignInAttempt; password: string; find: () => Promise<Person | undefined> },
  rule: SignInRule,
): Promise<{ id: string }> {
  await refuseWhileLocked(db, attempt, await readLockWaits(db, attempt, rule))
  return rule.hashing.enter(async keys => {
    // Counted before the password is checked, so that a hundred parallel attempts don't exceed the limit.
    await refuseWhileLocked(db, attempt, await countAttempt(db, attempt, rule))
    const user = await find()
    const match = await verifyPassword(password, user?.password_hash, keys)
    if (!user || user.disabled_at || match === 'wrong')
      throw new AppError('unauthenticated', describeProblem('sign-in-failed'))

    await revertAttempt(db, attempt)
    if (match === 'outdated') {
      const hash = await hashPassword(password, keys)
      await db.query('update user_account set password_hash = $2 where id = $1 and password_hash = $3', [
        user.id,
        hash,
        user.password_hash,
      ])
    }
    return { id: user.id }
  })
}

async function findPerson(db: Database, condition: string, value: string): Promise<Person | undefined> {
  const { rows } = await db.query<Person>(
    `select id, password_hash, disabled_at from user_account where ${condition}`,
    [value],
  )
  return rows[0]
}

async function refuseWhileLocked(
  db: Database,
  attempt: SignInAttempt,
  { pair, address, login }: LockWaits,
): Promise<void> {
  const here = Math.max(pair, address)
  // Guessing from many addresses must not lock a person out at an address where they are signed in.
  const seconds = here > 0 || login === 0 || (await isSignedInHere(db, attempt)) ? here : login
  if (seconds === 0) return
  throw new AppError('locked-out', describeProblem('sign-in-locked', { minutes: Math.ceil(seconds / 60) }), {
    retryAfterSeconds: seconds,
  })
}

async function isSignedInHere(db: Database, attempt: SignInAttempt): Promise<boolean> {
  if (attempt.scope !== 'web') return false
  const { rowCount } = await db.query(
    `select 1 from user_session s join user_account u on u.id = s.user_id
      where lower(u.email) = $1 and s.address = $2 and s.expires_at > now() limit 1`,
    [isPrintable(attempt.login) ? attempt.login : '', attempt.address],
  )
  return rowCount > 0
}
