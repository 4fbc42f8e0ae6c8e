import type { FieldProblem, Role } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { AssignedRole } from '../role.js'
import { hashSecret, randomSecret } from '../secret.js'
import { checkCompanies } from '../users/check-companies.js'
import { checkEmail } from '../users/check-person.js'
import { INVITATION_COLUMNS, INVITER_MAY_GRANT, type Invitation } from './invitation.js'

/** Open at a time, to all roles of a location: each lets a stranger have a password hashed. */
const MAX_OPEN = 200

export interface InvitationInput extends AssignedRole {
  email: string
  invitedBy?: string | undefined
}

/**
 * Invites somebody to a role, instead of an earlier open invitation to it. `secret` goes into the link and is shown only here. The
 * caller checks whether the inviter may grant this role. Throws AppError `invalid` (paths `/email`, `/companyIds`) or `conflict` for
 * somebody who has the role already, or a higher one, and when too many invitations are open.
 */
export async function invitePerson(
  tx: Queryable,
  input: InvitationInput,
  days: number,
  now: Date,
): Promise<{ invitation: Invitation; secret: string }> {
  const problems: FieldProblem[] = []
  const email = checkEmail(input.email, '/email', problems)
  await checkCompanies(tx, input, problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('invitation-invalid'), { errors: problems })

  const existing = await tx.query<{ role: Role }>(
    `select r.role from user_role r join user_account u on u.id = r.user_id
      where lower(u.email) = $1 and r.location_id is not distinct from $2`,
    [email, input.locationId],
  )
  const roles = existing.rows.map(({ role }) => role)
  if (roles.includes(input.role))
    throw new AppError('conflict', describeProblem('already-has-role', { email }))
  if (input.role === 'accountant' && roles.includes('location-administrator'))
    throw new AppError('conflict', describeProblem('administers-already', { email }))

  await tx.query(
    `delete from user_invitation
      where email = $1 and role = $2 and location_id is not distinct from $3 and accepted_at is null`,
    [email, input.role, input.locationId],
  )
  const secret = randomSecret()
  const { rows } = await tx.query<Invitation>(
    `insert into user_invitation (token_hash, email, role, location_id, invited_by, created_at, expires_at, company_ids)
     select $1, $2, $3, $4, $5, $6, $7, $8
      where (select count(*) from user_invitation i
              where location_id is not distinct from $4 and accepted_at is null and expires_at > $6 and ${INVITER_MAY_GRANT}) < $9
     returning ${INVITATION_COLUMNS}`,
    [
      hashSecret(secret),
      email,
      input.role,
      input.locationId,
      input.invitedBy ?? null,
      now,
      new Date(now.getTime() + days * 86_400_000),
      input.companyIds ?? null,
      MAX_OPEN,
    ],
  )
  if (!rows[0]) throw new AppError('conflict', describeProblem('too-many-invitations', { limit: MAX_OPEN }))
  return { invitation: rows[0], secret }
}
