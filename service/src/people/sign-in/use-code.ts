import { describeProblem } from '@obmen/contract'
import { verifySync } from 'otplib'
import type { Queryable } from '../../db/database.js'
import type { Secrets } from '../../db/secrets/open-secrets.js'
import { type AppError, refusalAt } from '../../errors/app-error.js'
import { hashSecret } from '../secret.js'

/** A code is right for its 30 seconds and those before and after them: clocks of phones differ. */
const TOLERANCE_SECONDS = 30

/** What the person's encrypted secret is bound to. */
export function secretPlace(userId: string): string {
  return `second factor ${userId}`
}

/** Uses the code up: one of the app, or a recovery code. `right` also for who has no second factor. */
export async function useCode(
  db: Queryable,
  userId: string,
  code: string | undefined,
  secrets: Secrets,
): Promise<'right' | 'wrong' | 'missing'> {
  const { rows } = await db.query<{ secret: string; lastStep: number }>(
    `select secret, last_step as "lastStep" from second_factor
      where user_id = $1 and active_since is not null`,
    [userId],
  )
  const [factor] = rows
  if (!factor) return 'right'
  if (code === undefined) return 'missing'
  const typed = code.replace(/[\s-]/g, '')
  const step = stepOf(typed, secrets.open(factor.secret, secretPlace(userId)), factor.lastStep)
  const used = step === undefined ? await useRecoveryCode(db, userId, typed) : await useStep(db, userId, step)
  return used ? 'right' : 'wrong'
}

export function wrongCode(code: 'unauthenticated' | 'invalid', cause?: AppError): AppError {
  return refusalAt(code, '/code', describeProblem('second-factor-wrong'), cause)
}

/** The time step of a right code of the app that is later than `lastStep`. */
export function stepOf(typed: string, secret: string, lastStep: number): number | undefined {
  if (!/^\d{6}$/.test(typed)) return undefined
  const result = verifySync({
    secret,
    token: typed,
    epochTolerance: TOLERANCE_SECONDS,
    afterTimeStep: lastStep,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** Of two sign-ins with one code at once, one succeeds. */
async function useStep(db: Queryable, userId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update second_factor set last_step = $2
      where user_id = $1 and last_step < $2 and active_since is not null`,
    [userId, step],
  )
  return rowCount > 0
}

async function useRecoveryCode(db: Queryable, userId: string, typed: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update second_factor set recovery_codes = array_remove(recovery_codes, $2)
      where user_id = $1 and $2 = any (recovery_codes) and active_since is not null`,
    [userId, hashSecret(typed.toLowerCase())],
  )
  return rowCount > 0
}

/** By who runs the server, or owns the account: the lost one, or that of everybody. */
export async function deleteSecondFactor(db: Queryable, userId?: string): Promise<number> {
  const { rowCount } = await db.query('delete from second_factor where $1::uuid is null or user_id = $1', [
    userId ?? null,
  ])
  return rowCount
}
