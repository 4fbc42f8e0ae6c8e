import type { AttemptState } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import type { StoredEvent } from '../../events/event.js'
import { EVENT_COLUMNS } from '../../events/list-events.js'
import { eventBody } from '../delivery/event-body.js'
import { requireWebhook } from '../find-webhooks.js'
import { ATTEMPT_COLUMNS, type Attempt } from './attempt.js'

export interface AttemptFilter extends PageRequest {
  state?: AttemptState | undefined
}

/** Newest first. */
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
  return toPage(
    rows,
    limit,
    row => row,
    row => [row.id],
  )
}

/** An attempt with its request and answer. */
export interface AttemptDetail extends Attempt {
  request: { headers: Record<string, string> | null; body: string | null }
  answer: { headers: Record<string, string> | null; body: string | null }
}

/** @throws AppError not-found */
export async function getAttempt(db: Queryable, webhookKey: number, id: number): Promise<AttemptDetail> {
  const { rows } = await db.query<Attempt & { sent: AttemptDetail['request']; got: AttemptDetail['answer'] }>(
    `select ${ATTEMPT_COLUMNS}, json_build_object('headers', a.request_headers) as sent,
            json_build_object('headers', a.answer_headers, 'body', a.answer) as got
       from webhook_attempt a left join event e on e.key = a.event_key where a.webhook_key = $1 and a.id = $2`,
    [webhookKey, id],
  )
  const { sent, got, ...attempt } = requireWebhook(rows[0])
  const events = await db.query<StoredEvent>(`select ${EVENT_COLUMNS} from event e where e.id = $1`, [
    attempt.eventId,
  ])
  const body = events.rows[0] ? eventBody(events.rows[0]) : null
  return { ...attempt, request: { headers: sent.headers, body }, answer: got }
}
