import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { switchNumbers } from '../../integrations/record-decisions.js'
import { hasOpenBatch, lastBatch } from '../../outbox/batches/batch-sql.js'
import { numberSet } from '../../outbox/entries/entry-sql.js'
import {
  type ClaimNext,
  Collisions,
  findNumberSet,
  type NumberedIntegration,
  openClaims,
} from './claim-all.js'

/** Orders per step; nobody waits for a step. */
const ORDERS_AT_ONCE = 1000
const ROWS_AT_ONCE = 5000
/** A switch takes minutes at most. If one is swept while it runs, it is started again. */
const LONGEST_SWITCH_HOURS = 1

/** Numbers of all orders of a company, claimed in addition to those in use. */
export interface StagedNumbers {
  integration: NumberedIntegration
  id: string
  set: number
  /** Highest sequence number claimed. */
  last: number
  found: Collisions
  claimNext: ClaimNext
}

/**
 * Claims the platform's number of each order in addition to those in use, in short steps without a lock on the company, before an
 * integration begins to use them. Throws AppError `number-taken` if the numbers can't be used. Undefined if a batch is open for the 1C
 * or another switch of the integration has begun.
 */
export async function stageNumbers(
  db: Database,
  integration: NumberedIntegration,
): Promise<StagedNumbers | undefined> {
  const id = await beginSwitch(db, integration)
  if (id === undefined) return undefined
  const { set: inUse, timezone } = await findNumberSet(db, integration.key)
  const set = -inUse
  const found = new Collisions()
  const staged = { integration, id, set, last: 0, found }
  const claimNext = await openClaims(db, integration, { set, timezone }, found)
  try {
    await dropNumbers(db, set)
    for (let more = true; more && !found.isFull(); ) {
      const step = await db.transaction(async tx =>
        (await isUnderWay(tx, staged)) ? claimNext(tx, staged.last, ORDERS_AT_ONCE) : undefined,
      )
      if (!step) return undefined
      more = step.more
      staged.last = step.last
    }
    await found.throwIfAny(db)
  } catch (error) {
    await discardStaged(db, staged)
    throw error
  }
  return { ...staged, claimNext }
}

/**
 * Switches the integration to the staged numbers, including those of orders that arrived meanwhile; false if anything else they
 * depend on has changed. Hold the company's `rules` lock exclusively. Throws AppError `number-taken`.
 */
export async function switchToStaged(tx: Queryable, staged: StagedNumbers): Promise<boolean> {
  const { integration, found, claimNext } = staged
  const { key, companyId } = integration
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  if (!(await isUnderWay(tx, staged)) || (await wasQueriedSince(tx, key))) return false
  for (let step = { last: staged.last, more: true }; step.more; )
    step = await claimNext(tx, step.last, ORDERS_AT_ONCE)
  await found.throwIfAny(tx)
  await switchNumbers(tx, key)
  await tx.query('delete from number_switch where integration_key = $1', [key])
  return true
}

/** Deletes the rows not in use, in short statements. Call it after the change, whether or not it took place. */
export async function discardStaged(
  db: Database,
  { integration: { key }, id }: Pick<StagedNumbers, 'integration' | 'id'>,
): Promise<void> {
  await db.query('delete from number_switch where integration_key = $1 and id = $2', [key, id])
  await dropStaged(db, key)
}

/** Deletes the numbers staged by switches whose server died; returns how many integrations had such numbers. */
export async function sweepSwitches(db: Database): Promise<number> {
  await db.query(`delete from number_switch where started_at < now() - make_interval(hours => $1)`, [
    LONGEST_SWITCH_HOURS,
  ])
  const { rows } = await db.query<{ key: number }>(
    // Ordered, so that one number of each is read by the index, and not all of a large tenant.
    `select i.key from integration i
      cross join lateral (
        select from order_number n where n.integration_key = -(${numberSet('i')})
         order by n.integration_key, n.compared limit 1) staged
      where not exists (select from number_switch s where s.integration_key = i.key)`,
  )
  for (const { key } of rows) await dropStaged(db, key)
  return rows.length
}

/** Call it when the number or date of an existing order changes, which invalidates what was staged. */
export async function endSwitches(tx: Queryable, integrationKeys: readonly number[]): Promise<void> {
  await tx.query('delete from number_switch where integration_key = any($1)', [integrationKeys])
}

/** Registers a switch under the company's lock, so that earlier puts have ended and later ones see it. */
async function beginSwitch(
  db: Database,
  { key, companyId }: NumberedIntegration,
): Promise<string | undefined> {
  return db.transaction(async tx => {
    await lockCompanies(tx, 'rules', 'exclusive', [companyId])
    const { rows } = await tx.query<{ id: string }>(
      `insert into number_switch (integration_key, last_batch)
       select i.key, ${lastBatch('i.key')} from integration i where i.key = $1 and not ${hasOpenBatch('i.key')}
       on conflict (integration_key) do update set id = gen_random_uuid(), last_batch = excluded.last_batch, started_at = now()
       returning id`,
      [key],
    )
    return rows[0]?.id
  })
}

/** Whether the switch still exists; locks it, so that whoever ends or replaces it waits for this step. */
async function isUnderWay(
  tx: Queryable,
  { integration: { key }, id }: Pick<StagedNumbers, 'integration' | 'id'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from number_switch where integration_key = $1 and id = $2 for update',
    [key, id],
  )
  return rowCount === 1
}

async function wasQueriedSince(tx: Queryable, key: number): Promise<boolean> {
  const { rows } = await tx.query<{ queried: boolean }>(
    `select ${lastBatch('$1')} > last_batch as queried from number_switch where integration_key = $1`,
    [key],
  )
  return rows[0]!.queried
}

/** Deletes the numbers not in use, unless a switch is running. Each statement checks again, since another may have begun or ended. */
async function dropStaged(db: Database, key: number): Promise<void> {
  const { set } = await findNumberSet(db, key)
  await dropNumbers(
    db,
    -set,
    `not exists (select from number_switch where integration_key = abs($1))
     and coalesce((select ${numberSet('i')} <> $1 from integration i where i.key = abs($1)), true)`,
  )
}

/** Deletes the rows of a set in short statements. None of them sees what another switch claims after it began. */
async function dropNumbers(db: Database, set: number, condition = 'true'): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `delete from order_number where (integration_key, compared) in (
         select integration_key, compared from order_number where integration_key = $1::int and ${condition} limit $2)`,
      [set, ROWS_AT_ONCE],
    )
    if (rowCount < ROWS_AT_ONCE) return
  }
}
