import type { Queryable } from '../db/database.js'
import { type IntegrationRow, type Reckon, SELECT_INTEGRATIONS, toIntegration } from './integration.js'

/** Reckons anew what each of a location's integrations is owed; the caller holds the `rules` locks of its companies. */
export async function reckonLocation(tx: Queryable, locationId: string, reckon: Reckon): Promise<void> {
  const { rows } = await tx.query<IntegrationRow>(
    `${SELECT_INTEGRATIONS} where i.location_id = $1 order by i.key`,
    [locationId],
  )
  for (const row of rows) await reckon(tx, toIntegration(row))
}
