import { isCanceled, type Payment } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { entryJoin } from '../outbox/entries/entry-sql.js'
import { loadFeed } from '../sale-feed/load-feed.js'
import { loadRevision } from '../sale-feed/load-revision.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import type { ReportedDocument } from './reported-document.js'

/** A payment that a 1C will not be told of. */
export interface UntoldPayment {
  integrationName: string
  payment: Pick<Payment, 'id' | 'amount'>
  /** Its place in the order. */
  index: number
  currency: string
}

interface AdoptedEntry {
  integrationKey: number
  orderKey: number
  integrationName: string
  reported: ReportedDocument | null
}

/**
 * Payments that would have been sent to a 1C for the first time with the order's newest revision, but for its being taken over from that
 * 1C. None where 1C says that the order is paid although no payment was ever sent to it: they were entered there.
 */
export async function findUntoldPayments(
  db: Queryable,
  locationId: string,
  orderId: string,
): Promise<UntoldPayment[]> {
  const { rows } = await db.query<AdoptedEntry>(
    `select i.key as "integrationKey", o.key as "orderKey", i.name as "integrationName", d.said as reported
       from sale_order o
       join order_adoption t on t.order_key = o.key and t.revision = o.revision
       join integration i on i.key = t.integration_key
       join ${entryJoin('e', 'i.key', 'o.key')}
       left join accounting_document d on d.integration_key = i.key and d.order_key = o.key
      where o.location_id = $1 and o.id = $2 and e.pending_revision <= e.confirmed_revision
      order by i.key`,
    [locationId, orderId],
  )
  const untold: UntoldPayment[] = []
  for (const { integrationKey, orderKey, integrationName, reported } of rows) {
    const loaded = await loadFeed(db, integrationKey)
    const found = loaded && (await loadRevision(db, integrationKey, orderKey))
    // Розница reads no payments, and none is created for a canceled order.
    if (!found || loaded.feed.profile.readsPayments === 'never' || isCanceled(found.order)) continue
    const saysPaid = reported !== null && (reported.paid !== null || reported.payments.length > 0)
    if (saysPaid && !found.exports?.length) continue
    const newly = new Set(includedPayments(found, loaded.feed).newlySent.map(({ paymentId }) => paymentId))
    const { payments, currency } = found.order
    for (const [index, payment] of payments.entries())
      if (newly.has(payment.id)) untold.push({ integrationName, payment, index, currency })
  }
  return untold
}
