import { addJob } from '../../db/add-job.js'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { findRecalculation, recalculateOrders } from './pending-recalculation.js'

/** Orders in one step: the longest that a put of the company has to wait for. */
const STEP_ORDERS = 500
/** How long a step waits for its lock: puts queue behind it. */
export const STEP_LOCK_MS = 500

/**
 * Schedules a recalculation of what the integration is owed, from the first order of its company on. Call
 * it in the transaction that writes the integration with the `rules` lock held exclusively, so that every
 * later put sees the new settings.
 */
export async function beginRecalculation(
  tx: Queryable,
  { key, companyId }: { key: number; companyId: string },
): Promise<void> {
  await tx.query(
    `insert into integration_recalculation as r
            (integration_key, company_id, first_number, done_number, last_number)
     select $1, $2, first, first - 1, last
       from (select min(sequence_number) as first, max(sequence_number) as last
               from sale_order where company_id = $2) numbers
      where last is not null
     on conflict (integration_key) do update
        set first_number = excluded.first_number, done_number = excluded.done_number,
            last_number = excluded.last_number, started_at = now()`,
    [key, companyId],
  )
  await addJob(tx, 'recalculate', { integrationKey: key })
}

/** Has unfinished recalculations of a company come to the orders, too, whose numbers were raised meanwhile. */
export async function extendRecalculations(tx: Queryable, companyId: string): Promise<void> {
  await tx.query(
    `update integration_recalculation
        set last_number = greatest(last_number,
                                   (select max(sequence_number) from sale_order where company_id = $1))
      where company_id = $1`,
    [companyId],
  )
}

/** Recalculates the next orders by the current settings; false when none is left. Any server may. */
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
  await tx.query('update integration_recalculation set done_number = $2 where integration_key = $1', [
    integrationKey,
    doneNumber,
  ])
  return true
}
