import type { Queryable } from '../db/database.js'
import { hashExchangePassword, randomPassword } from './credentials.js'
import { getIntegration } from './get-integration.js'
import type { Integration } from './integration.js'

/** The old password stops working at once; the new one is told this once. Throws AppError `not-found`. */
export async function changeIntegrationPassword(
  db: Queryable,
  locationId: string,
  integrationId: string,
): Promise<{ integration: Integration; password: string }> {
  const { key } = await getIntegration(db, locationId, integrationId)
  const password = randomPassword()
  await db.query('update integration set password_hash = $2, password_changed_at = now() where key = $1', [
    key,
    hashExchangePassword(password),
  ])
  return { integration: await getIntegration(db, locationId, integrationId), password }
}
