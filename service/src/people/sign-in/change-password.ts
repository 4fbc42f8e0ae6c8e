import { describeProblem, type FieldProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'
import { checkPassword, hashPassword } from './password-hash.js'
import { endOtherSessions } from './sessions.js'
import { confirmOwnPassword, refusingAs, type SignInRule } from './sign-in.js'

interface PasswordChange {
  userId: string
  email: string
  address: string
  current: string
  next: string
  /** The cookie of the session to keep; all others end. */
  keep?: string | undefined
}

/** Throws AppError `invalid` (paths `/current`, `/next`), `locked-out` or `too-many-requests`. */
export async function changePassword(db: Database, change: PasswordChange, rule: SignInRule): Promise<void> {
  const { userId, current, next, keep } = change
  const caller = { login: change.email.toLowerCase(), address: change.address }
  const problems: FieldProblem[] = []
  checkPassword(next, '/next', problems)
  if (next === current) problems.push({ path: '/next', ...describeProblem('password-same') })
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })

  const own = { userId, password: current, caller }
  const verified = await refusingAs(confirmOwnPassword(db, own, rule), wrongPassword)
  const hash = await rule.hashing.enter(caller, cost => hashPassword(next, cost))
  await db.transaction(async tx => {
    const { rowCount } = await tx.query(
      'update user_account set password_hash = $2 where id = $1 and password_hash = $3',
      [userId, hash, verified.passwordHash],
    )
    if (rowCount === 0) throw wrongPassword()
    await endOtherSessions(tx, userId, keep)
  })
}

/** `cause`: undefined when the password was right, but was changed meanwhile. */
function wrongPassword(cause?: AppError): AppError {
  const errors = [{ path: '/current', ...describeProblem('password-wrong') }]
  return new AppError('invalid', describeProblem('password-wrong'), { errors, cause })
}

/** For the command line: also ends sessions and locks. Throws AppError `invalid` (`/email`, `/password`). */
export async function resetPassword(
  db: Database,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const problems: FieldProblem[] = []
  checkPassword(password, '/password', problems)
  const login = email.trim().toLowerCase()
  const hash = problems.length > 0 ? null : await hashPassword(password)
  await db.transaction(async tx => {
    const { rows } = await tx.query<{ id: string }>('select id from user_account where lower(email) = $1', [
      login,
    ])
    const person = rows[0]
    if (!person) problems.push({ path: '/email', message: TEXTS.noSuchPerson(login) })
    if (!person || problems.length > 0)
      throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
    await tx.query('update user_account set password_hash = $2 where id = $1', [person.id, hash])
    await tx.query(
      `delete from sign_in_failure where (scope = 'web' and login = $1) or (scope = 'password'
         and login = $2)`,
      [login, person.id],
    )
    await endOtherSessions(tx, person.id)
  })
}
