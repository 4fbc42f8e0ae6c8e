import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'

/**
 * Records how a batch sends payments for the first time. Throws if another batch, sent meanwhile, sent one of them differently: this
 * one must then not be sent (O8). Call it in the transaction that marks the batch as sent, after it has locked the batch's entries, so
 * that of two batches with the same order the second sees what the first recorded. Earlier payments are looked up order by order:
 * without statistics on a new integration, a join would read all its rows for each order.
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
       select $1, order_key, payment_id, number, method, form, gateway from drafted order by order_key, payment_id
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
