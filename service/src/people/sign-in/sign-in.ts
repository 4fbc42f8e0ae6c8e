import { describeProblem, isPrintable } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { Hashing, HashingCaller } from './open-hashing.js'
import { hashPassword, verifyPassword } from './password-hash.js'
import { type NewSession, openSession } from './sessions.js'
import {
  countAttempt,
  countedAddress,
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
  replaces?: string | undefined
}

export interface SignInRule extends LockRule {
  hashing: Hashing
}

/** `secret` is the cookie. Throws `unauthenticated`, `locked-out` or `too-many-requests`. */
export async function signIn(
  db: Database,
  input: SignInInput,
  rule: SignInRule & { sessionDays: number },
  now: Date,
): Promise<NewSession> {
  const { id: userId, passwordHash } = await authenticatePerson(db, input, rule)
  const { address, userAgent, replaces } = input
  return openSession(db, { userId, passwordHash, address, userAgent, replaces }, rule.sessionDays, now)
}

export interface VerifiedPerson {
  id: string
  /** The stored hash that the password was verified against: what is done with it must find it unchanged. */
  passwordHash: string
}

/** Authenticates a person by password, with the limits of signing in. Throws as `signIn` does. */
export async function authenticatePerson(
  db: Database,
  { email, password, address }: { email: string; password: string; address: string },
  rule: SignInRule,
): Promise<VerifiedPerson> {
  const login = email.trim().toLowerCase()
  const attempt: SignInAttempt = { scope: 'web', login, address }
  const find = () => findPerson(db, 'lower(email) = $1', isPrintable(login) ? login : '')
  return attemptPassword(db, { attempt, password, find, caller: { login, address } }, rule)
}

/** The same, with another refusal of a wrong password. */
export function refusingAs<T>(verified: Promise<T>, refusal: (cause: AppError) => AppError): Promise<T> {
  return verified.catch(error => {
    throw error instanceof AppError && error.code === 'unauthenticated' ? refusal(error) : error
  })
}

interface OwnPassword {
  userId: string
  password: string
  caller: HashingCaller
}

/** The same for a signed-in person who repeats the password. */
export async function confirmOwnPassword(
  db: Database,
  { userId, password, caller }: OwnPassword,
  rule: SignInRule,
): Promise<VerifiedPerson> {
  const find = () => findPerson(db, 'id = $1', userId)
  return attemptPassword(db, { attempt: { scope: 'password', userId }, password, find, caller }, rule)
}

interface Person {
  id: string
  password_hash: string | null
  disabled_at: Date | null
}

type FindPerson = () => Promise<Person | undefined>

interface PasswordAttempt {
  attempt: SignInAttempt
  password: string
  find: FindPerson
  caller: HashingCaller
}

async function attemptPassword(
  db: Database,
  { attempt, password, find, caller }: PasswordAttempt,
  rule: SignInRule,
): Promise<VerifiedPerson> {
  await refuseWhileLocked(db, attempt, await readLockWaits(db, attempt, rule))
  return rule.hashing.enter(caller, async cost => {
    // Counted before the password is checked, so that a hundred parallel attempts don't exceed the limit.
    await refuseWhileLocked(db, attempt, await countAttempt(db, attempt, rule))
    const verified = await verifyPerson(db, { password, find }, cost)
    await revertAttempt(db, attempt)
    return verified
  })
}

/** Rehashes an outdated hash. Throws AppError `unauthenticated`. */
async function verifyPerson(
  db: Database,
  { password, find }: { password: string; find: FindPerson },
  cost: number,
): Promise<VerifiedPerson> {
  const user = await find()
  const match = await verifyPassword(password, user?.password_hash, cost)
  if (!user?.password_hash || user.disabled_at || match === 'wrong')
    throw new AppError('unauthenticated', describeProblem('sign-in-failed'))
  if (match === 'right') return { id: user.id, passwordHash: user.password_hash }
  const hash = await hashPassword(password, cost)
  const { rowCount } = await db.query(
    'update user_account set password_hash = $2 where id = $1 and password_hash = $3',
    [user.id, hash, user.password_hash],
  )
  // Changed meanwhile: by another sign-in that rehashed it, or to another password.
  return rowCount > 0 ? { id: user.id, passwordHash: hash } : verifyPerson(db, { password, find }, cost)
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
    [isPrintable(attempt.login) ? attempt.login : '', countedAddress(attempt.address)],
  )
  return rowCount > 0
}
