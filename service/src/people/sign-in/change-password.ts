import { describeProblem, type FieldProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'
import { checkPassword, hashPassword, saltOf } from './password-hash.js'
import { endOtherSessions } from './sessions.js'
import { confirmOwnPassword, refusingAs, type SignInRule } from './sign-in.js'
import { deleteSecondFactor } from './use-code.js'

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
  const hash = await rule.hashing.enter(caller, cost =>
    hashPassword(next, cost, saltOf(verified.passwordHash)),
  )
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

interface PasswordReset {
  email: string
  password: string
  account?: string | undefined
  removeSecondFactor?: boolean | undefined
}

/**
 * For the command line: also ends sessions and locks. `account`: its id, where an address has several. The
 * second factor stays unless the operator says so.
 * Throws AppError `invalid` (`/email`, `/password`, `/account`).
 */
export async function resetPassword(
  db: Database,
  { email, password, account, removeSecondFactor }: PasswordReset,
): Promise<void> {
  const problems: FieldProblem[] = []
  checkPassword(password, '/password', problems)
  const login = email.trim().toLowerCase()
  const found = (await describeAccounts(db, login)).filter(
    ({ id }) => account === undefined || id === account,
  )
  const [person] = found
  if (!person) problems.push({ path: '/email', message: TEXTS.noSuchPerson(login) })
  const several = found.map(({ id, name, places }) => TEXTS.account(id, name, places))
  if (found.length > 1) problems.push({ path: '/account', message: TEXTS.severalAccounts(login, several) })
  if (!person || problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  const hash = await hashPassword(password, undefined, person.salt ?? undefined)
  await db.transaction(async tx => {
    await tx.query('update user_account set password_hash = $2 where id = $1', [person.id, hash])
    await tx.query(
      `delete from sign_in_failure where (scope = 'web' and login = $1) or (scope = 'password'
         and login = $2)`,
      [login, person.id],
    )
    if (removeSecondFactor) await deleteSecondFactor(tx, person.id)
    await endOtherSessions(tx, person.id)
  })
}

interface DescribedAccount {
  id: string
  name: string
  salt: Buffer | null
  /** Names of locations, or the role in the whole system. */
  places: string[]
}

async function describeAccounts(db: Database, email: string): Promise<DescribedAccount[]> {
  const { rows } = await db.query<DescribedAccount>(
    `select u.id, u.name, (select salt from user_address a where a.email = $1) as salt,
            array(select coalesce(l.name, $2) from user_role r left join location l on l.id = r.location_id
                   where r.user_id = u.id order by 1) as places
       from user_account u where lower(u.email) = $1 order by u.created_at`,
    [email, TEXTS.systemOperator],
  )
  return rows
}
