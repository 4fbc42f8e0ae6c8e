import { describeProblem } from '@obmen/contract'
import type { Total } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { notifyAttention } from '../db/live-channel.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { sumsSql } from '../db/rows.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { recordEvents } from '../events/record-events.js'
import { appliedClient, type OrderAtIntegration } from '../findings/finding.js'
import { entryJoin, numberSql } from '../outbox/entries/entry-sql.js'
import type { Task } from './task.js'
import { taskEvent } from './write-tasks.js'

export interface TasksFilter extends PageRequest {
  state: 'open' | 'done'
  companyId?: string | undefined
  integrationId?: string | undefined
  orderId?: string | undefined
  /** ISO instants of when it appeared, or was done: from inclusive, to exclusive. */
  from?: string | undefined
  to?: string | undefined
}

/** More are neither counted nor added up. */
const MOST = 20_000

const SELECT = `
  select t.id, t.code, t.params, t.company_id as "companyId", c.name as "companyName",
         i.id as "integrationId", i.name as "integrationName",
         ${appliedClient('i')} as client, o.id as "orderId", o.platform_number as number,
         ${numberSql('e.sent_number', 'i.key', 'o.key', 'o.sequence_number')} as "numberIn1c",
         t.created_at as "createdAt", t.done_at as "doneAt",
         coalesce(nullif(u.name, ''), u.email, k.name) as "doneBy", t.settled_by as "settledBy"
    from accounting_task t
    join company c on c.id = t.company_id
    join integration i on i.key = t.integration_key
    join sale_order o on o.key = t.order_key
    left join ${entryJoin('e', 't.integration_key', 't.order_key')}
    left join user_account u on u.id = t.done_by
    left join api_token k on k.id = t.done_token`

/** What has to be done by hand in a location's 1C bases, or was done; newest first. */
export async function listTasks(
  db: Queryable,
  scope: Scope,
  { limit, cursor, ...filter }: TasksFilter,
): Promise<Page<Task>> {
  const [where, values] = tasksWhere(scope, filter)
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<Task>(
    `${SELECT} where ${where} and ($8::bigint is null or t.id < $8) order by t.id desc limit $9`,
    [...values, before?.[0] ?? null, limit + 1],
  )
  return toPage(rows, limit, row => [row.id])
}

/** How many tasks such a list has, and the sums that they name. */
export async function countTasks(db: Queryable, scope: Scope, filter: TasksWhere): Promise<Total> {
  const [where, values] = tasksWhere(scope, filter)
  const { rows } = await db.query<{ count: number; sums: Total['sums'] }>(
    `with found as materialized (
       select (t.params->>'amount')::numeric as total, t.params->>'currency' as currency
         from accounting_task t join sale_order o on o.key = t.order_key where ${where} limit ${MOST + 1})
     select count(*), ${sumsSql('found where currency is not null')} as sums from found`,
    values,
  )
  const { count, sums } = rows[0]!
  return count > MOST ? { count: MOST, exact: false } : { count, exact: true, sums }
}

type TasksWhere = Omit<TasksFilter, keyof PageRequest>

/** Conditions on tasks `t` of orders `o`, and the values $1 to $7. */
function tasksWhere(
  scope: Scope,
  { state, companyId, integrationId, orderId, from, to }: TasksWhere,
): [where: string, values: unknown[]] {
  const at = state === 'open' ? 't.created_at' : 't.done_at'
  return [
    `t.location_id = $1 and t.done_at is ${state === 'open' ? 'null' : 'not null'}
       and ($2::uuid is null or t.company_id = $2) and ${companySeenSql('t.company_id', '$3')}
       and ($4::text is null or o.id = $4)
       and ($5::timestamptz is null or ${at} >= $5) and ($6::timestamptz is null or ${at} < $6)
       and ($7::uuid is null or t.integration_key = (select key from integration where id = $7))`,
    [
      locationIn(scope),
      companyId ?? null,
      companiesIn(scope),
      orderId ?? null,
      from ?? null,
      to ?? null,
      integrationId ?? null,
    ],
  ]
}

