import type { AttemptFailure, AttemptState, EventType } from '@obmen/contract'

/** One delivery of one event to one webhook, made or still to be made. */
export interface Attempt {
  id: number
  eventId: string | null
  type: EventType
  orderId: string | null
  integrationId: string | null
  /** Counts the event's attempts, from 1. */
  number: number
  state: AttemptState
  /** When it is due, if it is pending and no earlier event of its chain is. */
  dueAt: Date
  triedAt: Date | null
  durationMs: number | null
  status: number | null
  failure: AttemptFailure | null
}

/** Columns of `webhook_attempt a left join event e`; the event may have been deleted. */
export const ATTEMPT_COLUMNS = `a.id, e.id as "eventId", a.event_type as type, e.order_id as "orderId",
  e.integration_id as "integrationId", a.number, a.state, a.due_at as "dueAt", a.tried_at as "triedAt",
  a.duration_ms as "durationMs", a.status, a.failure`
