import type { Role } from '@obmen/contract'

export interface HeldRole {
  role: Role
  locationId: string | null
}
