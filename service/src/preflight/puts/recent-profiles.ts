import type { SaveContext } from '../../orders/intake/load-save-context.js'
import { profilesOf, type SerializedProfile } from '../preflight-profile.js'

/** Profiles of the companies whose orders were put last: findings of the next orders are predicted for them. */
export interface RecentProfiles {
  of(locationId: string): SerializedProfile[]
  note(locationId: string, context: SaveContext): void
}

const LOCATIONS = 100
/** Per location: each order is checked against all of them. */
const MOST = 50

export function recentProfiles(): RecentProfiles {
  const recent = new Map<string, readonly SerializedProfile[]>()
  return {
    of: locationId => [...(recent.get(locationId) ?? [])],
    note(locationId, context) {
      const now = new Set(profilesOf(context).values())
      const before = recent.get(locationId)?.filter(profile => !now.has(profile)) ?? []
      recent.delete(locationId)
      recent.set(locationId, [...now, ...before].slice(0, MOST))
      if (recent.size > LOCATIONS) recent.delete(recent.keys().next().value!)
    },
  }
}
