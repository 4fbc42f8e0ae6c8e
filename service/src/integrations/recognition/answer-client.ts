import type { Client } from '@obmen/contract/settings'
import type { Database } from '../../db/database.js'
import type { Author } from '../changes/integration-change.js'
import { getIntegration } from '../get-integration.js'
import type { ApplySettings, Integration } from '../integration.js'
import { updateIntegration } from '../update-integration.js'
import { chosenClient, withAppliedClient } from './applied-settings.js'
import { answerKey } from './recognize-client.js'

/**
 * Stores a person's answer to the question which client an integration has. If it differs from the settings, these are changed;
 * otherwise the question is not asked again until exchanges reveal something else. Throws like `updateIntegration`.
 */
export async function answerClient(
  db: Database,
  where: { locationId: string; integrationId: string; by: Author },
  client: Client,
  applySettings: ApplySettings,
): Promise<Integration> {
  const { key, settings, recognizedClient, signs } = await getIntegration(
    db,
    where.locationId,
    where.integrationId,
  )
  if (chosenClient(withAppliedClient(settings, recognizedClient)) === client) {
    await db.query('update integration set kept_client = $2 where key = $1', [key, answerKey(signs, client)])
    return getIntegration(db, where.locationId, where.integrationId)
  }
  return updateIntegration(db, where, { settings: { ...settings, client } }, undefined, applySettings)
}
