/** A site of the platform with a clock of its own; everything that a person or a token sees belongs to one. */
export interface Location {
  id: string
  name: string
  /** IANA name, `Asia/Yekaterinburg`. */
  timezone: string
  createdAt: Date
  /** Grows with each change, from 1. */
  version: number
}

export const LOCATION_COLUMNS = 'id, name, timezone, created_at as "createdAt", version'

/** Longest name of a location or a company, in characters. */
export const MAX_NAME_LENGTH = 200
