import type { Density, ListName, Locale, Role } from '@obmen/contract'

/** How a person wants lists to look; what was never chosen is missing. */
export interface Preferences {
  density: Density
  hiddenColumns: { [list in ListName]?: string[] | undefined }
}

/** A person as an administrator sees them in a list. */
export interface User {
  id: string
  email: string
  name: string
  role: Role
  /** Of an accountant: whose data is seen. */
  companyIds: string[] | null
  disabled: boolean
  createdAt: Date
  /** The latest use of a session that still exists. */
  lastSeenAt: Date | null
}

/** A person who signed in, with what they may do and where. */
export interface SignedInUser {
  id: string
  email: string
  name: string
  locale: Locale
  preferences: Partial<Preferences>
  roles: {
    role: Role
    locationId: string | null
    locationName: string | null
    timezone: string | null
    companyIds: string[] | null
  }[]
}
