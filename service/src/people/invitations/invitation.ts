import type { Role } from '@obmen/contract'

export interface Invitation {
  id: string
  email: string
  role: Role
  locationId: string | null
  /** Of an accountant: whose data will be seen. */
  companyIds: string[] | null
  createdAt: Date
  expiresAt: Date
}

export const INVITATION_COLUMNS = `id, email, role, location_id as "locationId", company_ids as "companyIds", created_at as "createdAt",
  expires_at as "expiresAt"`

/**
 * Condition on `user_invitation i`: a person whose invitation it is may still grant the role. The first administrator of a location
 * is invited by an operator, once, and may come after that operator has gone: nobody could invite another one.
 */
export const INVITER_MAY_GRANT = `(i.invited_by is null
  or i.role = 'location-administrator' and not exists (
    select from user_role a where a.role = 'location-administrator' and a.location_id = i.location_id)
  or exists (
    select from user_role r join user_account u on u.id = r.user_id
     where u.id = i.invited_by and u.disabled_at is null
       and case when i.location_id is null then r.role = 'system-operator'
                else r.role = 'location-administrator' and r.location_id = i.location_id end))`
