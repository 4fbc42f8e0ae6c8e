import type { Queryable } from '../db/database.js'
import { statesTurned } from './batch-states.js'

/**
 * Drops all that a removed integration is owed, and how it was told of payments. What it was sent stays on record, or an order that
 * a 1C has would pass for never sent. Hold the company's `rules` lock exclusively.
 */
export async function forgetIntegration(tx: Queryable, integrationKey: number): Promise<void> {
  // First, so that none of them becomes sent any more.
  await tx.query(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where integration_key = $1 and state = any($2)`,
    [integrationKey, statesTurned('query', 'abandoned')],
  )
  await tx.query('delete from outbox_entry where integration_key = $1 and first_sent_at is null', [
    integrationKey,
  ])
  await tx.query(
    'update outbox_entry set pending_revision = 0 where integration_key = $1 and pending_revision > confirmed_revision',
    [integrationKey],
  )
  await tx.query('delete from payment_export where integration_key = $1', [integrationKey])
}
