import type { Database, Queryable } from '../db/database.js'
import { statesBefore } from './batches/batch-states.js'
import { deleteNextItems } from './batches/end-batches.js'

const STEP_ENTRIES = 1000

/**
 * Abandons the batches of an integration that is being removed, so that none of them is marked as sent any
 * more; forgetItems deletes their items later. Hold the company's `rules` lock exclusively.
 */
export async function abandonBatches(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query(
    `update outbox_batch set state = 'abandoned', abandoned_at = now()
      where integration_key = $1 and state = any($2)`,
    [integrationKey, statesBefore('query', 'abandoned')],
  )
}

/**
 * Deletes what a removed integration was owed, and its payments, for the next entries after `after`; returns
 * the last key. What was ever sent stays, or it would count as never sent.
 */
export async function forgetEntries(
  db: Database,
  integrationKey: number,
  after: number,
): Promise<number | undefined> {
  const { rows } = await db.query<{ last: number | null; count: number }>(
    `with step as materialized (
       select e.order_key, e.first_sent_at from outbox_entry e
        where e.integration_key = $1 and e.order_key > $2
          and exists (select from removed_integration where key = $1 and forgetting)
        order by e.order_key limit $3 for update),
     dropped as (
       delete from outbox_entry e using step
        where e.integration_key = $1 and e.order_key = step.order_key and step.first_sent_at is null),
     payments as (
       delete from payment_export p using step where p.integration_key = $1 and p.order_key = step.order_key),
     settled as (
       update outbox_entry e set pending_revision = 0 from step
        where e.integration_key = $1 and e.order_key = step.order_key and step.first_sent_at is not null
          and e.pending_revision > e.confirmed_revision)
     select max(order_key) as last, count(*) as count from step`,
    [integrationKey, after, STEP_ENTRIES],
  )
  const { last, count } = rows[0]!
  return count === STEP_ENTRIES ? last! : undefined
}

/** Deletes the next items of a removed integration's abandoned batches; false when none is left. */
export async function forgetItems(db: Database, integrationKey: number): Promise<boolean> {
  const { rows } = await db.query<{ id: number }>(
    `select id from outbox_batch where integration_key = $1 and state = 'abandoned'`,
    [integrationKey],
  )
  const batchIds = rows.map(({ id }) => id)
  return deleteNextItems(db, batchIds)
}
