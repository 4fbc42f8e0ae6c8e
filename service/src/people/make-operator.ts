import type { Database } from '../db/database.js'
import { AppError, type FieldProblem } from '../errors.js'
import { admitPerson } from './admit-person.js'
import { checkEmail, checkPassword } from './check-person.js'
import { TEXTS } from './texts.js'

/**
 * Gives the role of a system operator to a new person, or to a known one given their password. For the command line: whoever
 * runs it owns the server. `newRole` is false for who was one already.
 * Throws AppError `invalid` (paths `/email`, `/password`) or `conflict`.
 */
export async function makeOperator(
  db: Database,
  input: { email: string; password: string },
): Promise<{ userId: string; newRole: boolean }> {
  const problems: FieldProblem[] = []
  const email = checkEmail(input.email, '/email', problems)
  checkPassword(input.password, '/password', problems, 1)
  if (problems.length > 0) throw new AppError('invalid', TEXTS.userInvalid, { errors: problems })
  return db.transaction(tx =>
    admitPerson(tx, { email, name: '', password: input.password, role: 'system-operator', locationId: null }),
  )
}
