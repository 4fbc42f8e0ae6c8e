import type { Database } from '../db/database.js'
import { AppError, type FieldProblem } from '../errors.js'
import { checkPassword } from './check-person.js'
import { hashPassword } from './password-hash.js'
import { hashSecret } from './secret.js'
import { provePassword } from './sign-in.js'
import type { LockRule } from './sign-in-lock.js'
import { TEXTS } from './texts.js'

export interface PasswordChange {
  userId: string
  current: string
  next: string
  address: string
  /** The cookie of the session that stays; all others end. */
  keep?: string | undefined
}

/** Throws AppError `invalid` (paths `/current`, `/next`) or `locked-out`. */
export async function changePassword(
  db: Database,
  change: PasswordChange,
  rule: LockRule,
  now: Date,
): Promise<void> {
  const problems: FieldProblem[] = []
  checkPassword(change.next, '/next', problems)
  if (change.next === change.current) problems.push({ path: '/next', message: TEXTS.passwordSame })
  if (problems.length > 0) throw new AppError('invalid', TEXTS.userInvalid, { errors: problems })

  await proveCurrent(db, change, rule, now)
  const hash = await hashPassword(change.next)
  await db.transaction(async tx => {
    await tx.query('update user_account set password_hash = $2 where id = $1', [change.userId, hash])
    await tx.query('delete from user_session where user_id = $1 and token_hash is distinct from $2', [
      change.userId,
      change.keep === undefined ? null : hashSecret(change.keep),
    ])
  })
}

async function proveCurrent(db: Database, change: PasswordChange, rule: LockRule, now: Date): Promise<void> {
  const { rows } = await db.query<{ email: string }>('select email from user_account where id = $1', [
    change.userId,
  ])
  const { current: password, address } = change
  try {
    await provePassword(db, { email: rows[0]?.email ?? '', password, address }, rule, now)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error
    const errors = [{ path: '/current', message: TEXTS.passwordWrong }]
    throw new AppError('invalid', TEXTS.passwordWrong, { errors, cause: error })
  }
}
