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
