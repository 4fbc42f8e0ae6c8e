import { randomBytes } from 'node:crypto'
import { describeProblem } from '@obmen/contract'
import { generateSecret, generateURI } from 'otplib'
import type { Database, Queryable } from '../../db/database.js'
import type { Secrets } from '../../db/secrets/open-secrets.js'
import { AppError, refusalAt } from '../../errors/app-error.js'
import { hashSecret } from '../secret.js'
import { endOtherSessions } from './sessions.js'
import { confirmOwnPassword, type SignInRule } from './sign-in.js'
import { deleteSecondFactor, secretPlace, stepOf, wrongCode } from './use-code.js'

/** The person, who proves by the password, and by a code if the second factor is on, that it is them. */
export interface OwnProof {
  userId: string
  email: string
  address: string
  password: string
  /** Asked for, if it is on, wherever it may be given. */
  code?: string
}

/** How an authenticator app names it. */
const ISSUER = 'Obmen'
const RECOVERY_CODES = 10
/** No letter that looks like a digit; 120 random bits, so that a plain hash of them is enough. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const RECOVERY_CODE_LENGTH = 24

export async function readSecondFactor(
  db: Queryable,
  userId: string,
): Promise<{ activeSince: Date | null; recoveryCodesLeft: number }> {
  const { rows } = await db.query<{ activeSince: Date | null; recoveryCodesLeft: number }>(
    `select active_since as "activeSince", cardinality(recovery_codes) as "recoveryCodesLeft"
       from second_factor where user_id = $1`,
    [userId],
  )
  return rows[0] ?? { activeSince: null, recoveryCodesLeft: 0 }
}

/**
 * A new secret, not asked for before it is confirmed. Throws AppError `invalid`, `conflict`, `locked-out`.
 */
export async function beginSecondFactor(
  db: Database,
  own: OwnProof,
  rule: SignInRule,
): Promise<{ secret: string; uri: string }> {
  await prove(db, own, rule)
  const secret = generateSecret()
  const { rowCount } = await db.query(
    `insert into second_factor as f (user_id, secret) values ($1, $2)
       on conflict (user_id) do update set secret = excluded.secret where f.active_since is null`,
    [own.userId, await rule.secrets.seal(db, secret, secretPlace(own.userId))],
  )
  if (rowCount === 0) throw new AppError('conflict', describeProblem('second-factor-on'))
  return { secret, uri: generateURI({ issuer: ISSUER, label: own.email, secret }) }
}

/**
 * Turns it on and ends the person's other sessions; answers the recovery codes. Throws `invalid`,
 * `conflict`.
 */
export async function confirmSecondFactor(
  db: Database,
  { userId, code, keep }: { userId: string; code: string; keep: string | undefined },
  secrets: Secrets,
): Promise<string[]> {
  return db.transaction(async tx => {
    const { rows } = await tx.query<{ secret: string }>(
      'select secret from second_factor where user_id = $1 and active_since is null for update',
      [userId],
    )
    if (!rows[0]) throw new AppError('conflict', describeProblem('second-factor-not-begun'))
    const step = stepOf(code.replace(/\s/g, ''), secrets.open(rows[0].secret, secretPlace(userId)), 0)
    if (step === undefined) throw wrongCode('invalid')
    await tx.query('update second_factor set active_since = now(), last_step = $2 where user_id = $1', [
      userId,
      step,
    ])
    await endOtherSessions(tx, userId, keep)
    return replaceRecoveryCodes(tx, userId)
  })
}

/** Throws AppError `invalid` (`/password`, `/code`), `conflict` or `locked-out`, as the next does. */
export async function renewRecoveryCodes(
  db: Database,
  own: Required<OwnProof>,
  rule: SignInRule,
): Promise<string[]> {
  await prove(db, own, rule)
  return replaceRecoveryCodes(db, own.userId)
}

export async function turnOffSecondFactor(
  db: Database,
  own: Required<OwnProof>,
  rule: SignInRule,
): Promise<void> {
  await prove(db, own, rule)
  if (!(await deleteSecondFactor(db, own.userId))) throw isOff()
}

async function prove(db: Database, own: OwnProof, rule: SignInRule): Promise<void> {
  const { userId, password, code, email, address } = own
  const caller = { login: email.toLowerCase(), address }
  try {
    await confirmOwnPassword(db, { userId, password, code, caller }, rule)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error
    if (error.reason?.code !== 'sign-in-failed') throw wrongCode('invalid', error)
    throw refusalAt('invalid', '/password', describeProblem('password-wrong'), error)
  }
}

async function replaceRecoveryCodes(db: Queryable, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  const { rowCount } = await db.query(
    'update second_factor set recovery_codes = $2 where user_id = $1 and active_since is not null',
    [userId, codes.map(code => hashSecret(code.replaceAll('-', '')))],
  )
  if (rowCount === 0) throw isOff()
  return codes
}

function isOff(): AppError {
  return new AppError('conflict', describeProblem('second-factor-off'))
}

function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(RECOVERY_CODE_LENGTH), byte => ALPHABET[byte % ALPHABET.length])
  return letters.join('').replace(/.{4}(?!$)/g, '$&-')
}
