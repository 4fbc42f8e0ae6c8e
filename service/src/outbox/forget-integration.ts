import type { Queryable } from '../db/database.js'
import { statesTurned } from './batch-states.js'

/**
 * Drops all that a removed integration is owed. What it was given stays on record, or an order that 1C has would pass for never
 * offered. Hold the company's `rules` lock exclusively.
 */
export async function forgetIntegration(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where integration_key = $1 and state = any($2)`,
    [integrationKey, statesTurned('query', 'abandoned')],
  )
  await tx.query('delete from outbox_entry where integration_key = $1', [integrationKey])
}
