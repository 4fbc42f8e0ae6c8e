import type { Database, Queryable } from '../../db/database.js'
import type { Secrets } from '../../db/secrets/open-secrets.js'
import type { StoredEvent } from '../../events/event.js'
import { EVENT_COLUMNS } from '../../events/list-events.js'
import { openWebhookSecret } from '../secret.js'
import { eventBody, signatureHeaders } from '../sign.js'
import { type PostLimits, postEvent } from './post-event.js'
import { type Claimed, PROBE_MINUTES, recordOutcome } from './record-outcome.js'

export interface DeliveryRules {
  /** Failed attempts in a row after which a webhook is paused. */
  pauseAfterFailures: number
  limits: PostLimits
  userAgent: string
  secrets: Secrets
}

/** Attempts of one webhook under way at once, on all servers together. */
const LANES = 4
/** Added to an attempt's timeout, so that nobody else claims an attempt while it is being made. */
const LEASE_MARGIN_SECONDS = 20
/** Events, and milliseconds, after which a job leaves its place to other webhooks. */
const EVENTS_AT_ONCE = 20
const WORK_MS = 1000

/** Whether attempt `a` is due, no earlier one of its chain is pending, and nobody is making it. */
const IS_DUE = `
  a.state = 'pending' and a.due_at <= now() and (a.leased_until is null or a.leased_until < now())
  and not exists (select from webhook_attempt b
                   where b.webhook_key = a.webhook_key and b.chain = a.chain and b.state = 'pending'
                     and (b.event_position, b.id) < (a.event_position, a.id))`

/** Webhooks with due attempts, and how many: at most LANES. A test is sent whatever the webhook's state. */
export async function listDue(db: Queryable): Promise<{ webhookKey: number; due: number }[]> {
  const { rows } = await db.query<{ webhookKey: number; due: number }>(
    `select w.key as "webhookKey", d.due from webhook w
      cross join lateral (
        select count(*) as due from (
          (select from webhook_attempt a
            where (w.state = 'active' or w.state = 'paused' and w.probe_at <= now())
              and a.webhook_key = w.key and ${IS_DUE} order by a.due_at limit $1)
          union all
          (select from webhook_attempt a
            where w.state <> 'active' and a.webhook_key = w.key and a.event_type = 'test' and ${IS_DUE}
            limit $1)
        ) found) d
      where d.due > 0`,
    [LANES],
  )
  return rows.map(({ webhookKey, due }) => ({ webhookKey, due: Math.min(due, LANES) }))
}

/** Makes due attempts one after another, for a while or until one fails; false if none is left. */
export async function deliverDue(
  db: Database,
  webhookKey: number,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + WORK_MS
  for (let made = 0; made < EVENTS_AT_ONCE && performance.now() < end; made++) {
    signal.throwIfAborted()
    const attempt = await db.transaction(tx => claim(tx, webhookKey, rules))
    if (!attempt) return false
    if (!(await attemptDelivery(db, attempt, rules, signal))) return true
  }
  return true
}

interface ClaimedAttempt extends Claimed {
  eventKey: number
  webhookId: string
  url: string
  /** Those that are valid now, as they are stored, the newest first. */
  secrets: string[]
}

interface LockedWebhook {
  state: 'active' | 'paused' | 'disabled'
  failures: number
  mayProbe: boolean
  busy: number
}

/**
 * Claims the next attempt. No more than LANES are under way; of a webhook that has just failed only one, so
 * that receivers that hang leave room for others.
 */
async function claim(
  tx: Queryable,
  webhookKey: number,
  { limits }: DeliveryRules,
): Promise<ClaimedAttempt | undefined> {
  await tx.query('select from webhook where key = $1 for no key update', [webhookKey])
  const { rows } = await tx.query<LockedWebhook>(
    `select state, failures, state = 'paused' and probe_at <= now() as "mayProbe",
            (select count(*) from webhook_attempt a
              where a.webhook_key = $1 and a.state = 'pending' and a.leased_until > now()) as busy
       from webhook where key = $1`,
    [webhookKey],
  )
  const [webhook] = rows
  if (!webhook || webhook.busy >= (webhook.failures > 0 ? 1 : LANES)) return undefined
  const leaseSeconds = limits.timeoutMs / 1000 + LEASE_MARGIN_SECONDS
  const claimWhere = (only: string) => claimFirst(tx, webhookKey, only, leaseSeconds)
  if (webhook.state === 'active') return claimWhere('true')
  const test = await claimWhere(`a.event_type = 'test'`)
  if (test || !webhook.mayProbe) return test
  // Events that have failed may be refused for good: one that has not is tried first.
  const probe = (await claimWhere('a.number = 1')) ?? (await claimWhere('true'))
  if (probe)
    await tx.query('update webhook set probe_at = now() + make_interval(mins => $2) where key = $1', [
      webhookKey,
      PROBE_MINUTES,
    ])
  return probe
}

/** @param only a condition on attempt `a` */
async function claimFirst(
  tx: Queryable,
  webhookKey: number,
  only: string,
  leaseSeconds: number,
): Promise<ClaimedAttempt | undefined> {
  const { rows } = await tx.query<ClaimedAttempt>(
    `update webhook_attempt a
        set leased_until = now() + make_interval(secs => $2),
            first_tried_at = coalesce(a.first_tried_at, now())
       from webhook w
      where w.key = $1
        and a.id = (select a.id from webhook_attempt a where a.webhook_key = $1 and ${only} and ${IS_DUE}
                     order by a.due_at limit 1)
     returning a.id, a.webhook_key as webhook, a.event_key as "eventKey", a.event_type as type, a.number,
               w.id as "webhookId", w.url,
               array[w.secret] || case when w.old_secret_until > now() then array[w.old_secret] else '{}' end
                 || array(select older.secret
                            from jsonb_to_recordset(w.older_secrets) as older (secret text, until timestamptz)
                           where older.until > now() order by older.until desc) as secrets`,
    [webhookKey, leaseSeconds],
  )
  return rows[0]
}

async function attemptDelivery(
  db: Database,
  attempt: ClaimedAttempt,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<boolean> {
  const { rows } = await db.query<StoredEvent>(`select ${EVENT_COLUMNS} from event e where e.key = $1`, [
    attempt.eventKey,
  ])
  const event = rows[0]
  if (!event) {
    await forgetEvent(db, attempt)
    return true
  }
  const body = eventBody(event)
  const secrets = attempt.secrets.map(one => openWebhookSecret(one, attempt.webhookId, rules.secrets))
  const headers = {
    'content-type': 'application/json',
    'user-agent': rules.userAgent,
    ...signatureHeaders(event.id, new Date(), body, secrets),
  }
  try {
    const outcome = await postEvent({ url: attempt.url, headers, body, limits: rules.limits, signal })
    await recordOutcome(db, { attempt, headers, outcome }, rules.pauseAfterFailures)
    return outcome.failure === null
  } catch (error) {
    // The server is stopping: the attempt is released as if it had not begun.
    await db.query('update webhook_attempt set leased_until = null where id = $1', [attempt.id])
    throw error
  }
}

/** The event is no longer kept, and has not shown whether a paused webhook works: another one is tried. */
async function forgetEvent(db: Database, { id, webhook }: ClaimedAttempt): Promise<void> {
  await db.query(`update webhook_attempt set state = 'failed', failure = 'event-forgotten' where id = $1`, [
    id,
  ])
  await db.query(`update webhook set probe_at = now() where key = $1 and state = 'paused'`, [webhook])
}
