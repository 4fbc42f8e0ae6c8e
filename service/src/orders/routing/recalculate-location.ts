import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { applySettings } from '../intake/apply-settings.js'

/**
 * Renumbers and recalculates all integrations of a location whose time zone changed, since days and years now
 * begin at other instants; returns their keys. The caller holds the `rules` locks of its companies
 * exclusively.
 */
export async function recalculateLocation(tx: Queryable, locationId: string): Promise<number[]> {
  const { rows } = await tx.query<{ key: number; companyId: string; settings: Settings }>(
    'select key, company_id as "companyId", settings from integration where location_id = $1 order by key',
    [locationId],
  )
  for (const integration of rows) await applySettings(tx, integration)
  return rows.map(({ key }) => key)
}
