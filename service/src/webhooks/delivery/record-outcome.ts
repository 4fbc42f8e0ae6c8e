import type { Database, Queryable } from '../../db/database.js'
import { notifyAttention } from '../../db/live-channel.js'
import type { PostOutcome } from './post-event.js'

export interface Claimed {
  id: number
  webhook: number
  type: string
  number: number
}

export interface OutcomeRules {
  /** How long after its first attempt an event is retried. */
  retryHours: number
  /** Failed attempts in a row after which the webhook is paused, and how often it is tried then. */
  pauseAfterFailures: number
  probeMinutes: number
}

type Headers = Record<string, string>
const GONE = 410

/** Records a delivery: a paused webhook is resumed, and everything pending for it is due. */
export async function recordDelivered(
  db: Database,
  attempt: Claimed,
  headers: Headers,
  outcome: PostOutcome,
): Promise<void> {
  await db.transaction(async tx => {
    if (!(await record(tx, attempt, 'delivered', headers, outcome))) return
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
      [attempt.webhook],
    )
    if (rows[0]?.resumed) await makePendingDue(tx, attempt.webhook)
  })
}

/**
 * Records a failure: it is retried within `retryHours`, and for as long as the webhook is paused, except a test. 410
 * means that the endpoint wants no more events. Events that failed before the latest delivery, and fail again, don't
 * count towards the pause: the endpoint works, and refuses just these.
 */
export async function recordFailed(
  db: Database,
  attempt: Claimed,
  headers: Headers,
  outcome: PostOutcome,
  rules: OutcomeRules,
): Promise<void> {
  await db.transaction(async tx => {
    // Attempts that fail at the same time are counted one by one. The webhook is locked before its attempts, as always.
    await tx.query('select from webhook where key = $1 for no key update', [attempt.webhook])
    if (!(await record(tx, attempt, 'failed', headers, outcome))) return
    if (attempt.type === 'test') return
    if (outcome.status === GONE) return disable(tx, attempt.webhook)
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
      [attempt.webhook, rules.pauseAfterFailures, rules.probeMinutes, attempt.id],
    )
    await addRetry(tx, attempt, rules.retryHours)
    const paused = rows.filter(({ locationId }) => locationId !== null)
    await notifyAttention(
      tx,
      paused.map(row => ({ ...row, integrationId: null })),
    )
  })
}

/**
 * Adds the next attempt, unless the first one was made more than `retryHours` ago. That time does not run while the
 * webhook is paused, and starts again when it is resumed: whoever comes back after days may fail once more with all that
 * has waited. While it is paused, `probe_at` says when something is tried: the attempt is due at once.
 */
async function addRetry(tx: Queryable, attempt: Claimed, retryHours: number): Promise<void> {
  await tx.query(
    `insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain, number,
                                  first_tried_at, due_at)
     select a.webhook_key, a.event_key, a.event_position, a.event_type, a.chain, a.number + 1, a.first_tried_at,
            case w.state when 'paused' then now() else now() + make_interval(secs => $2) end
       from webhook_attempt a join webhook w on w.key = a.webhook_key
      where a.id = $1
        and (w.state = 'paused' or greatest(a.first_tried_at, w.state_since) > now() - make_interval(hours => $3))
        and not exists (select from webhook_attempt p
                         where p.webhook_key = a.webhook_key and p.chain = a.chain and p.state = 'pending'
                           and p.event_position = a.event_position)`,
    [attempt.id, retryDelaySeconds(attempt.number), retryHours],
  )
}

/** Makes everything pending for a resumed webhook due, whenever it was to be retried. */
export async function makePendingDue(tx: Queryable, webhook: number): Promise<void> {
  await tx.query(
    `update webhook_attempt set due_at = now() where webhook_key = $1 and state = 'pending' and due_at > now()`,
    [webhook],
  )
}

async function disable(tx: Queryable, webhook: number): Promise<void> {
  const { rows } = await tx.query<{ locationId: string }>(
    `update webhook set state = 'disabled', state_reason = 'gone', state_since = now(), probe_at = null
      where key = $1 returning location_id as "locationId"`,
    [webhook],
  )
  await notifyAttention(
    tx,
    rows.map(row => ({ ...row, integrationId: null })),
  )
}

/** False if the attempt is another server's by now, because this one took longer than any may. */
async function record(
  tx: Queryable,
  attempt: Claimed,
  state: 'delivered' | 'failed',
  headers: Headers,
  outcome: PostOutcome,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update webhook_attempt
        set state = $2, tried_at = now() - make_interval(secs => $3 / 1000.0), duration_ms = $3, status = $4,
            failure = $5, request_headers = $6, answer_headers = $7, answer = $8, leased_until = null
      where id = $1 and state = 'pending'`,
    [
      attempt.id,
      state,
      outcome.durationMs,
      outcome.status,
      outcome.failure,
      JSON.stringify(headers),
      outcome.headers && JSON.stringify(outcome.headers),
      outcome.answer,
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
