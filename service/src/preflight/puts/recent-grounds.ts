import type { SaveContext } from '../../orders/intake/load-save-context.js'
import { type GroundText, groundsOf } from '../ground.js'

/** The grounds of companies whose orders were put last: those that come next are foreseen on them. */
export interface RecentGrounds {
  of(locationId: string): GroundText[]
  note(locationId: string, context: SaveContext): void
}

const LOCATIONS = 100
/** Of a location: each of its orders is looked at with all of them. */
const MOST = 50

export function recentGrounds(): RecentGrounds {
  const recent = new Map<string, readonly GroundText[]>()
  return {
    of: locationId => [...(recent.get(locationId) ?? [])],
    note(locationId, context) {
      const now = new Set(groundsOf(context).values())
      const before = recent.get(locationId)?.filter(ground => !now.has(ground)) ?? []
      recent.delete(locationId)
      recent.set(locationId, [...now, ...before].slice(0, MOST))
      if (recent.size > LOCATIONS) recent.delete(recent.keys().next().value!)
    },
  }
}
