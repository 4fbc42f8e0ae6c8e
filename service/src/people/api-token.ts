import type { Right } from './right.js'

/** A key of the platform's own programs; it opens one location and nothing outside it. */
export interface ApiToken {
  id: string
  locationId: string
  name: string
  /** First characters, to tell tokens apart. */
  start: string
  rights: Right[]
  createdAt: Date
  lastUsedAt: Date | null
}

export const TOKEN_COLUMNS = `id, location_id as "locationId", name, token_start as "start", rights,
  created_at as "createdAt", last_used_at as "lastUsedAt"`
