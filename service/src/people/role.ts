/** `location-administrator` is held in a location, `system-operator` in the whole system. */
export type Role = 'location-administrator' | 'system-operator'

export interface HeldRole {
  role: Role
  locationId: string | null
}
