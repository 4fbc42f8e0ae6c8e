import { type BulkActionKind, describeProblem } from '@obmen/contract'
import { addJob } from '../db/add-job.js'
import type { Database, Queryable } from '../db/database.js'
import { storableJson } from '../db/values.js'
import { AppError, invalidAt } from '../errors/app-error.js'
import type { Author } from '../integrations/changes.js'
import { getIntegration } from '../integrations/integration.js'
import { recordEarlyOrdersSettled } from '../integrations/record-decisions.js'
import type { OrderFilter } from '../orders/listing/list-filter.js'
import { countEarlyOrders, type FirstCall, firstDay } from '../orders/routing/early-orders.js'
import { type BulkAction, getBulkAction } from './bulk-actions.js'
import { stepBulkAction } from './step-bulk-action.js'

export interface BulkActionInput {
  locationId: string
  integrationId: string
  action: BulkActionKind
  /** Why the orders are held. */
  reason?: string | undefined
  /** The platform's ids; unknown ones and those of other companies are ignored. */
  orderIds?: readonly string[] | undefined
  /** All orders of the integration's company that match. */
  filter?: OrderFilter | undefined
  by: Author
}

/** Running actions of one location: each takes up a place in the background work. */
const MAX_RUNNING = 20

/**
 * Records an action, which is then performed in steps.
 * @throws AppError not-found, invalid (paths `/reason`, `/orderIds`), conflict (too many are running)
 */
export async function startBulkAction(db: Database, input: BulkActionInput): Promise<BulkAction> {
  const { locationId, integrationId, action, orderIds, filter, by } = input
  const reason = action === 'hold' ? input.reason?.trim() : undefined
  if (action === 'hold' && !reason) throw invalidAt('/reason', describeProblem('reason-needed'))
  if ((orderIds === undefined) === (filter === undefined))
    throw invalidAt('/orderIds', describeProblem('orders-needed'))
  const { key, companyId } = await getIntegration(db, locationId, integrationId)
  return db.transaction(async tx => {
    await refuseTooMany(tx, locationId)
    const { rows } = await tx.query<{ id: number }>(
      `insert into bulk_action (location_id, integration_key, action, reason, filter, user_id, token_id)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        locationId,
        key,
        action,
        reason ?? null,
        filter === undefined ? null : storableJson({ ...filter, integrationId }),
        by.userId ?? null,
        by.tokenId ?? null,
      ],
    )
    const { id } = rows[0]!
    if (orderIds !== undefined)
      await collect(
        tx,
        id,
        'select key from sale_order where location_id = $2 and company_id = $3 and id = any ($4)',
        [locationId, companyId, orderIds],
      )
    await addJob(tx, 'bulk-action', { id })
    return getBulkAction(tx, locationId, id)
  })
}

/**
 * Settles the early orders that 1C confirmed: it has them, or they are sent again in steps. Returns how many
 * will be, up to COUNTED. @throws AppError conflict
 */
export async function settleEarlyOrders(
  db: Database,
  where: FirstCall,
  { resend, by }: { resend: boolean; by: Author },
): Promise<number> {
  const started = await db.transaction(async tx => {
    const action = resend ? await startResendingEarly(tx, where, by) : undefined
    await recordEarlyOrdersSettled(tx, where.key)
    return action
  })
  if (!started) return 0
  const { id, passed } = started
  // A few are owed when the call is answered. If the server dies before, `find-work` adds the job.
  if ((await stepBulkAction(db, id)) && (await stepBulkAction(db, id)))
    await addJob(db, 'bulk-action', { id })
  return passed
}

async function startResendingEarly(tx: Queryable, where: FirstCall, by: Author) {
  await refuseTooMany(tx, where.locationId)
  const { passed } = await countEarlyOrders(tx, where)
  if (passed === 0) return undefined
  const { start } = await firstDay(tx, where)
  const { rows } = await tx.query<{ id: number }>(
    // The filter is an EarlyFilter.
    `insert into bulk_action (location_id, integration_key, action, filter, user_id, token_id)
     select $1, key, 'resend', json_build_object('early', $3::text, 'settled', early_orders_settled_at), $4, $5
       from integration where key = $2 returning id`,
    [where.locationId, where.key, start.toISOString(), by.userId ?? null, by.tokenId ?? null],
  )
  return { id: rows[0]!.id, passed }
}

/** Releases what an action held, except orders released or held again since. @throws not-found, conflict */
export async function undoBulkAction(
  db: Database,
  locationId: string,
  id: number,
  by: Author,
): Promise<BulkAction> {
  return db.transaction(async tx => {
    await tx.query('select from bulk_action where id = $1 and location_id = $2 for update', [id, locationId])
    const before = await getBulkAction(tx, locationId, id)
    if (before.action !== 'hold' || before.state === 'running' || before.undone)
      throw new AppError('conflict', describeProblem('cannot-undo'))
    await refuseTooMany(tx, locationId)
    const { rows } = await tx.query<{ id: number }>(
      `insert into bulk_action (location_id, integration_key, action, user_id, token_id, undo_of)
       select location_id, integration_key, 'release', $2, $3, id from bulk_action where id = $1
       returning id`,
      [id, by.userId ?? null, by.tokenId ?? null],
    )
    const undo = rows[0]!.id
    await collect(
      tx,
      undo,
      `select order_key from bulk_action_order where action_id = $2 and outcome = 'done'`,
      [id],
    )
    await addJob(tx, 'bulk-action', { id: undo })
    return getBulkAction(tx, locationId, undo)
  })
}

/** Locks the location, so that actions started at once are counted, too. */
async function refuseTooMany(tx: Queryable, locationId: string): Promise<void> {
  await tx.query('select from location where id = $1 for no key update', [locationId])
  const { rows } = await tx.query<{ running: number }>(
    `select count(*) as running from bulk_action where location_id = $1 and state = 'running'`,
    [locationId],
  )
  if (rows[0]!.running >= MAX_RUNNING)
    throw new AppError('conflict', describeProblem('too-many-bulk-actions', { limit: MAX_RUNNING }))
}

/** `orders` gives order keys; its parameters begin at $2. */
async function collect(tx: Queryable, id: number, orders: string, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `with found as (
       insert into bulk_action_order (action_id, order_key) select $1, key from (${orders}) o(key)
       on conflict do nothing returning 1)
     update bulk_action set total = (select count(*) from found) where id = $1`,
    [id, ...values],
  )
}
