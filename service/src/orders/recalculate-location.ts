import type { Queryable } from '../db/database.js'
import { beginRecalculation } from './recalculation.js'

/**
 * Notes that all integrations of a location must be recalculated, for days begin at other instants when its time zone changes, and
 * gives their keys. The caller holds the `rules` locks of its companies exclusively.
 */
export async function recalculateLocation(tx: Queryable, locationId: string): Promise<number[]> {
  const { rows } = await tx.query<{ key: number; companyId: string }>(
    'select key, company_id as "companyId" from integration where location_id = $1 order by key',
    [locationId],
  )
  for (const integration of rows) await beginRecalculation(tx, integration)
  return rows.map(({ key }) => key)
}
