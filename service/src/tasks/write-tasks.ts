import type { TaskCode } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { type AttentionScope, notifyAttention } from '../db/live-channel.js'
import { deleteInSteps, forgetRows } from '../db/rows.js'
import { storableJson } from '../db/values.js'
import type { NewEvent } from '../events/event.js'
import { recordEvents } from '../events/record-events.js'
import type { FindingParams, OrderAtIntegration } from '../findings/finding.js'
import type { TasksOf } from './task.js'

/**
 * Creates the tasks that these orders cause, in the transaction that changes them. An event has one task;
 * once a person has finished it, it stays done, forgotten or not. An event that was reversed settles its
 * task, one that recurs opens it again.
 */
export async function writeTasks(tx: Queryable, found: readonly TasksOf[]): Promise<void> {
  if (found.length === 0) return
  const rows = found.flatMap(({ integrationKey, orderKey, tasks }) =>
    tasks.map(task => ({ integration_key: integrationKey, order_key: orderKey, ...task })),
  )
  const { rows: changed } = await tx.query<AttentionScope & ChangedTask>(
    `with n as materialized (
       select * from json_to_recordset($1::json)
           as n(integration_key int, order_key bigint, event text, code text, params json)),
     settled as (
       update accounting_task t set done_at = now(), settled = true, settled_by = (
                select jsonb_build_object('kind', d->'kind', 'number', d->'number', 'date', d->'date')
                  from jsonb_array_elements(k.documents::jsonb) d
                 where d->'settles' ? t.code and (d->>'since')::timestamptz > t.created_at
                 order by d->>'date' desc limit 1)
         from unnest($2::int[], $3::bigint[], $4::text[]) as k(integration_key, order_key, documents)
        where t.integration_key = k.integration_key and t.order_key = k.order_key and t.done_at is null
          and not exists (
            select from n where n.integration_key = t.integration_key and n.order_key = t.order_key
               and n.event = t.event)
      returning t.location_id, t.integration_key, t.order_key, t.id, t.code, t.params),
     made as (
     insert into accounting_task as t
            (location_id, company_id, integration_key, order_key, event, code, params)
     select o.location_id, o.company_id, n.integration_key, n.order_key, n.event, n.code, n.params
       from n join sale_order o on o.key = n.order_key
      where not exists (
        select from forgotten_task f
         where f.integration_key = n.integration_key and f.order_key = n.order_key and f.event = n.event)
      order by n.integration_key, n.order_key, n.event
     on conflict (integration_key, order_key, event) do update
        set params = excluded.params, code = excluded.code, done_at = null, settled = null,
            settled_by = null,
            created_at = case when t.done_at is null then t.created_at else now() end
      where case when t.done_at is null then t.params::text <> excluded.params::text
                 else t.settled end
     returning t.location_id, t.integration_key, t.order_key, t.id, t.code, t.params,
               case when xmax = 0 then 'made' when t.created_at = now() then 'reopened' end as change),
     told as (
       insert into task_event (integration_key, order_key, change, code, params)
       select integration_key, order_key, 'settled', code, params from settled
        union all
       select integration_key, order_key, change, code, params from made where change is not null)
     select x.location_id as "locationId", i.id as "integrationId", x.integration_key as "integrationKey",
            x.order_key as "orderKey", x.id as "taskId", x.code, x.params, x.change
       from (select *, 'settled' as change from settled union all select * from made) x
       left join integration i on i.key = x.integration_key
      order by x.id`,
    [
      storableJson(rows),
      found.map(({ integrationKey }) => integrationKey),
      found.map(({ orderKey }) => orderKey),
      found.map(({ documents = [] }) => storableJson(documents)),
    ],
  )
  await notifyAttention(tx, changed)
  await recordEvents(tx, changed.flatMap(taskEvent))
}

interface ChangedTask extends OrderAtIntegration {
  taskId: number
  code: TaskCode
  params: FindingParams
  /** Null: only what it says. */
  change: 'made' | 'reopened' | 'settled' | 'done' | null
}

/** What the platform is told of a task that opened, or is open no more. */
export function taskEvent({
  change,
  integrationKey,
  orderKey,
  taskId,
  code,
  params,
}: ChangedTask): NewEvent[] {
  const of = { integrationKey, orderKey }
  const data = { taskId, code, params }
  if (change === null) return []
  if (change === 'made' || change === 'reopened') return [{ type: 'task.opened', ...of, data }]
  const by = change === 'done' ? 'person' : 'cause'
  return [{ type: 'task.settled', ...of, data: { ...data, by } }]
}

export const FORGET_TASKS = [
  forgetRows('accounting_task', 'integration_key, order_key, event'),
  forgetRows('forgotten_task', 'integration_key, order_key, event'),
  forgetRows('task_event', 'integration_key, id'),
]

/**
 * Deletes tasks that were done more than this many days ago, and older events; returns how many tasks.
 * `forgotten_task` keeps that
 * their event had one, or the next check of the order would create it again. One that settled itself leaves
 * nothing: it opens again with its cause.
 */
export async function sweepTasks(db: Queryable, keepDays: number): Promise<number> {
  await deleteInSteps(
    db,
    `delete from task_event where id in (
       select id from task_event where at < now() - make_interval(days => $1) order by at limit $2)`,
    [keepDays],
  )
  return deleteInSteps(
    db,
    `with old as (
       delete from accounting_task where id in (
         select id from accounting_task where done_at < now() - make_interval(days => $1)
          order by done_at limit $2 for update skip locked)
       returning integration_key, order_key, event, settled),
     remembered as (
       insert into forgotten_task (integration_key, order_key, event)
       select integration_key, order_key, event from old where not settled
           on conflict do nothing)
     select from old`,
    [keepDays],
  )
}
