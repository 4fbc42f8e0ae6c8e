import type { Locale, Role } from '@obmen/contract'

/** A person as an administrator sees them in a list. */
export interface User {
  id: string
  email: string
  name: string
  role: Role
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
  roles: { role: Role; locationId: string | null; locationName: string | null; timezone: string | null }[]
}
