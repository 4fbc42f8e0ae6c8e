import type { Database } from '../db/database.js'
import { recordEvents } from '../events/record-events.js'
import { getWebhook } from './find-webhooks.js'
import { TEXTS } from './texts.js'

/** Sends an event of type `test` to this webhook alone, whatever its types and state; gives the event's id. @throws AppError not-found */
export async function testWebhook(db: Database, locationId: string, id: string): Promise<string> {
  const webhook = await getWebhook(db, locationId, id)
  const data = { message: TEXTS.testMessage }
  const [eventId] = await db.transaction(tx =>
    recordEvents(tx, [{ type: 'test', locationId, webhookId: webhook.id, data }]),
  )
  return eventId!
}
