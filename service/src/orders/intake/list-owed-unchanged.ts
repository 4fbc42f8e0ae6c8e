import type { Queryable } from '../../db/database.js'
import { listOwedPairs } from '../../outbox/entries/read-entries.js'
import { listOwedAfterRecalculation, listRecalculations } from '../routing/pending-recalculation.js'
import type { SaveContextCompany } from './load-save-context.js'

/** Which integrations of these companies are owed which of these unchanged orders, also if they are being recalculated. */
export async function listOwedUnchanged(
  tx: Queryable,
  companies: readonly SaveContextCompany[],
  orderKeys: readonly number[],
): Promise<{ orderKey: number; integrationKey: number }[]> {
  const integrationKeys = companies.flatMap(({ integrations }) => integrations.map(({ key }) => key))
  if (orderKeys.length === 0 || integrationKeys.length === 0) return []
  const recalculating = await listRecalculations(
    tx,
    companies.map(({ id }) => id),
  )
  const upToDate = integrationKeys.filter(key => !recalculating.some(other => other.key === key))
  const owed = await listOwedPairs(tx, upToDate, orderKeys)
  for (const integration of recalculating) {
    const keys = await listOwedAfterRecalculation(tx, integration, orderKeys)
    owed.push(...keys.map(orderKey => ({ orderKey, integrationKey: integration.key })))
  }
  return owed.sort((a, b) => a.integrationKey - b.integrationKey)
}
