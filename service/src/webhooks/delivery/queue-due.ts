import type { Database, Queryable } from '../../db/database.js'

/** Name of the queue's task. */
export const DELIVER_TASK = 'webhook'
/** A queued attempt that has not begun after this long is queued again; the queue keeps one job per chain. */
const REQUEUE_AFTER_SECONDS = 60
/** Arbitrary, but the same on all servers: one fills the queue at a time, or the limits would be exceeded. */
const QUEUE_LOCK = 7_120_385_546

export interface QueueRules {
  /** Jobs of one webhook, and of all webhooks of one location, that are queued or run at once, on all servers together. */
  perWebhook: number
  perLocation: number
  probeMinutes: number
}

interface DueChain {
  webhook: number
  chain: string
  probe: boolean
}

/**
 * Queues due jobs: the next attempts of chains, and occasionally one attempt of a paused webhook. The queue runs its jobs in the order in
 * which they came, so it gets no more of a webhook and a location than may run at once: nobody waits behind what another has waiting. Jobs
 * named in `ended` have made their last attempt.
 */
export async function queueDue(
  db: Database,
  rules: QueueRules,
  ended: readonly string[] = [],
): Promise<void> {
  await db.transaction(async tx => {
    await tx.query('select pg_advisory_xact_lock($1)', [QUEUE_LOCK])
    const due = await takeDue(tx, rules, ended)
    if (due.length > 0) await addJobs(tx, due)
  })
}

/** Whether attempt `a` is due, no earlier one of its chain is pending, and nobody is making it. */
const IS_DUE = `
  a.state = 'pending' and a.due_at <= now() and (a.leased_until is null or a.leased_until < now())
  and not exists (select from webhook_attempt b
                   where b.webhook_key = a.webhook_key and b.chain = a.chain and b.state = 'pending'
                     and (b.event_position, b.id) < (a.event_position, a.id))`

/** The same, and it is not queued. */
export const IS_FREE = `${IS_DUE} and (a.queued_at is null or a.queued_at < now() - make_interval(secs => ${REQUEUE_AFTER_SECONDS}))`

/** Whether the paused webhook `w` is to be tried, and may be with attempt `a`. */
const IS_PROBED = `w.state = 'paused' and w.probe_at <= now() and a.webhook_key = w.key and ${IS_DUE}`

/**
 * Takes turns between the webhooks of a location; those that have just failed come after those that have not, and all of them together get
 * no more of each server than one location does, so that any number of receivers that hang leave the rest to the others. A paused webhook
 * is tried with an event that has not failed yet, where there is one: those that have may be refused for good.
 */
async function takeDue(
  tx: Queryable,
  { perWebhook, perLocation, probeMinutes }: QueueRules,
  ended: readonly string[],
): Promise<DueChain[]> {
  const { rows } = await tx.query<DueChain>(
    `with jobs as materialized (
       select split_part(key, '-', 2)::int as webhook, count(*) as count from graphile_worker.jobs
        where task_identifier = '${DELIVER_TASK}' and key is not null and attempts < max_attempts and id <> all($4::bigint[]) group by 1),
     busy as materialized (
       select w.key, w.location_id, w.state, w.probe_at, w.failures, coalesce(j.count, 0) as count,
              sum(coalesce(j.count, 0)) over (partition by w.location_id) as of_location,
              coalesce(sum(j.count) filter (where w.failures > 0) over (), 0) as of_failing
         from webhook w left join jobs j on j.webhook = w.key),
     free as (
       select w.location_id, w.of_location, w.of_failing, w.failures > 0 as failing, a.id, a.due_at, a.probe,
              w.count + least(w.failures, 1) + row_number() over (partition by w.key order by a.due_at, a.id) as turn
         from busy w
        cross join lateral (
          (select a.id, a.due_at, false as probe from webhook_attempt a
            where w.state = 'active' and a.webhook_key = w.key and ${IS_FREE}
            order by a.due_at limit greatest($1 - w.count, 0))
          union all
          (select a.id, a.due_at, false from webhook_attempt a
            where w.state <> 'active' and a.webhook_key = w.key and a.event_type = 'test' and ${IS_FREE}
            limit greatest($1 - w.count, 0))
          union all
          (select p.id, p.due_at, true from (
             (select a.id, a.due_at, a.number from webhook_attempt a
               where ${IS_PROBED} and a.number = 1 order by a.due_at limit 1)
             union all
             (select a.id, a.due_at, a.number from webhook_attempt a
               where ${IS_PROBED} order by a.due_at limit 1)) p
            order by p.number > 1 limit 1)) a
        where w.count < $1 and w.of_location < $2),
     allowed as (
       select f.*, row_number() over (partition by failing order by turn, due_at, id) as place_of_kind
         from (select f.*, row_number() over (partition by location_id order by turn, due_at, id) as place from free f) f
        where of_location + place <= $2),
     chosen as materialized (
       select id, probe from allowed
        where not failing
           or of_failing + place_of_kind <= $2 * greatest((select count(*) from webhook_server), 1)),
     probed as (
       update webhook set probe_at = now() + make_interval(mins => $3)
        where key in (select a.webhook_key from chosen join webhook_attempt a using (id) where chosen.probe))
     update webhook_attempt a set queued_at = now() from chosen where a.id = chosen.id
     returning a.webhook_key as webhook, a.chain, chosen.probe`,
    [perWebhook, perLocation, probeMinutes, ended],
  )
  return rows
}

async function addJobs(tx: Queryable, due: readonly DueChain[]): Promise<void> {
  await tx.query(
    `select graphile_worker.add_jobs(array(
       select row('${DELIVER_TASK}', to_json(d), null, now(), 3::smallint,
                  'webhook-' || d.webhook || '-' || d.chain, null, null)::graphile_worker.job_spec
         from json_to_recordset($1::json) as d(webhook int, chain text, probe boolean)), true)`,
    [JSON.stringify(due)],
  )
}

/** How many jobs wait for a worker, `limit` at most. */
export async function countWaitingJobs(db: Queryable, limit: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (
       select from graphile_worker.jobs where locked_at is null and run_at <= now() and attempts < max_attempts limit $1) waiting`,
    [limit],
  )
  return rows[0]!.count
}

/**
 * Makes everything pending for a resumed webhook due, whenever it was to be retried, and lets it be queued again: while the webhook was
 * stopped, the queue skipped its jobs. The queue takes from it what is allowed at once.
 */
export async function requeue(tx: Queryable, webhook: number): Promise<void> {
  await tx.query(
    `update webhook_attempt set queued_at = null, due_at = least(due_at, now())
      where webhook_key = $1 and state = 'pending' and (queued_at is not null or due_at > now())`,
    [webhook],
  )
}
