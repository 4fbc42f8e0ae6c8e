import type { EventType, WebhookState, WebhookStateReason } from '@obmen/contract'

/** Where a platform receives events. Its secret is shown once and can't be read back. */
export interface Webhook {
  id: string
  key: number
  companyId: string | null
  url: string
  types: WebhookTypes
  description: string
  state: WebhookState
  stateReason: WebhookStateReason | null
  stateSince: Date
  /** Failed attempts since the last delivery, and when the first of them was made. */
  failures: number
  failingSince: Date | null
  deliveredAt: Date | null
  /** Until when the previous secret is valid, too. */
  oldSecretUntil: Date | null
  pending: number
  createdAt: Date
}

export type WebhookTypes = readonly EventType[] | readonly ['*']

/** Columns of the table or the `returning` clause named `w`. */
export const WEBHOOK_COLUMNS = `w.id, w.key, w.company_id as "companyId", w.url, w.types, w.description, w.state,
  w.state_reason as "stateReason", w.state_since as "stateSince", w.failures, w.failing_since as "failingSince",
  w.delivered_at as "deliveredAt", case when w.old_secret_until > now() then w.old_secret_until end as "oldSecretUntil",
  (select count(*) from (select from webhook_attempt a where a.webhook_key = w.key and a.state = 'pending' limit 10000) p) as pending,
  w.created_at as "createdAt"`
