import { describeProblem } from '@obmen/contract'
import type { BulkAction as ShownAction } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { deleteInSteps } from '../db/rows.js'
import { AppError } from '../errors/app-error.js'
import { entryJoin, owedSql } from '../outbox/entries/entry-sql.js'

/** An action on many orders of one 1C, and its progress. */
export type BulkAction = WithTimes<Omit<ShownAction, 'total' | 'undoable'>, 'createdAt' | 'finishedAt'> & {
  /** The orders that match its filter are still being collected. */
  collecting: boolean
  /** Of those collected so far. */
  total: number
  /** A later action undid it. */
  undone: boolean
}

/** Orders of an action that are asked whether they still wait. */
const ASKED = 1000
const PENDING = `exists (
  select from (select order_key from bulk_action_order
                where action_id = b.id and outcome = 'done' order by order_key limit ${ASKED}) o
    join ${entryJoin('e', 'b.integration_key', 'o.order_key')}
   where case b.action when 'hold' then e.held_since is not null else ${owedSql('e')} end)`

const SELECT_BULK_ACTIONS = `
  select b.id, i.id as "integrationId", i.name as "integrationName", b.action, b.reason, b.state,
         b.state = 'running' and b.filter is not null as collecting, b.total, b.done, b.skipped,
         coalesce(nullif(u.name, ''), u.email, k.name) as by, b.undo_of as "undoOf",
         exists (select from bulk_action undo where undo.undo_of = b.id) as undone,
         b.done > 0 and ${PENDING} as pending, b.created_at as "createdAt", b.finished_at as "finishedAt"
    from bulk_action b
    join integration i on i.key = b.integration_key
    left join user_account u on u.id = b.user_id
    left join api_token k on k.id = b.token_id`

/** AppError `not-found`, also for an action of another location. */
export async function getBulkAction(db: Queryable, locationId: string, id: number): Promise<BulkAction> {
  const { rows } = await db.query<BulkAction>(
    `${SELECT_BULK_ACTIONS} where b.id = $1 and b.location_id = $2`,
    [id, locationId],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('bulk-action-not-found'))
  return rows[0]
}

/** A location's bulk actions, or those of a state, newest first. */
export async function listBulkActions(
  db: Queryable,
  locationId: string,
  { state, limit, cursor }: PageRequest & { state?: BulkAction['state'] | undefined },
): Promise<Page<BulkAction>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<BulkAction>(
    `${SELECT_BULK_ACTIONS}
      where b.location_id = $1 and ($2::bigint is null or b.id < $2) and ($4::text is null or b.state = $4)
      order by b.id desc limit $3`,
    [locationId, before?.[0] ?? null, limit + 1, state ?? null],
  )
  return toPage(rows, limit, row => [row.id])
}

/** Stops an action: what it has done stays done. Does nothing if it is finished. AppError `not-found`. */
export async function cancelBulkAction(db: Queryable, locationId: string, id: number): Promise<void> {
  const { rowCount } = await db.query(
    `update bulk_action set state = case state when 'running' then 'canceled' else state end,
            finished_at = coalesce(finished_at, now())
      where id = $1 and location_id = $2`,
    [id, locationId],
  )
  if (rowCount === 0) throw new AppError('not-found', describeProblem('bulk-action-not-found'))
}

const ROWS_AT_ONCE = 5000

/** Deletes actions that finished this long ago: their orders first, of which there may be millions. */
export async function sweepBulkActions(db: Queryable, keepDays: number): Promise<number> {
  const expired = `b.state <> 'running' and b.finished_at < now() - make_interval(days => $1)`
  await deleteInSteps(
    db,
    `delete from bulk_action_order where (action_id, order_key) in (
       select o.action_id, o.order_key from bulk_action b join bulk_action_order o on o.action_id = b.id
        where ${expired} limit $2)`,
    [keepDays],
    ROWS_AT_ONCE,
  )
  return (await db.query(`delete from bulk_action b where ${expired}`, [keepDays])).rowCount
}

const CANCEL_RUNNING = `
  update bulk_action set state = 'canceled', finished_at = now() where state = 'running'`

/** Cancels the running actions of an integration, in the transaction that removes it. */
export async function cancelBulkActionsOf(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query(`${CANCEL_RUNNING} and integration_key = $1`, [integrationKey])
}

/** Cancels the running actions of all locations; returns how many. What they have done stays done. */
export async function cancelAllBulkActions(db: Queryable): Promise<number> {
  return (await db.query(CANCEL_RUNNING)).rowCount
}

/** Deletes orders of a removed integration's actions, and then these; returns how many orders. */
export async function forgetBulkActions(
  db: Queryable,
  integrationKey: number,
  limit: number,
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from bulk_action_order where (action_id, order_key) in (
       select o.action_id, o.order_key from bulk_action b join bulk_action_order o on o.action_id = b.id
        where b.integration_key = $1 limit $2)`,
    [integrationKey, limit],
  )
  if (rowCount < limit) await db.query('delete from bulk_action where integration_key = $1', [integrationKey])
  return rowCount
}
