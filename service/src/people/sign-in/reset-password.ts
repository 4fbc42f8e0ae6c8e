import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'
import { notifyAccessChanged } from '../users/access-change.js'
import { checkPassword } from './check-password.js'
import { hashPassword } from './password-hash.js'

/**
 * Sets a person's password without the old one, ends their sessions and clears their locks. For the
 * command line: whoever runs it owns the server. Throws AppError `invalid` (paths `/email`, `/password`).
 */
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
    await tx.query('delete from user_session where user_id = $1', [person.id])
    await tx.query(
      `delete from sign_in_failure where (scope = 'web' and login = $1) or (scope = 'password' and login = $2)`,
      [login, person.id],
    )
    await notifyAccessChanged(tx, { userId: person.id })
  })
}
