import type { Database, Queryable } from '../../db/database.js'
import { notifyAttention } from '../../db/live-channel.js'
import type { PostOutcome } from './post-event.js'

export interface Claimed {
  id: number
  webhook: number
  type: string
  number: number
}

interface MadeAttempt {
  attempt: Claimed
  headers: Record<string, string>
  outcome: PostOutcome
}

/** How long after its first attempt an event is retried. */
const RETRY_HOURS = 72
/** How often something is tried at a paused webhook. */
export const PROBE_MINUTES = 10

const GONE = 410

/**
 * Records an attempt and what follows from it, unless it took too long and became another server's. After
 * `pauseAfter` failures in a row the webhook is paused.
 */
export async function recordOutcome(db: Database, made: MadeAttempt, pauseAfter: number): Promise<void> {
  const { attempt, outcome } = made
  await db.transaction(async tx => {
    // Attempts that fail at the same time are counted one by one.
    await tx.query('select from webhook where key = $1 for no key update', [attempt.webhook])
    if (!(await record(tx, made))) return
    if (outcome.failure === null) return resume(tx, attempt.webhook)
    if (attempt.type === 'test') return
    if (outcome.status === GONE) return disable(tx, attempt.webhook)
    await countFailure(tx, attempt, pauseAfter)
    await addRetry(tx, attempt)
  })
}

/** After a delivery: a paused webhook is active again, and everything pending for it is due. */
async function resume(tx: Queryable, webhook: number): Promise<void> {
  const { rows } = await tx.query<{ resumed: boolean }>(
    `update webhook
        set failures = 0, failing_since = null, delivered_at = now(), probe_at = null,
            state = case state when 'paused' then 'active' else state end,
            state_reason = case state when 'paused' then null else state_reason end,
            state_since = case state when 'paused' then now() else state_since end
      where key = $1
        and (failures > 0 or state = 'paused' or delivered_at is null
             or delivered_at < now() - interval '10 seconds')
      returning state_since = now() as resumed`,
    [webhook],
  )
  if (rows[0]?.resumed) await makePendingDue(tx, webhook)
}

/**
 * Counts a failure, and pauses the webhook after many. An event that failed before the latest delivery, and
 * fails again, doesn't count: the endpoint works, and refuses just this one.
 */
async function countFailure(tx: Queryable, attempt: Claimed, pauseAfter: number): Promise<void> {
  const { rows } = await tx.query<{ locationId: string }>(
    `update webhook
        set failures = case when refused then greatest(failures, 1) else failures + 1 end,
            failing_since = coalesce(failing_since, now()),
            state = case when pausing then 'paused' else state end,
            state_reason = case when pausing then 'failing' else state_reason end,
            state_since = case when pausing then now() else state_since end,
            probe_at = case when pausing or state = 'paused' then now() + make_interval(mins => $3) end
       from (select refused, not refused and w.state = 'active' and w.failures + 1 >= $2 as pausing
               from webhook w
               join webhook_attempt a on a.id = $4
              cross join lateral (select coalesce(a.first_tried_at < w.delivered_at, false) as refused) r
              where w.key = $1) as next
      where key = $1 returning case when pausing then location_id end as "locationId"`,
    [attempt.webhook, pauseAfter, PROBE_MINUTES, attempt.id],
  )
  await notifyStopped(
    tx,
    rows.filter(({ locationId }) => locationId !== null),
  )
}

/**
 * Adds the next attempt, until RETRY_HOURS after the first; that time starts again when a paused webhook is
 * resumed. While it is paused, `probe_at` says when something is tried.
 */
async function addRetry(tx: Queryable, attempt: Claimed): Promise<void> {
  await tx.query(
    `insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain, number,
                                  first_tried_at, due_at)
     select a.webhook_key, a.event_key, a.event_position, a.event_type, a.chain, a.number + 1,
            a.first_tried_at,
            case w.state when 'paused' then now() else now() + make_interval(secs => $2) end
       from webhook_attempt a join webhook w on w.key = a.webhook_key
      where a.id = $1
        and (w.state = 'paused'
             or greatest(a.first_tried_at, w.state_since) > now() - make_interval(hours => $3))
        and not exists (select from webhook_attempt p
                         where p.webhook_key = a.webhook_key and p.chain = a.chain and p.state = 'pending'
                           and p.event_position = a.event_position)`,
    [attempt.id, retryDelaySeconds(attempt.number), RETRY_HOURS],
  )
}

/** Makes everything pending for a resumed webhook due, whenever it was to be retried. */
export async function makePendingDue(tx: Queryable, webhook: number): Promise<void> {
  await tx.query(
    `update webhook_attempt set due_at = now()
      where webhook_key = $1 and state = 'pending' and due_at > now()`,
    [webhook],
  )
}

async function disable(tx: Queryable, webhook: number): Promise<void> {
  const { rows } = await tx.query<{ locationId: string }>(
    `update webhook set state = 'disabled', state_reason = 'gone', state_since = now(), probe_at = null
      where key = $1 returning location_id as "locationId"`,
    [webhook],
  )
  await notifyStopped(tx, rows)
}

const notifyStopped = (tx: Queryable, webhooks: readonly { locationId: string }[]): Promise<void> =>
  notifyAttention(
    tx,
    webhooks.map(({ locationId }) => ({ locationId, integrationId: null })),
  )

/** False if the attempt is another server's by now. */
async function record(tx: Queryable, { attempt, headers, outcome }: MadeAttempt): Promise<boolean> {
  const { durationMs, status, failure, answer } = outcome
  const { rowCount } = await tx.query(
    `update webhook_attempt
        set state = case when $4::text is null then 'delivered' else 'failed' end,
            tried_at = now() - make_interval(secs => $2 / 1000.0), duration_ms = $2, status = $3,
            failure = $4, request_headers = $5, answer_headers = $6, answer = $7, leased_until = null
      where id = $1 and state = 'pending'`,
    [
      attempt.id,
      durationMs,
      status,
      failure,
      JSON.stringify(headers),
      outcome.headers && JSON.stringify(outcome.headers),
      answer,
    ],
  )
  return rowCount === 1
}

const DELAYS_SECONDS = [5, 15, 60, 300, 900, 1800, 3600, 2 * 3600, 4 * 3600, 8 * 3600]

/** How long to wait after the attempt with this number (from 1): longer each time, with jitter. */
function retryDelaySeconds(number: number, random = Math.random()): number {
  const delay = DELAYS_SECONDS[Math.min(number, DELAYS_SECONDS.length) - 1]!
  return Math.round(delay * (1 + random / 10))
}
