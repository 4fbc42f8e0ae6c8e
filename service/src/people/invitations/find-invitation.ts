import { describeProblem, type Role } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { hashSecret } from '../secret.js'
import { INVITER_MAY_GRANT } from './invitation.js'

export interface OpenInvitation {
  id: string
  email: string
  role: Role
  locationId: string | null
  locationName: string | null
  companyIds: string[] | null
  companyNames: string[] | null
}

/** By the secret of its link, without signing in. Throws AppError `not-found` when used, revoked or expired, or when its inviter may no longer grant the role. */
export async function findInvitation(db: Queryable, secret: string, now: Date): Promise<OpenInvitation> {
  const { rows } = await db.query<OpenInvitation>(
    `select i.id, i.email, i.role, i.location_id as "locationId", l.name as "locationName", i.company_ids as "companyIds",
            case when i.company_ids is not null then array(
              select c.name from company c where c.id = any (i.company_ids) order by c.name) end as "companyNames"
       from user_invitation i left join location l on l.id = i.location_id
      where i.token_hash = $1 and i.accepted_at is null and i.expires_at > $2 and ${INVITER_MAY_GRANT}`,
    [hashSecret(secret), now],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('invitation-not-found'))
  return rows[0]
}
