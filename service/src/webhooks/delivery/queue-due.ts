import type { Database, Queryable } from '../../db/database.js'

/** Name of the queue's task. */
export const DELIVER_TASK = 'webhook'
const CHAINS_AT_ONCE = 500
/** A queued attempt that has not begun after this long is queued again; the queue keeps one job per chain. */
const REQUEUE_AFTER_SECONDS = 60

export interface QueueRules {
  /** Chains of one webhook processed at once, on all servers together. */
  perWebhook: number
  probeMinutes: number
}

interface DueChain {
  webhook: number
  chain: string
  probe: boolean
}

/** Queues due jobs: the next attempt of each chain, and occasionally one attempt of a paused webhook. */
export async function queueDue(db: Database, rules: QueueRules): Promise<void> {
  for (;;) {
    const count = await db.transaction(async tx => {
      const due = [...(await takeDue(tx)), ...(await takeProbes(tx, rules.probeMinutes))]
      if (due.length > 0) await addJobs(tx, due, rules.perWebhook)
      return due.length
    })
    if (count < CHAINS_AT_ONCE) return
  }
}

const IS_NEXT = `
  not exists (select from webhook_attempt b
               where b.webhook_key = a.webhook_key and b.chain = a.chain and b.state = 'pending'
                 and (b.event_position, b.id) < (a.event_position, a.id))`

async function takeDue(tx: Queryable): Promise<DueChain[]> {
  const { rows } = await tx.query<DueChain>(
    `with due as (
       select a.id from webhook_attempt a join webhook w on w.key = a.webhook_key
        where a.state = 'pending' and a.due_at <= now() and (w.state = 'active' or a.event_type = 'test')
          and (a.queued_at is null or a.queued_at < now() - make_interval(secs => $2))
          and (a.leased_until is null or a.leased_until < now()) and ${IS_NEXT}
        order by a.due_at limit $1 for update of a skip locked)
     update webhook_attempt a set queued_at = now() from due where a.id = due.id
     returning a.webhook_key as webhook, a.chain, false as probe`,
    [CHAINS_AT_ONCE, REQUEUE_AFTER_SECONDS],
  )
  return rows
}

async function takeProbes(tx: Queryable, probeMinutes: number): Promise<DueChain[]> {
  const { rows } = await tx.query<DueChain>(
    `with probed as (
       update webhook set probe_at = now() + make_interval(mins => $1)
        where state = 'paused' and probe_at <= now() returning key)
     select p.key as webhook, next.chain, true as probe from probed p
      cross join lateral (
        select a.chain from webhook_attempt a
         where a.webhook_key = p.key and a.state = 'pending' and a.due_at <= now() and ${IS_NEXT}
         order by a.due_at limit 1) next`,
    [probeMinutes],
  )
  return rows
}

/** The chains of a webhook share a few named queues, each of which runs one job at a time: this limits how many run at once. */
async function addJobs(tx: Queryable, due: readonly DueChain[], perWebhook: number): Promise<void> {
  await tx.query(
    `select graphile_worker.add_jobs(array(
       select row('${DELIVER_TASK}', to_json(d), 'webhook-' || d.webhook || '-' || (hashtext(d.chain) & 2147483647) % $2,
                  now(), 3::smallint, 'webhook-' || d.webhook || '-' || d.chain, null, null)::graphile_worker.job_spec
         from json_to_recordset($1::json) as d(webhook int, chain text, probe boolean)), true)`,
    [JSON.stringify(due), perWebhook],
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

/** Lets pending attempts be queued again: while the webhook was stopped, the queue skipped its jobs. */
export async function requeue(tx: Queryable, webhook: number): Promise<void> {
  await tx.query(
    `update webhook_attempt set queued_at = null where webhook_key = $1 and state = 'pending' and queued_at is not null`,
    [webhook],
  )
}
