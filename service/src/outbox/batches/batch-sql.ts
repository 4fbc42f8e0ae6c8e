import { isStillOffered, owedSql } from '../entries/entry-sql.js'

// SQL that other rooms compose with their own tables. The room's README explains the columns.

/** Whether an answer that is still being sent to an integration's 1C contains an order. */
export const isBeingSent = (integrationKey: string, orderKey: string): string =>
  `exists (${openItem(integrationKey, orderKey, '')})`

/** The order's number in that answer; null if there is none. */
export const numberBeingSent = (integrationKey: string, orderKey: string): string =>
  `(${openItem(integrationKey, orderKey, 'item.number')} limit 1)`

export const hasOpenBatch = (integrationKey: string): string =>
  `exists (select from outbox_batch batch where batch.integration_key = ${integrationKey}
      and batch.state = 'open')`

const openItem = (integrationKey: string, orderKey: string, column: string): string =>
  `select ${column} from outbox_batch_item item join outbox_batch batch on batch.id = item.batch_id
    where item.order_key = ${orderKey} and batch.integration_key = ${integrationKey} and batch.state = 'open'`

/** Whether the entry `e` is owed in the very revision that an open or sent batch contains. */
export const isOffered = (e: string): string => `(${owedSql(e)} and exists (
  select from outbox_batch_item item join outbox_batch batch on batch.id = item.batch_id
   where item.order_key = ${e}.order_key and batch.integration_key = ${e}.integration_key
       and batch.state in ('open', 'sent') and ${isStillOffered('batch', `${e}.owed_since`)}
     and item.revision = ${e}.pending_revision and item.resend_count = ${e}.resend_count))`

/** The latest offer of an order as JSON (`at`, `revision`, `resendCount`); null unless it still is one. */
export const latestOffer = (integrationKey: string, orderKey: string, owedSince: string): string => `(
  select case when ${isStillOffered('batch', owedSince)} then
           json_build_object('at', coalesce(batch.sent_at, batch.opened_at), 'revision', item.revision,
               'resendCount', item.resend_count)
         end
    from outbox_batch_item item join outbox_batch batch on batch.id = item.batch_id
   where item.order_key = ${orderKey} and batch.integration_key = ${integrationKey}
       and batch.state <> 'abandoned'
   order by item.batch_id desc limit 1)`

export const isInBatch = (orderKey: string, revision: string): string =>
  `exists (select from outbox_batch_item item where item.order_key = ${orderKey}
      and item.revision = ${revision})`

/** The revisions of an order that were sent to an integration's 1C, as far as batches are stored. */
export const revisionsSent = (integrationKey: string, orderKey: string): string =>
  `select item.revision from outbox_batch_item item
     join outbox_batch batch on batch.id = item.batch_id and batch.integration_key = ${integrationKey}
         and batch.sent_at is not null
    where item.order_key = ${orderKey}`

/** A success confirms in the order of keys, in parts. */
const isConfirmedItem = `(batch.state = 'confirmed' or item.order_key <= batch.confirmed_through)`

/** The same as often as each was sent, with `sent_at` and `confirmed`. */
export const loadsSent = (integrationKey: string, orderKey: string): string =>
  `select item.revision, batch.sent_at, ${isConfirmedItem} as confirmed from outbox_batch_item item
     join outbox_batch batch on batch.id = item.batch_id and batch.integration_key = ${integrationKey}
         and batch.sent_at is not null
    where item.order_key = ${orderKey}`

/** Whether an integration's 1C ever confirmed an order, as far as batches are stored: also one sent again. */
export const wasConfirmed = (integrationKey: string, orderKey: string): string =>
  `exists (select from outbox_batch_item item
             join outbox_batch batch on batch.id = item.batch_id
                 and batch.integration_key = ${integrationKey} and ${isConfirmedItem}
            where item.order_key = ${orderKey})`

export const wasQueried = (integrationKey: string): string =>
  `exists (select from outbox_batch where integration_key = ${integrationKey})`

/** Whether a session has not confirmed all that it was sent, by calls with its cookie or without. */
export const hasUnconfirmedBatch = (sessionId: string, { byCookie }: { byCookie: boolean }): string =>
  `exists (select from outbox_batch batch
            where batch.session_id = ${sessionId} and batch.by_cookie = ${byCookie}
                and batch.state <> 'confirmed')`

