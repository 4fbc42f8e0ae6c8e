import type { Database } from '../../db/database.js'
import type { StoredEvent } from '../../events/event.js'
import { EVENT_COLUMNS } from '../../events/list-events.js'
import { eventBody } from './event-body.js'
import { type PostLimits, postEvent } from './post-event.js'
import { type Claimed, type OutcomeRules, recordDelivered, recordFailed } from './record-outcome.js'
import { signatureHeaders } from './sign.js'

/** A chain of attempts with something due: of an order, an integration, or a single event. */
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
/** Events after which other chains in the queue get their turn. */
const EVENTS_PER_TURN = 20

/**
 * Makes the due attempts of a chain, one after another: a failed one holds back the later ones until it is retried. True when more
 * may be due at once.
 */
export async function deliverChain(
  db: Database,
  chain: Chain,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<boolean> {
  for (let turn = 0; turn < EVENTS_PER_TURN; turn++) {
    signal.throwIfAborted()
    const attempt = await claimNext(db, chain, rules.limits.timeoutMs / 1000 + LEASE_MARGIN_SECONDS)
    if (!attempt || !(await attemptDelivery(db, attempt, rules, signal))) return false
  }
  return true
}

interface ClaimedAttempt extends Claimed {
  eventKey: number
  url: string
  secret: string
  oldSecret: string | null
}

async function claimNext(
  db: Database,
  { webhook, chain, probe = false }: Chain,
  leaseSeconds: number,
): Promise<ClaimedAttempt | undefined> {
  const { rows } = await db.query<ClaimedAttempt>(
    `update webhook_attempt a
        set leased_until = now() + make_interval(secs => $4), queued_at = now(),
            first_tried_at = coalesce(a.first_tried_at, now())
       from webhook w
      where w.key = $1 and a.id = (
              select id from webhook_attempt where webhook_key = $1 and chain = $2 and state = 'pending'
               order by event_position, id limit 1)
        and a.state = 'pending' and a.due_at <= now() and (a.leased_until is null or a.leased_until < now())
        and (w.state = 'active' or a.event_type = 'test' or w.state = 'paused' and $3)
     returning a.id, a.webhook_key as webhook, a.event_key as "eventKey", a.event_type as type, a.number, w.url, w.secret,
               case when w.old_secret_until > now() then w.old_secret end as "oldSecret"`,
    [webhook, chain, probe, leaseSeconds],
  )
  return rows[0]
}

/** True if it was delivered. */
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
    await db.query(`update webhook_attempt set state = 'failed', failure = 'event-forgotten' where id = $1`, [
      attempt.id,
    ])
    return true
  }
  const body = eventBody(event)
  const secrets = attempt.oldSecret === null ? [attempt.secret] : [attempt.secret, attempt.oldSecret]
  const headers = {
    'content-type': 'application/json',
    'user-agent': rules.userAgent,
    ...signatureHeaders(event.id, new Date(), body, secrets),
  }
  try {
    const outcome = await postEvent({ url: attempt.url, headers, body, limits: rules.limits, signal })
    if (outcome.failure === null) await recordDelivered(db, attempt, headers, outcome)
    else await recordFailed(db, attempt, headers, outcome, rules)
    return outcome.failure === null
  } catch (error) {
    // The server is stopping: the attempt is released as if it had not begun.
    await db.query('update webhook_attempt set leased_until = null, queued_at = null where id = $1', [
      attempt.id,
    ])
    throw error
  }
}
