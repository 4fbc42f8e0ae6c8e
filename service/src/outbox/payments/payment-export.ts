import type { Queryable } from '../../db/database.js'
import { deleteInSteps } from '../../db/rows.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'

/** How a payment was first sent to a 1C, or is about to be: 1C recognizes it by this (O8). */
export interface PaymentExport {
  paymentId: string
  number: number
  method: string
  /** requisites: all payments of the order are sent as one, with one number and method. */
  form: 'requisites' | 'documents'
  gateway: string
}

/** The payments of an order sent to an integration (`order`: its key as SQL), as JSON; null if none. */
export function paymentExportsSql(integration: string, order: string): string {
  return `(
    select json_agg(json_build_object('paymentId', x.payment_id, 'number', x.number, 'method', x.method,
                                      'form', x.form, 'gateway', x.gateway))
      from payment_export x where x.integration_key = ${integration} and x.order_key = ${order})`
}

/** Joins the payments of an order that were sent to an integration: `method`, `form`, `gateway`. */
export const sentPaymentsJoin = (x: string, integrationKey: string, orderKey: string): string =>
  `payment_export ${x} on ${x}.integration_key = ${integrationKey} and ${x}.order_key = ${orderKey}`

/** The `limit` latest payments that were sent to an integration, as a subquery with `order_key`. */
export const latestSentPayments = (integrationKey: string, limit: string): string =>
  `(select * from payment_export where integration_key = ${integrationKey}
     order by order_key desc limit ${limit})`

export interface DraftedPayment extends PaymentExport {
  orderKey: number
}

/**
 * Records which payments a page of a batch sends for the first time, and how. This takes effect once the
 * batch is marked as sent, so call it before that, with the payments sorted by the keys of their orders.
 */
export async function draftPayments(
  db: Queryable,
  batchId: number,
  payments: readonly DraftedPayment[],
): Promise<void> {
  const [first] = payments
  if (!first) return
  const rows = payments.map(({ orderKey, paymentId, ...sent }) => {
    return { ...sent, order_key: orderKey, payment_id: paymentId }
  })
  await db.query(
    'insert into payment_export_draft (batch_id, first_order_key, payments) values ($1, $2, $3)',
    [batchId, first.orderKey, JSON.stringify(rows)],
  )
}

const ROWS_AT_ONCE = 200

/** Deletes drafts of payments of batches that were never sent, in short statements. */
export async function sweepDrafts(db: Queryable): Promise<void> {
  await deleteInSteps(
    db,
    `delete from payment_export_draft where (batch_id, first_order_key) in (
       select d.batch_id, d.first_order_key
         from payment_export_draft d join outbox_batch b on b.id = d.batch_id
        where b.state <> 'open' or b.session_id is null
        limit $1 for update of d skip locked)`,
    [],
    ROWS_AT_ONCE,
  )
}

/**
 * Records how a batch sends payments for the first time; throws if another one sent any differently (O8).
 * Call it when the batch's entries are locked, so that the second batch sees what the first recorded. Looks
 * payments up order by order: a join needs statistics.
 */
export async function recordPayments(tx: Queryable, integrationKey: number, batchId: number): Promise<void> {
  const { rows } = await tx.query<{ differs: boolean }>(
    `with drafts as (
       delete from payment_export_draft where batch_id = $2 returning payments),
     drafted as materialized (
       select t.* from drafts, json_to_recordset(payments)
              as t(order_key bigint, payment_id text, number bigint, method text, form text, gateway text)),
     recorded as (
       insert into payment_export (integration_key, order_key, payment_id, number, method, form, gateway)
       select $1, order_key, payment_id, number, method, form, gateway from drafted
        order by order_key, payment_id
       on conflict do nothing)
     select exists (
       select from drafted t cross join lateral (
         select from payment_export x
          where x.integration_key = $1 and x.order_key = t.order_key
            and (x.form <> t.form
                 or ((x.payment_id = t.payment_id or x.form = 'requisites')
                     and (x.number, x.method) <> (t.number, t.method)))
          limit 1) other) as differs`,
    [integrationKey, batchId],
  )
  if (rows[0]!.differs) throw new AppError('conflict', TEXTS.sentDifferently)
}
