import type { Queryable } from '../db/database.js'
import { reckonLocation as reckonIntegrations } from '../integrations/reckon-location.js'
import { reckonIntegration } from './reckon-integration.js'

/** Reckons anew what all integrations of a location are owed, for days begin at other instants when its time zone changes. */
export async function reckonLocation(tx: Queryable, locationId: string): Promise<void> {
  await reckonIntegrations(tx, locationId, reckonIntegration)
}