/** How many are open, and since when the newest of them, for the menu. */
export async function countOpenTasks(
  db: Queryable,
  scope: Scope,
): Promise<{ open: number; since: Date | null }> {
  const { rows } = await db.query<{ open: number; since: Date | null }>(
    `select count(*) as open, max(created_at) as since from accounting_task
      where location_id = $1 and done_at is null and ${companySeenSql('company_id', '$2')}`,
    [locationIn(scope), companiesIn(scope)],
  )
  return rows[0]!
}

/** An accountant has had time for it. */
const OVERDUE = "interval '3 days'"

/** Of each location that has any: tasks that have been open for too long. */
export async function countOverdueTasks(
  db: Queryable,
): Promise<{ locationId: string; tasks: number; since: Date }[]> {
  const { rows } = await db.query<{ locationId: string; tasks: number; since: Date }>(
    `select location_id as "locationId", count(*)::int as tasks, min(created_at) as since
       from accounting_task where done_at is null and created_at < now() - ${OVERDUE} group by location_id`,
  )
  return rows
}

/** Who changes a task, with the name that the history of its order shows. */
export interface TaskAuthor {
  userId?: string | undefined
  tokenId?: string | undefined
  name?: string | undefined
}

export interface ChangedTask {
  task: Task
  /** The order if the task was changed: its findings may have, too. */
  changed: OrderAtIntegration | undefined
}

/**
 * Marks a task as done, also one that settled itself; doing it twice changes nothing. AppError `not-found`.
 */
export const finishTask = (tx: Queryable, scope: Scope, id: number, by: TaskAuthor): Promise<ChangedTask> =>
  changeTask(tx, scope, id, {
    by,
    change: 'done',
    set: 'done_at = now(), settled = false, settled_by = null, done_by = by.person, done_token = by.token',
    where: 't.done_at is null or t.settled',
  })

/** Opens a task again that a person finished; of any other it changes nothing. AppError `not-found`. */
export const reopenTask = (tx: Queryable, scope: Scope, id: number, by: TaskAuthor): Promise<ChangedTask> =>
  changeTask(tx, scope, id, {
    by,
    change: 'reopened',
    set: 'done_at = null, settled = null, done_by = null, done_token = null',
    where: 't.done_at is not null and not coalesce(t.settled, false)',
  })

interface TaskChange {
  by: TaskAuthor
  change: 'done' | 'reopened'
  /** SQL; `by` has the person and the token. */
  set: string
  where: string
}

/** Changes a task and tells it to the history. Locks its order, as a put does. */
async function changeTask(
  tx: Queryable,
  scope: Scope,
  id: number,
  { by, change, set, where }: TaskChange,
): Promise<ChangedTask> {
  const seen = [locationIn(scope), id, companiesIn(scope)]
  const own = `t.location_id = $1 and t.id = $2 and ${companySeenSql('t.company_id', '$3')}`
  await tx.query(
    `select from sale_order where key = (select t.order_key from accounting_task t where ${own})
        for no key update`,
    seen,
  )
  const { rows: changed } = await tx.query<OrderAtIntegration>(
    `with by as (select $4::uuid as person, $5::uuid as token),
     changed as (
       update accounting_task t set ${set} from by where ${own} and (${where})
       returning t.integration_key, t.order_key, t.code, t.params)
     insert into task_event (integration_key, order_key, change, code, params, by_name)
     select integration_key, order_key, $6, code, params, $7 from changed
     returning integration_key as "integrationKey", order_key as "orderKey"`,
    [...seen, uuidOrNull(by.userId), uuidOrNull(by.tokenId), change, by.name ?? null],
  )
  const { rows } = await tx.query<Task>(`${SELECT} where ${own}`, seen)
  if (!rows[0]) throw new AppError('not-found', describeProblem('task-not-found'))
  if (changed[0]) {
    await notifyAttention(tx, [{ locationId: locationIn(scope), integrationId: rows[0].integrationId }])
    const { code, params } = rows[0]
    await recordEvents(tx, taskEvent({ ...changed[0], taskId: id, code, params, change }))
  }
  return { task: rows[0], changed: changed[0] }
}

function uuidOrNull(id: string | undefined): string | null {
  return id !== undefined && isUuid(id) ? id : null
}