/**
 * Whether a success without a cookie may mean an unconfirmed batch: one asked for without a cookie is, one of
 * the latest was given up, or none of the latest was asked for so.
 */
export const mayBeUnconfirmedWithoutCookie = (integrationKey: string): string =>
  `(exists (select from outbox_batch batch where batch.integration_key = ${integrationKey}
      and batch.state in ('open', 'sent') and not batch.by_cookie)
    or coalesce((
      select bool_or(state <> 'confirmed' and not by_cookie) or count(*) = ${LOOKED_AT}
          and bool_and(by_cookie)
        from (select state, by_cookie from outbox_batch where integration_key = ${integrationKey}
            order by id desc limit ${LOOKED_AT}) latest
      ), false))`

const LOOKED_AT = 10

/** Number of answers with orders that were sent completely in a session, to calls with its cookie. */
export const answersSent = (sessionId: string): string =>
  `(select count(*) from outbox_batch batch
     where batch.session_id = ${sessionId} and batch.by_cookie and batch.sent_at is not null
         and batch.order_count > 0)`

/** The `limit` orders that an integration's 1C confirmed last, with `at`; of as many batches. */
export const latestConfirmedOrders = (integrationKey: string, limit: string): string =>
  `select item.order_key, max(batch.confirmed_at) as at
     from (select * from outbox_batch where integration_key = ${integrationKey} and state = 'confirmed'
              and order_count > 0 order by id desc limit ${limit}) batch
     join outbox_batch_item item on item.batch_id = batch.id
    group by item.order_key order by at desc, item.order_key desc limit ${limit}`

/** An integration's latest confirmed batch with orders: `id`, `at`. */
export const latestConfirmedBatch = (integrationKey: string): string =>
  `(select batch.id, batch.confirmed_at as at from outbox_batch batch
     where batch.integration_key = ${integrationKey} and batch.state = 'confirmed' and batch.order_count > 0
         order by batch.id desc limit 1)`

/**
 * An integration's unconfirmed batches with orders after batch `after`: `id`, `session_id`, `order_count`,
 * `sent_at`, `ended_at`. One that is still open is included once it is older than `minutes`, one that was
 * sent
 * while any of its orders is owed as it was then.
 */
export const unconfirmedBatches = (integrationKey: string, after: string, minutes: string): string =>
  `(select batch.id, batch.session_id, batch.order_count, batch.sent_at, coalesce(batch.sent_at,
      batch.abandoned_at, batch.opened_at) as ended_at
      from outbox_batch batch
     where batch.integration_key = ${integrationKey} and batch.id > ${after} and batch.order_count > 0
       and (batch.state <> 'open' or batch.opened_at < now() - make_interval(mins => ${minutes}))
       and (batch.state <> 'sent' or exists (
         select from outbox_batch_item item
          cross join lateral (
            select from outbox_entry e
             where e.integration_key = batch.integration_key and e.order_key = item.order_key
               and ${owedSql('e')} and batch.sent_at >= e.owed_since offset 0) still
          where item.batch_id = batch.id)))`

/** The next `limit` items that a session was sent, by batch and order, after the given one. */
export const itemsOfSession = (sessionId: string, batchId: string, orderKey: string, limit: string): string =>
  `(select batch.id as batch_id, batch.state, batch.integration_key, item.order_key, item.revision,
      item.number
      from outbox_batch batch
     cross join lateral (
       select order_key, revision, number from outbox_batch_item
        where batch_id = batch.id and order_key > case when batch.id = ${batchId} then ${orderKey} else 0 end
        order by order_key limit ${limit}) item
     where batch.session_id = ${sessionId} and batch.id >= ${batchId}
     order by batch.id, item.order_key limit ${limit})`

/** Items of an integration's open and sent batches (index outbox_batch_unconfirmed), as a subquery. */
export const unconfirmedItems = (integrationKey: string): string =>
  `(select g.* from outbox_batch b join outbox_batch_item g on g.batch_id = b.id
     where b.integration_key = ${integrationKey} and b.state in ('open', 'sent'))`
