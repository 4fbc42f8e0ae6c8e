import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { checkPassword } from '../sign-in/check-password.js'
import { hashPassword } from '../sign-in/password-hash.js'
import { authenticatePerson, type SignInRule, type VerifiedPerson } from '../sign-in/sign-in.js'
import { checkPersonName } from '../users/check-person.js'
import { grantAccess, type PreparedPerson } from '../users/prepare-person.js'
import { findInvitation } from './find-invitation.js'
import { INVITER_MAY_GRANT } from './invitation.js'

export interface InvitationAnswer {
  secret: string
  /** Of a new account. */
  name: string
  /** Of a new account, or of the one that the invited person has. */
  password: string
  address: string
  /** The person signed in in the browser that opened the link. */
  signedInAs?: string | undefined
}

/**
 * Creates the invited person's account with this password. An existing account is granted the role if signed in, or by its password
 * with the limits of signing in, since the inviter has the link too. Answers whose account it is, and the hash of the given password
 * to open a session with; undefined for whoever is signed in to it.
 * Throws AppError `not-found`, `invalid` (paths `/name`, `/password`), `conflict` (an account with another password), `locked-out`
 * or `too-many-requests`.
 */
export async function acceptInvitation(
  db: Database,
  answer: InvitationAnswer,
  rule: SignInRule,
  now: Date,
): Promise<{ userId: string; passwordHash: string | undefined }> {
  const invitation = await findInvitation(db, answer.secret, now)
  const { email, role, locationId, companyIds } = invitation
  const person = await invitedPerson(db, email, answer, rule)
  return db.transaction(async tx => {
    const taken = await tx.query(
      `update user_invitation i set accepted_at = $2
        where i.id = $1 and i.accepted_at is null and ${INVITER_MAY_GRANT}`,
      [invitation.id, now],
    )
    if (taken.rowCount === 0) throw new AppError('not-found', describeProblem('invitation-not-found'))
    const { userId } = await grantAccess(tx, person, { role, locationId, companyIds })
    return { userId, passwordHash: person.passwordHash }
  })
}

async function invitedPerson(
  db: Database,
  email: string,
  { name, password, address, signedInAs }: InvitationAnswer,
  rule: SignInRule,
): Promise<PreparedPerson> {
  const known = await db.query<{ id: string }>('select id from user_account where lower(email) = $1', [email])
  const userId = known.rows[0]?.id
  if (userId !== undefined && userId === signedInAs) return { userId }
  if (userId !== undefined) {
    const verified = await authenticateInvited(db, { email, password, address }, rule)
    return { userId: verified.id, passwordHash: verified.passwordHash }
  }
  const problems: FieldProblem[] = []
  const checkedName = checkPersonName(name, '/name', problems)
  if (checkedName === '') problems.push({ path: '/name', ...describeProblem('person-name-empty') })
  checkPassword(password, '/password', problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  const passwordHash = await rule.hashing.enter({ login: email, address }, keys =>
    hashPassword(password, keys),
  )
  return { email, name: checkedName, passwordHash }
}

async function authenticateInvited(
  db: Database,
  proof: { email: string; password: string; address: string },
  rule: SignInRule,
): Promise<VerifiedPerson> {
  try {
    return await authenticatePerson(db, proof, rule)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error
    throw new AppError('conflict', describeProblem('email-taken-other-password', { email: proof.email }), {
      cause: error,
    })
  }
}
