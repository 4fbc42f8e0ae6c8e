import type { Database } from '../db/database.js'
import { isPrintable } from '../db/printable.js'
import { AppError } from '../errors.js'
import { type NewSession, openSession } from './open-session.js'
import { hashPassword, verifyPassword } from './password-hash.js'
import {
  countFailures,
  forgetFailures,
  type LockRule,
  lockedFor,
  noteFailure,
  type SignInAttempt,
} from './sign-in-lock.js'
import { TEXTS } from './texts.js'

export interface SignInInput {
  email: string
  password: string
  address: string
  userAgent: string
}

/**
 * Opens a session for the right password; `secret` is the cookie. Throws AppError `unauthenticated` (as slowly for an unknown
 * e-mail as for a wrong password) or `locked-out` with the seconds to wait.
 */
export async function signIn(
  db: Database,
  input: SignInInput,
  rule: LockRule & { sessionDays: number },
  now: Date,
): Promise<NewSession> {
  const email = input.email.trim().toLowerCase()
  const user = await provePassword(db, { email, password: input.password, address: input.address }, rule, now)
  return openSession(
    db,
    { userId: user.id, address: input.address, userAgent: input.userAgent },
    rule.sessionDays,
    now,
  )
}

/** Finds the person whose password it is, counting failures. Throws as `signIn` does. */
export async function provePassword(
  db: Database,
  { email, password, address }: { email: string; password: string; address: string },
  rule: LockRule,
  now: Date,
): Promise<{ id: string }> {
  const attempt: SignInAttempt = { scope: 'web', login: email, address }
  const lockedSeconds = await lockedFor(db, attempt, rule, now)
  if (lockedSeconds > 0) throw lockedOut(lockedSeconds)

  // Counted before the password is looked at, so that a hundred attempts at once are no more than the allowed ones.
  await noteFailure(db, attempt, now)
  if ((await countFailures(db, attempt, rule, now)) > rule.attempts) throw lockedOut(rule.minutes * 60)

  const { rows } = await db.query<{ id: string; password_hash: string | null; disabled_at: Date | null }>(
    'select id, password_hash, disabled_at from user_account where lower(email) = $1',
    [isPrintable(email) ? email : ''],
  )
  const user = rows[0]
  const verdict = await verifyPassword(password, user?.password_hash)
  if (!user || user.disabled_at || verdict === 'wrong')
    throw new AppError('unauthenticated', TEXTS.signInFailed)

  await forgetFailures(db, attempt)
  if (verdict === 'outdated') {
    const hash = await hashPassword(password)
    await db.query('update user_account set password_hash = $2 where id = $1', [user.id, hash])
  }
  return { id: user.id }
}

function lockedOut(seconds: number): AppError {
  return new AppError('locked-out', TEXTS.signInLocked(Math.ceil(seconds / 60)), {
    retryAfterSeconds: seconds,
  })
}
