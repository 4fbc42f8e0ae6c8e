import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { requestFindings } from '../../findings/recalculate.js'
import { sameRouting } from '../../integrations/routing-settings.js'
import { renumberIntegration } from '../numbering/renumber-integration.js'
import { beginRecalculation } from '../routing/recalculation.js'

/**
 * Applies new or changed settings (they were `before`) to the orders of the company. Numbers change at
 * once, since they may refuse the settings; what is owed is recalculated later. Call it with the `rules`
 * lock held exclusively. @throws AppError `number-taken`, `numbers-exhausted`
 */
export async function applySettings(
  tx: Queryable,
  integration: { key: number; companyId: string; settings: Settings },
  before?: Settings,
): Promise<void> {
  const { settings } = integration
  if (!before || !sameNumbering(before, settings)) await renumberIntegration(tx, integration)
  if (!before || !sameRouting(before, settings)) await beginRecalculation(tx, integration)
  await requestFindings(tx, integration.key, { putsWait: true })
}

function sameNumbering(one: Settings, other: Settings): boolean {
  const [before, after] = [fillSettings(one), fillSettings(other)]
  return before.ordernumber === after.ordernumber && before.client === after.client
}

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
