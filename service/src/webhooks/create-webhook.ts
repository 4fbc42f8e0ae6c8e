import { randomUUID } from 'node:crypto'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { AppError } from '../errors/app-error.js'
import { sequenceEvents } from '../events/list-events.js'
import { recordEvents } from '../events/record-events.js'
import { checkWebhook, type ReceiverRules, type WebhookInput } from './check-webhook.js'
import { newWebhookSecret, secretPlace } from './secret.js'
import { TEXTS } from './texts.js'
import { getWebhook, WEBHOOK_COLUMNS, type Webhook } from './webhook.js'

export interface WebhookRules extends ReceiverRules {
  perLocation: number
  secrets: Secrets
}

/** It receives events from now on; `secret` is shown only here. @throws AppError invalid, conflict */
export async function createWebhook(
  db: Database,
  locationId: string,
  input: WebhookInput & Required<Pick<WebhookInput, 'url' | 'types'>>,
  rules: WebhookRules,
): Promise<{ webhook: Webhook; secret: string }> {
  await checkWebhook(db, locationId, input, rules)
  await sequenceEvents(db)
  const id = randomUUID()
  const secret = newWebhookSecret()
  const { rows } = await db.query<Webhook>(
    `insert into webhook as w (location_id, company_id, url, types, description, id, secret, position)
     select $1, $2, $3, $4, $5, $6, $7, coalesce((select max(position) from event), 0)
      where (select count(*) from webhook where location_id = $1) < $8
     returning ${WEBHOOK_COLUMNS}`,
    [
      locationId,
      input.companyId ?? null,
      input.url,
      [...new Set(input.types)],
      input.description ?? '',
      id,
      await rules.secrets.seal(db, secret, secretPlace(id)),
      rules.perLocation,
    ],
  )
  if (!rows[0])
    throw new AppError('conflict', describeProblem('too-many-webhooks', { limit: rules.perLocation }))
  return { webhook: rows[0], secret }
}

/** Sends a `test` event to this webhook alone, whatever its types and state. @throws AppError not-found */
export async function testWebhook(db: Database, locationId: string, id: string): Promise<string> {
  const webhook = await getWebhook(db, locationId, id)
  const data = { message: TEXTS.testMessage }
  const [eventId] = await db.transaction(tx =>
    recordEvents(tx, [{ type: 'test', locationId, webhookId: webhook.id, data }]),
  )
  return eventId!
}
