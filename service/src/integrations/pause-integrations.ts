import type { Queryable } from '../db/database.js'
import { recordChange } from './changes/record-change.js'

/**
 * Pauses all integrations of all locations that are not paused yet, in the caller's transaction, and records that as done by a command.
 * Returns how many.
 */
export async function pauseIntegrations(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ key: number }>(
    `update integration set enabled = false, paused_at = now(), version = version + 1, updated_at = now()
      where enabled returning key`,
  )
  for (const { key } of rows)
    await recordChange(tx, {
      ...{ integrationKey: key, kind: 'updated', by: {} },
      ...{ before: { enabled: true }, after: { enabled: false } },
    })
  return rows.length
}
