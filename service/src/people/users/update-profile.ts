import type { FieldProblem, Locale } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { checkPersonName } from './check-person.js'
import type { Preferences } from './user.js'

/** What a person may change about themselves. Throws AppError `invalid` (path `/name`). */
export async function updateProfile(
  db: Queryable,
  userId: string,
  patch: { name?: string | undefined; locale?: Locale | undefined; preferences?: Preferences | undefined },
): Promise<void> {
  const problems: FieldProblem[] = []
  const name = patch.name === undefined ? null : checkPersonName(patch.name, '/name', problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  await db.query(
    `update user_account
        set name = coalesce($2, name), locale = coalesce($3, locale), preferences = coalesce($4, preferences)
      where id = $1`,
    [userId, name, patch.locale ?? null, patch.preferences ?? null],
  )
}
