import type { Queryable } from '../../db/database.js'
import type { PaymentExport } from './payment-export.js'

export interface DraftedPayment extends PaymentExport {
  orderKey: number
}

/**
 * Records which payments a page of a batch sends for the first time, and how. This takes effect once the batch is marked as sent, so
 * call it before that, with the payments sorted by the keys of their orders.
 */
export async function draftPayments(
  db: Queryable,
  batchId: number,
  payments: readonly DraftedPayment[],
): Promise<void> {
  const [first] = payments
  if (!first) return
  const rows = payments.map(({ orderKey, paymentId, number, method, form, gateway }) => ({
    order_key: orderKey,
    payment_id: paymentId,
    ...{ number, method, form, gateway },
  }))
  await db.query(
    'insert into payment_export_draft (batch_id, first_order_key, payments) values ($1, $2, $3)',
    [batchId, first.orderKey, JSON.stringify(rows)],
  )
}

const ROWS_AT_ONCE = 200

/** Deletes drafts of payments of batches that were never sent, in short statements: each draft is of a page of orders. */
export async function sweepDrafts(db: Queryable): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `delete from payment_export_draft where (batch_id, first_order_key) in (
         select d.batch_id, d.first_order_key from payment_export_draft d join outbox_batch b on b.id = d.batch_id
          where b.state <> 'open' or b.session_id is null
          limit $1 for update of d skip locked)`,
      [ROWS_AT_ONCE],
    )
    if (rowCount < ROWS_AT_ONCE) return
  }
}
