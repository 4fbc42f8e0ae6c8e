import type { Database, Queryable } from '../../db/database.js'
import { markStaleSql } from '../../findings/recalculate.js'
import { recordPayments } from '../payments/record-payments.js'
import { statesBefore } from './batch-states.js'

/**
 * Commits that the batch was sent completely; call it before sending the chunk with the closing tag. From now on its orders are
 * followed (O7) and keep the ids of their linked lines, and its payments are always sent in the same way (O8). Returns false if the batch
 * was abandoned meanwhile: the answer must then be cut off, or 1C would keep orders whose success is refused. Throws if another batch,
 * sent meanwhile, sent one of the payments differently.
 */
export async function markSent(db: Database, batchId: number): Promise<boolean> {
  return db.transaction(async tx => {
    const { rows } = await tx.query<{ key: number }>(
      `update outbox_batch set state = 'sent', sent_at = now() where id = $1 and state = any($2)
        returning integration_key as key`,
      [batchId, statesBefore('finished', 'sent')],
    )
    if (!rows[0]) return false
    await markEntries(tx, rows[0].key, batchId)
    await recordPayments(tx, rows[0].key, batchId)
    return true
  })
}

/**
 * If an order stopped matching the rules while it was being sent, its newest revision is owed from now on. Entries are locked in the
 * order of their keys, as everywhere. No joins: until there are statistics on a new integration, PostgreSQL expects a few rows and would
 * join all its entries with each order of the batch. Findings of an order that changed meanwhile are stale: they assumed it was unsent.
 */
async function markEntries(tx: Queryable, integrationKey: number, batchId: number): Promise<void> {
  await tx.query(
    `with given as materialized (
       select e.order_key
         from (select order_key from outbox_batch_item where batch_id = $2 order by order_key) i
         cross join lateral (
           select x.order_key from outbox_entry x
            where x.integration_key = $1 and x.order_key = i.order_key for no key update) e),
     marked as (
     update outbox_entry e
        set first_sent_at = coalesce(e.first_sent_at, now()), last_sent_at = now(),
            sent_revision = greatest(e.sent_revision, (
              select i.revision from outbox_batch_item i where i.batch_id = $2 and i.order_key = e.order_key)),
            sent_number = coalesce(e.sent_number, (
              select i.number from outbox_batch_item i where i.batch_id = $2 and i.order_key = e.order_key)),
            links_at = case when e.first_sent_at is null then (select opened_at from outbox_batch where id = $2) else e.links_at end,
            line_ids = case when e.first_sent_at is null then (select line_ids from outbox_batch where id = $2) else e.line_ids end,
            pending_revision = case when e.pending_revision = 0 then e.latest_revision else e.pending_revision end,
            owed_since = case when e.pending_revision = 0 then now() else e.owed_since end
      where e.integration_key = $1 and e.order_key = any(array(select order_key from given))
      returning e.order_key, e.latest_revision > e.sent_revision as changed)
     ${markStaleSql('$1', '(select order_key from marked where changed) m')}`,
    [integrationKey, batchId],
  )
}
