import type { Database } from '../../db/database.js'
import { type Author, recordChange } from '../changes.js'
import { getIntegration, type Integration } from '../integration.js'
import { hashExchangePassword, randomPassword } from './credentials.js'

/**
 * The old password stops working immediately; the new one is shown only here. Throws AppError `not-found`.
 */
export async function changeIntegrationPassword(
  db: Database,
  { locationId, integrationId, by }: { locationId: string; integrationId: string; by: Author },
): Promise<{ integration: Integration; password: string }> {
  const password = randomPassword()
  return db.transaction(async tx => {
    const { key } = await getIntegration(tx, locationId, integrationId)
    await tx.query('update integration set password_hash = $2, password_changed_at = now() where key = $1', [
      key,
      hashExchangePassword(password),
    ])
    await recordChange(tx, { integrationKey: key, kind: 'password', by })
    return { integration: await getIntegration(tx, locationId, integrationId), password }
  })
}
