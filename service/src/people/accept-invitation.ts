import type { Database } from '../db/database.js'
import { AppError, type FieldProblem } from '../errors.js'
import { admitPerson } from './admit-person.js'
import { checkPassword, checkPersonName } from './check-person.js'
import { findInvitation } from './find-invitation.js'
import { TEXTS } from './texts.js'

/**
 * The invited person gets an account with this password, or, having one, proves it by its password and gets the role.
 * Throws AppError `not-found`, `invalid` (paths `/name`, `/password`) or `conflict` (an account with another password).
 */
export async function acceptInvitation(
  db: Database,
  input: { secret: string; name: string; password: string },
  now: Date,
): Promise<{ userId: string; email: string }> {
  const problems: FieldProblem[] = []
  const name = checkPersonName(input.name, '/name', problems)
  checkPassword(input.password, '/password', problems)
  if (problems.length > 0) throw new AppError('invalid', TEXTS.userInvalid, { errors: problems })

  return db.transaction(async tx => {
    const invitation = await findInvitation(tx, input.secret, now)
    const taken = await tx.query(
      'update user_invitation set accepted_at = $2 where id = $1 and accepted_at is null',
      [invitation.id, now],
    )
    if (taken.rowCount === 0) throw new AppError('not-found', TEXTS.invitationNotFound)
    const { email, role, locationId } = invitation
    const { userId } = await admitPerson(tx, { email, name, password: input.password, role, locationId })
    return { userId, email }
  })
}
