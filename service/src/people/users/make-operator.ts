import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { checkPassword } from '../sign-in/check-password.js'
import type { KeyDerivation } from '../sign-in/derive-key.js'
import { checkEmail } from './check-person.js'
import { grantAccess, hasAccount, preparePerson } from './prepare-person.js'

/**
 * Grants the role of a system operator to a new person, or to an existing one who gives their password. For the command line: whoever
 * runs it owns the server. `newRole` is false if they already had it.
 * Throws AppError `invalid` (paths `/email`, `/password`) or `conflict`.
 */
export async function makeOperator(
  db: Database,
  input: { email: string; password: string },
  keys?: KeyDerivation,
): Promise<{ userId: string; newRole: boolean }> {
  const problems: FieldProblem[] = []
  const email = checkEmail(input.email, '/email', problems)
  if (problems.length > 0 || !(await hasAccount(db, email)))
    checkPassword(input.password, '/password', problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  const person = await preparePerson(db, email, input.password, keys)
  return db.transaction(tx => grantAccess(tx, person, { role: 'system-operator', locationId: null }))
}
