/** `location-administrator` is held in a location, `system-operator` in the whole system. */
export const ROLES = ['location-administrator', 'system-operator'] as const
export type Role = (typeof ROLES)[number]

export interface HeldRole {
  role: Role
  locationId: string | null
}
