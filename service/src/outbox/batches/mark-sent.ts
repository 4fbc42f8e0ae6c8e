import type { Database, Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { markStaleSql } from '../../findings/recalculate.js'
import { neverSentAt } from '../entries/entry-sql.js'
import { recordPayments } from '../payments/payment-export.js'
import { TEXTS } from '../texts.js'
import { statesBefore } from './batch-states.js'

/** So that each statement about a batch of 50,000 orders stays far below the timeout. */
const ITEMS_AT_ONCE = 5000

/**
 * Commits that the batch was sent, all of it or nothing; call it before the chunk with the closing tag. From
 * now on O7 and O8 hold for it. False if it was abandoned meanwhile; throws if another batch sent a payment
 * in another way, or an order with other items: the answer must then be cut off.
 */
export async function markSent(db: Database, batchId: number, itemsAtOnce = ITEMS_AT_ONCE): Promise<boolean> {
  return db.transaction(async tx => {
    const { rows } = await tx.query<{ key: number }>(
      `update outbox_batch set state = 'sent', sent_at = now() where id = $1 and state = any($2)
        returning integration_key as key`,
      [batchId, statesBefore('finished', 'sent')],
    )
    if (!rows[0]) return false
    const { key } = rows[0]
    let after = 0
    for (;;) {
      const last = await lockItems(tx, key, { batchId, after, limit: itemsAtOnce })
      if (last === null) break
      await markEntries(tx, key, { batchId, after, last })
      after = last
    }
    await recordPayments(tx, key, batchId)
    return true
  })
}

/**
 * Locks the next entries of a batch in the order of their keys; returns the last key. A statement of its own,
 * so that the next one sees what was committed while this one waited: another batch that was sent, or a link.
 */
async function lockItems(
  tx: Queryable,
  integrationKey: number,
  { batchId, after, limit }: { batchId: number; after: number; limit: number },
): Promise<number | null> {
  const { rows } = await tx.query<{ last: number | null }>(
    `select max(i.order_key) as last, count(e.order_key)
       from (select order_key from outbox_batch_item where batch_id = $2 and order_key > $3
              order by order_key limit $4) i
       left join lateral (
        select x.order_key from outbox_entry x
         where x.integration_key = $1 and x.order_key = i.order_key for no key update) e on true`,
    [integrationKey, batchId, after, limit],
  )
  return rows[0]!.last
}

/**
 * An order that stopped matching the rules meanwhile is owed in its newest revision. Findings that assumed it
 * unsent, or the links of now, are stale. One that another batch sent meanwhile, while a link changed, went
 * with other items: that batch counts. No joins: without statistics PostgreSQL would join all entries with
 * each order.
 */
async function markEntries(
  tx: Queryable,
  integrationKey: number,
  { batchId, after, last }: { batchId: number; after: number; last: number },
): Promise<void> {
  const { rows } = await tx.query<{ differs: boolean }>(
    `with batch as materialized (select opened_at, line_ids from outbox_batch where id = $2),
     given as materialized (
       select e.*, ${neverSentAt('i.place')} as as_new
         from (select * from outbox_batch_item
                where batch_id = $2 and order_key > $3 and order_key <= $4 order by order_key) i
        cross join lateral (
          select x.order_key, x.first_sent_at, x.links_at, x.line_ids from outbox_entry x
           where x.integration_key = $1 and x.order_key = i.order_key offset 0) e),
     overtaken as materialized (
       select min(least(g.links_at, b.opened_at)) as since, max(greatest(g.links_at, b.opened_at)) as until,
              bool_or(g.line_ids <> b.line_ids) as other_ids
         from given g cross join batch b where g.as_new and g.first_sent_at is not null),
     marked as (
       update outbox_entry e
          set first_sent_at = coalesce(e.first_sent_at, now()), last_sent_at = now(),
              (sent_revision, sent_number) = (
                select greatest(e.sent_revision, i.revision), coalesce(e.sent_number, i.number)
                  from outbox_batch_item i where i.batch_id = $2 and i.order_key = e.order_key),
              links_at = case when e.first_sent_at is null then (select opened_at from batch)
                              else e.links_at end,
              line_ids = case when e.first_sent_at is null then (select line_ids from batch)
                              else e.line_ids end,
              pending_revision = case when e.pending_revision = 0 then e.latest_revision
                                      else e.pending_revision end,
              owed_since = case when e.pending_revision = 0 then now() else e.owed_since end
        where e.integration_key = $1 and e.order_key = any(array(select order_key from given))
       returning e.order_key, e.latest_revision > e.sent_revision as changed),
     stale as (
       ${markStaleSql(
         '$1',
         `(select order_key from marked where changed
            union all
           select order_key from given
            where first_sent_at is null
              and exists (select from batch b join catalogue_link l
                            on l.integration_key = $1 and greatest(l.since, l.until) > b.opened_at)) m`,
       )})
     select exists (
       select from overtaken o join catalogue_link l on l.integration_key = $1
        where o.other_ids or l.since > o.since and l.since <= o.until
           or l.until > o.since and l.until <= o.until) as differs`,
    [integrationKey, batchId, after, last],
  )
  if (rows[0]!.differs) throw new AppError('conflict', TEXTS.linkedDifferently)
}
