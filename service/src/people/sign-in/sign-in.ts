import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import type { Secrets } from '../../db/secrets/open-secrets.js'
import { AppError } from '../../errors/app-error.js'
import { findAccounts, findPeople, type VerifiedPerson } from './find-accounts.js'
import type { Hashing, HashingCaller } from './open-hashing.js'
import { hashPassword, matchPassword, saltOf } from './password-hash.js'
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
import { useCode, wrongCode } from './use-code.js'

export interface SignInInput {
  email: string
  password: string
  /** Of the second factor. */
  code?: string | undefined
  address: string
  userAgent: string
  replaces?: string | undefined
}

export interface SignInRule extends LockRule {
  hashing: Hashing
  secrets: Secrets
}

/**
 * `secret` is the cookie. Throws `unauthenticated` (also for a code), `locked-out` or `too-many-requests`.
 */
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

/** Authenticates a person by password and code, with the limits of signing in. Throws as `signIn` does. */
export async function authenticatePerson(
  db: Database,
  { email, password, code, address }: Omit<SignInInput, 'userAgent' | 'replaces'>,
  rule: SignInRule,
): Promise<VerifiedPerson> {
  const login = email.trim().toLowerCase()
  const attempt: SignInAttempt = { scope: 'web', login, address }
  const find: FindPeople = signedInAt => findAccounts(db, login, signedInAt)
  const caller = { login, address }
  return attemptPassword(db, { attempt, password, find, caller, asksCode: true, code }, rule)
}

/** The same, with another refusal of a wrong password. */
export function refusingAs<T>(verified: Promise<T>, refusal: (cause: AppError) => AppError): Promise<T> {
  return verified.catch(error => {
    throw error instanceof AppError && error.reason?.code === 'sign-in-failed' ? refusal(error) : error
  })
}

interface OwnPassword {
  userId: string
  password: string
  caller: HashingCaller
  code?: string | undefined
}

/** The same for a signed-in person who repeats the password, and gives a code where one is asked for. */
export async function confirmOwnPassword(
  db: Database,
  { userId, password, caller, code }: OwnPassword,
  rule: SignInRule,
): Promise<VerifiedPerson> {
  const find: FindPeople = () => findPeople(db, 'id = $1', [userId])
  const asksCode = code !== undefined
  // Counted apart: a right password alone would excuse the codes that were guessed.
  const attempt: SignInAttempt = { scope: 'password', userId: asksCode ? `${userId} code` : userId }
  return attemptPassword(db, { attempt, password, find, caller, asksCode, code }, rule)
}

/** `signedInAt`: only those who are signed in at this address. */
type FindPeople = (signedInAt: string | null) => Promise<VerifiedPerson[]>

interface PasswordAttempt {
  attempt: SignInAttempt
  password: string
  find: FindPeople
  caller: HashingCaller
  asksCode: boolean
  code: string | undefined
}

async function attemptPassword(
  db: Database,
  { attempt, password, find, caller, asksCode, code }: PasswordAttempt,
  rule: SignInRule,
): Promise<VerifiedPerson> {
  await refuseWhileLocked(db, attempt, await readLockWaits(db, attempt, rule))
  return rule.hashing.enter(caller, async cost => {
    // Counted before the password is checked, so that a hundred parallel attempts don't exceed the limit.
    const signedInAt = await refuseWhileLocked(db, attempt, await countAttempt(db, attempt, rule))
    const verified = await verifyPerson(db, { password, find: () => find(signedInAt) }, cost)
    const answer = asksCode ? await useCode(db, verified.id, code, rule.secrets) : 'right'
    if (answer === 'wrong') throw wrongCode('unauthenticated')
    await revertAttempt(db, attempt)
    if (answer === 'missing') throw new AppError('unauthenticated', describeProblem('second-factor-needed'))
    return verified
  })
}

/** Rehashes an outdated hash. Throws AppError `unauthenticated`. */
async function verifyPerson(
  db: Database,
  { password, find }: { password: string; find: () => Promise<VerifiedPerson[]> },
  cost: number,
): Promise<VerifiedPerson> {
  const people = await find()
  const hashes = people.map(({ passwordHash }) => passwordHash)
  const match = await matchPassword(password, hashes, cost)
  const person = people.find(({ passwordHash }) => passwordHash === match?.hash)
  if (!match || !person)
    throw new AppError('unauthenticated', describeProblem('sign-in-failed'), {
      // For the log alone: whoever guesses is answered alike.
      cause: people.length === 0 ? 'no-account' : 'wrong-password',
    })
  if (!match.outdated) return person
  const hash = await hashPassword(password, cost, saltOf(match.hash))
  const { rowCount } = await db.query(
    'update user_account set password_hash = $2 where id = $1 and password_hash = $3',
    [person.id, hash, match.hash],
  )
  // Changed meanwhile: by another sign-in that rehashed it, or to another password.
  return rowCount > 0 ? { id: person.id, passwordHash: hash } : verifyPerson(db, { password, find }, cost)
}

/** Returns the address at which one must be signed in, if only those who are may try. */
async function refuseWhileLocked(
  db: Database,
  attempt: SignInAttempt,
  { pair, address, login }: LockWaits,
): Promise<string | null> {
  const here = Math.max(pair, address)
  if (here === 0 && login === 0) return null
  // Guessing from many addresses must not lock a person out at an address where they are signed in.
  if (here === 0 && attempt.scope === 'web') {
    const signedInAt = countedAddress(attempt.address)
    if ((await findAccounts(db, attempt.login, signedInAt)).length > 0) return signedInAt
  }
  const seconds = here || login
  throw new AppError('locked-out', describeProblem('sign-in-locked', { minutes: Math.ceil(seconds / 60) }), {
    retryAfterSeconds: seconds,
  })
}
