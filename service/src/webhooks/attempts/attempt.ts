import type { AttemptFailure, AttemptState, EventType } from '@obmen/contract'

/** One try to tell one event to one webhook, or the one that is to come. */
export interface Attempt {
  id: number
  eventId: string | null
  type: EventType
  orderId: string | null
  integrationId: string | null
  /** Counts the tries of the event, from 1. */
  number: number
  state: AttemptState
  /** When it is to be made, if it is pending and nothing of its order is before it. */
  dueAt: Date
  triedAt: Date | null
  durationMs: number | null
  status: number | null
  failure: AttemptFailure | null
}

/** Of `webhook_attempt a left join event e`; the event may be forgotten already. */
export const ATTEMPT_COLUMNS = `a.id, e.id as "eventId", a.event_type as type, e.order_id as "orderId",
  e.integration_id as "integrationId", a.number, a.state, a.due_at as "dueAt", a.tried_at as "triedAt",
  a.duration_ms as "durationMs", a.status, a.failure`
