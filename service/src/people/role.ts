import type { Role } from '@obmen/contract'

export interface AssignedRole {
  role: Role
  locationId: string | null
  /** Of an accountant: whose data is seen; null for the other roles. */
  companyIds?: readonly string[] | null | undefined
}
