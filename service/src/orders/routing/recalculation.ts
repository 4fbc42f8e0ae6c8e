import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { findRecalculation } from './pending-recalculation.js'
import { recalculateOrders } from './recalculate-orders.js'

/** Orders in one step: the longest that a put of the company has to wait for. */
const STEP_ORDERS = 500
/** How long a step waits for its lock: puts queue behind it. */
const STEP_LOCK_MS = 500
const LOCK_NOT_AVAILABLE = '55P03'

export interface LockTimeouts {
  firstMs?: number
  /** Must be shorter than puts wait for their locks. */
  longestMs: number
}

/**
 * Returns a function that performs the next step of an integration's recalculation, false when it is finished. A step that does not get
 * its lock doubles the wait of the next one: otherwise a sequence of puts that each take longer than a step waits would starve it.
 */
export function recalculationSteps(
  db: Database,
  integrationKey: number,
  { firstMs = STEP_LOCK_MS, longestMs }: LockTimeouts,
): () => Promise<boolean> {
  let lockMs = firstMs
  return async () => {
    try {
      const more = await stepRecalculation(db, integrationKey, STEP_ORDERS, lockMs)
      lockMs = firstMs
      return more
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE)
        lockMs = Math.max(firstMs, Math.min(2 * lockMs, longestMs))
      throw error
    }
  }
}

/**
 * Schedules a recalculation of what the integration is owed, starting with the first order of its company, even if one is already
 * running. Call it in the transaction that creates or changes the integration and holds the company's `rules` lock exclusively, so that
 * every later put sees the new settings.
 */
export async function beginRecalculation(
  tx: Queryable,
  { key, companyId }: { key: number; companyId: string },
): Promise<void> {
  await tx.query(
    `insert into integration_recalculation as r (integration_key, company_id, first_number, done_number, last_number)
     select $1, $2, first, first - 1, last
       from (select min(sequence_number) as first, max(sequence_number) as last from sale_order where company_id = $2) numbers
      where last is not null
     on conflict (integration_key) do update
        set first_number = excluded.first_number, done_number = excluded.done_number, last_number = excluded.last_number,
            started_at = now(), stepped_at = now()`,
    [key, companyId],
  )
}

/**
 * Recalculates the next orders of an integration by its current settings; false when there is nothing left to do. Any server
 * may run any step: its state is in its row.
 */
export async function stepRecalculation(
  db: Database,
  integrationKey: number,
  orders = STEP_ORDERS,
  lockMs = STEP_LOCK_MS,
): Promise<boolean> {
  return db.transaction(async tx => {
    const before = await findRecalculation(tx, integrationKey)
    if (!before) return false
    await tx.query(`set local lock_timeout = ${Math.round(lockMs)}`)
    await lockCompanies(tx, 'rules', 'exclusive', [before.companyId])
    const pending = await findRecalculation(tx, integrationKey)
    if (!pending) return false
    const { rows } = await tx.query<{ key: number; number: number }>(
      `select key, sequence_number as number from sale_order
        where company_id = $1 and sequence_number > $2 and sequence_number <= $3
        order by sequence_number limit $4`,
      [pending.companyId, pending.doneNumber, pending.lastNumber, orders],
    )
    await recalculateOrders(
      tx,
      pending,
      rows.map(({ key }) => key),
    )
    return recordStep(tx, integrationKey, rows.length < orders ? pending.lastNumber : rows.at(-1)!.number)
  })
}

async function recordStep(tx: Queryable, integrationKey: number, doneNumber: number): Promise<boolean> {
  const done = await tx.query(
    'delete from integration_recalculation where integration_key = $1 and last_number <= $2',
    [integrationKey, doneNumber],
  )
  if (done.rowCount > 0) return false
  await tx.query(
    'update integration_recalculation set done_number = $2, stepped_at = now() where integration_key = $1',
    [integrationKey, doneNumber],
  )
  return true
}

/** Longer than any step takes: after this, the server that ran it is presumed dead. */
const STALLED_SECONDS = 15

/** Integrations whose recalculation no server is working on, some of each location. */
export async function listStalledRecalculations(
  db: Queryable,
): Promise<{ key: number; locationId: string }[]> {
  const { rows } = await db.query<{ key: number; locationId: string }>(
    `select i.key, i.location_id as "locationId"
       from integration_recalculation r join integration i on i.key = r.integration_key
      where r.stepped_at < now() - make_interval(secs => $1)
      order by row_number() over (partition by i.location_id order by r.stepped_at), r.stepped_at limit 100`,
    [STALLED_SECONDS],
  )
  return rows
}
