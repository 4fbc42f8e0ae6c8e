import type { Queryable } from '../db/database.js'
import { notifyAttention } from '../db/live-channel.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { checkWebhook, type ReceiverRules, type WebhookInput } from './check-webhook.js'
import { makePendingDue } from './delivery/record-outcome.js'
import { newWebhookSecret, secretPlace } from './secret.js'
import { requireWebhook, WEBHOOK_COLUMNS, type Webhook } from './webhook.js'

const OLD_SECRET_HOURS = 24
/** Secrets that sign at once; with still more, the earliest stops before its time. */
const MOST_SECRETS = 5

export interface WebhookPatch extends WebhookInput {
  /** True resumes it, whatever stopped it; pending events are sent immediately. */
  enabled?: boolean | undefined
}

/** @throws AppError invalid, not-found */
export async function updateWebhook(
  db: Queryable,
  { locationId, id }: { locationId: string; id: string },
  patch: WebhookPatch,
  rules: ReceiverRules,
): Promise<Webhook> {
  await checkWebhook(db, locationId, patch, rules)
  const { rows } = await db.query<Webhook>(
    `update webhook w
        set url = coalesce($3, w.url), types = coalesce($4, w.types),
            description = coalesce($5, w.description),
            company_id = case when $6 then $7::uuid else w.company_id end,
            state = coalesce(requested, w.state),
            state_reason = case requested when 'active' then null when 'disabled' then 'person'
                                          else w.state_reason end,
            state_since = case when requested <> w.state then now() else w.state_since end,
            failures = case requested when 'active' then 0 else w.failures end,
            failing_since = case requested when 'active' then null else w.failing_since end,
            probe_at = case when requested is null then w.probe_at end
       from (select case $8::boolean when true then 'active' when false then 'disabled' end as requested) r
      where w.id = $1 and w.location_id = $2 returning ${WEBHOOK_COLUMNS}`,
    [
      id,
      locationId,
      patch.url ?? null,
      patch.types ? [...new Set(patch.types)] : null,
      patch.description ?? null,
      patch.companyId !== undefined,
      patch.companyId ?? null,
      patch.enabled ?? null,
    ],
  )
  const webhook = requireWebhook(rows[0])
  if (patch.enabled) await makePendingDue(db, webhook.key)
  if (patch.enabled !== undefined) await notifyAttention(db, [{ locationId, integrationId: null }])
  return webhook
}

/**
 * A new secret, shown only now. Those before stay valid for a day: asking again after a lost answer does not
 * end the one that the platform checks with. @throws AppError not-found
 */
export async function rotateSecret(
  db: Queryable,
  { locationId, id }: { locationId: string; id: string },
  secrets: Secrets,
): Promise<{ webhook: Webhook; secret: string }> {
  const secret = newWebhookSecret()
  const sealed = await secrets.seal(db, secret, secretPlace(id))
  const { rows } = await db.query<Webhook>(
    `update webhook w
        set secret = $3, old_secret = secret, old_secret_until = now() + make_interval(hours => $4),
            older_secrets = (
              select coalesce(jsonb_agg(jsonb_build_object('secret', valid.secret, 'until', valid.until)
                                        order by valid.until desc), '[]')
                from (select was.secret, was.until
                        from (select w.old_secret, w.old_secret_until
                              union all
                              select o.secret, o.until
                                from jsonb_to_recordset(w.older_secrets) o (secret text, until timestamptz)
                             ) as was (secret, until)
                       where was.until > now() order by was.until desc limit $5) as valid)
      where id = $1 and location_id = $2 returning ${WEBHOOK_COLUMNS}`,
    [id, locationId, sealed, OLD_SECRET_HOURS, MOST_SECRETS - 2],
  )
  return { webhook: requireWebhook(rows[0]), secret }
}

/** Its attempts are swept afterwards. @throws AppError not-found */
export async function deleteWebhook(db: Queryable, locationId: string, id: string): Promise<void> {
  const { rows } = await db.query('delete from webhook where id = $1 and location_id = $2 returning id', [
    id,
    locationId,
  ])
  requireWebhook(rows[0])
}
