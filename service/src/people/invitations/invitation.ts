import type { Role } from '@obmen/contract'

export interface Invitation {
  id: string
  email: string
  role: Role
  locationId: string | null
  createdAt: Date
  expiresAt: Date
}

export const INVITATION_COLUMNS = `id, email, role, location_id as "locationId", created_at as "createdAt",
  expires_at as "expiresAt"`
