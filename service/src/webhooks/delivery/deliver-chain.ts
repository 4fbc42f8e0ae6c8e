import type { Database } from '../../db/database.js'
import type { StoredEvent } from '../../events/event.js'
import { EVENT_COLUMNS } from '../../events/list-events.js'
import { eventBody } from './event-body.js'
import { type PostLimits, postEvent } from './post-event.js'
import { IS_FREE } from './queue-due.js'
import { type Claimed, type OutcomeRules, recordDelivered, recordFailed } from './record-outcome.js'
import { signatureHeaders } from './sign.js'

/**
 * A chain of attempts with something due: of an order, of the states of an integration, or of a single event. Its job takes up others
 * after it.
 */
export interface Chain {
  webhook: number
  chain: string
  /** Tries a paused webhook once. */
  probe?: boolean | undefined
}

export interface DeliveryRules extends OutcomeRules {
  limits: PostLimits
  userAgent: string
}

/** Added to an attempt's timeout, so that nobody else claims an attempt while it is being made. */
const LEASE_MARGIN_SECONDS = 20
/** Events, and milliseconds, after which others get their turn. */
const EVENTS_PER_TURN = 20
const TURN_MS = 1000

/**
 * Makes the due attempts of a chain, one after another, then those of other chains of its webhook that are free; a failed one ends the
 * turn, and holds back the later ones of its chain until it is retried.
 */
export async function deliverChain(
  db: Database,
  chain: Chain,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<void> {
  const leaseSeconds = rules.limits.timeoutMs / 1000 + LEASE_MARGIN_SECONDS
  const end = performance.now() + TURN_MS
  let isFirst = true
  let outcome: 'delivered' | 'failed' | 'forgotten' | undefined
  for (let turn = 0; turn < EVENTS_PER_TURN && (turn === 0 || performance.now() < end); turn++) {
    signal.throwIfAborted()
    let attempt = isFirst ? await claimNext(db, chain, leaseSeconds) : undefined
    if (!attempt) {
      isFirst = false
      attempt = await claimFree(db, chain.webhook, leaseSeconds)
    }
    if (!attempt) break
    outcome = await attemptDelivery(db, attempt, rules, signal)
    if (outcome === 'failed') return
  }
  // Nothing was sent that tells whether the webhook works again.
  if (chain.probe && outcome === 'forgotten') await probeAgain(db, chain.webhook)
}

/** Lets another event of a webhook be tried at once if it is still paused. */
async function probeAgain(db: Database, webhook: number): Promise<void> {
  await db.query(`update webhook set probe_at = now() where key = $1 and state = 'paused'`, [webhook])
}

interface ClaimedAttempt extends Claimed {
  eventKey: number
  url: string
  /** Those that are valid now, the newest first. */
  secrets: string[]
}

/** Claims the next attempt of a chain. */
async function claimNext(
  db: Database,
  { webhook, chain, probe = false }: Chain,
  leaseSeconds: number,
): Promise<ClaimedAttempt | undefined> {
  return claim(
    db,
    `(select id from webhook_attempt where webhook_key = $1 and chain = $3 and state = 'pending'
       order by event_position, id limit 1)
     and a.state = 'pending' and a.due_at <= now() and (a.leased_until is null or a.leased_until < now())
     and (w.state = 'active' or a.event_type = 'test' or w.state = 'paused' and $4)`,
    [webhook, leaseSeconds, chain, probe],
  )
}

/** Claims the oldest attempt of an active webhook that no job has. */
async function claimFree(
  db: Database,
  webhook: number,
  leaseSeconds: number,
): Promise<ClaimedAttempt | undefined> {
  return claim(
    db,
    `(select a.id from webhook_attempt a where a.webhook_key = $1 and ${IS_FREE}
       order by a.due_at limit 1 for update skip locked)
     and w.state = 'active'`,
    [webhook, leaseSeconds],
  )
}

/** @param chosen the id of an attempt, and conditions of attempt `a` and webhook `w` */
async function claim(
  db: Database,
  chosen: string,
  parameters: readonly unknown[],
): Promise<ClaimedAttempt | undefined> {
  const { rows } = await db.query<ClaimedAttempt>(
    `update webhook_attempt a
        set leased_until = now() + make_interval(secs => $2), queued_at = now(),
            first_tried_at = coalesce(a.first_tried_at, now())
       from webhook w
      where w.key = $1 and a.id = ${chosen}
     returning a.id, a.webhook_key as webhook, a.event_key as "eventKey", a.event_type as type, a.number, w.url,
               array[w.secret] || case when w.old_secret_until > now() then array[w.old_secret] else '{}' end
                 || array(select older.secret from jsonb_to_recordset(w.older_secrets) as older (secret text, until timestamptz)
                           where older.until > now() order by older.until desc) as secrets`,
    parameters,
  )
  return rows[0]
}

/** `forgotten`: the event is no longer kept, so that nothing was sent. */
async function attemptDelivery(
  db: Database,
  attempt: ClaimedAttempt,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<'delivered' | 'failed' | 'forgotten'> {
  const { rows } = await db.query<StoredEvent>(`select ${EVENT_COLUMNS} from event e where e.key = $1`, [
    attempt.eventKey,
  ])
  const event = rows[0]
  if (!event) {
    await db.query(`update webhook_attempt set state = 'failed', failure = 'event-forgotten' where id = $1`, [
      attempt.id,
    ])
    return 'forgotten'
  }
  const body = eventBody(event)
  const headers = {
    'content-type': 'application/json',
    'user-agent': rules.userAgent,
    ...signatureHeaders(event.id, new Date(), body, attempt.secrets),
  }
  try {
    const outcome = await postEvent({ url: attempt.url, headers, body, limits: rules.limits, signal })
    if (outcome.failure === null) await recordDelivered(db, attempt, headers, outcome)
    else await recordFailed(db, attempt, headers, outcome, rules)
    return outcome.failure === null ? 'delivered' : 'failed'
  } catch (error) {
    // The server is stopping: the attempt is released as if it had not begun.
    await db.query('update webhook_attempt set leased_until = null, queued_at = null where id = $1', [
      attempt.id,
    ])
    throw error
  }
}
