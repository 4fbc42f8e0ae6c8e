import type { SaveContext } from '../../orders/intake/load-save-context.js'
import { profilesOf, type SerializedProfile } from '../preflight-profile.js'

/** Profiles of the companies whose orders were put most recently, for which findings of the next orders are predicted. */
export interface RecentProfiles {
  of(locationId: string): SerializedProfile[]
  remember(locationId: string, context: SaveContext): void
}

const MAX_LOCATIONS = 100
/** Profiles of a location; each order is checked against all of them. */
const MAX_PROFILES = 50

export function recentProfiles(): RecentProfiles {
  const recent = new Map<string, readonly SerializedProfile[]>()
  return {
    of: locationId => [...(recent.get(locationId) ?? [])],
    remember(locationId, context) {
      const now = new Set(profilesOf(context).values())
      const before = recent.get(locationId)?.filter(profile => !now.has(profile)) ?? []
      recent.delete(locationId)
      recent.set(locationId, [...now, ...before].slice(0, MAX_PROFILES))
      if (recent.size > MAX_LOCATIONS) recent.delete(recent.keys().next().value!)
    },
  }
}
