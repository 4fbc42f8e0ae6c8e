import type { AttemptState } from '@obmen/contract'
import type { Attempt as ShownAttempt, AttemptDetail as ShownDetail } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import type { WithTimes } from '../../db/rows.js'
import type { StoredEvent } from '../../events/event.js'
import { EVENT_COLUMNS } from '../../events/list-events.js'
import { eventBody } from '../sign.js'
import { requireWebhook } from '../webhook.js'

/** One delivery of one event to one webhook, made or still to be made. */
export type Attempt = WithTimes<ShownAttempt, 'dueAt' | 'triedAt'>

/** Columns of `webhook_attempt a left join event e`; the event may have been deleted. */
const ATTEMPT_COLUMNS = `a.id, e.id as "eventId", a.event_type as type, e.order_id as "orderId",
  e.integration_id as "integrationId", a.number, a.state, a.due_at as "dueAt", a.tried_at as "triedAt",
  a.duration_ms as "durationMs", a.status, a.failure`

export interface AttemptFilter extends PageRequest {
  state?: AttemptState | undefined
}

export async function listAttempts(
  db: Queryable,
  webhookKey: number,
  { limit, cursor, state }: AttemptFilter,
): Promise<Page<Attempt>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<Attempt>(
    `select ${ATTEMPT_COLUMNS} from webhook_attempt a left join event e on e.key = a.event_key
      where a.webhook_key = $1 and ($2::bigint is null or a.id < $2) and ($3::text is null or a.state = $3)
      order by a.id desc limit $4`,
    [webhookKey, before?.[0] ?? null, state ?? null, limit + 1],
  )
  return toPage(rows, limit, row => [row.id])
}

export type AttemptDetail = WithTimes<ShownDetail, 'dueAt' | 'triedAt'>

export async function getAttempt(db: Queryable, webhookKey: number, id: number): Promise<AttemptDetail> {
  const { rows } = await db.query<Attempt & { sent: AttemptDetail['request']; got: AttemptDetail['answer'] }>(
    `select ${ATTEMPT_COLUMNS}, json_build_object('headers', a.request_headers) as sent,
            json_build_object('headers', a.answer_headers, 'body', a.answer) as got
       from webhook_attempt a left join event e on e.key = a.event_key
      where a.webhook_key = $1 and a.id = $2`,
    [webhookKey, id],
  )
  const { sent, got, ...attempt } = requireWebhook(rows[0])
  const events = await db.query<StoredEvent>(`select ${EVENT_COLUMNS} from event e where e.id = $1`, [
    attempt.eventId,
  ])
  const body = events.rows[0] ? eventBody(events.rows[0]) : null
  return { ...attempt, request: { headers: sent.headers, body }, answer: got }
}
