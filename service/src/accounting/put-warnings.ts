import { isCanceled, type Payment } from '@obmen/contract'
import type { LineChange } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { entryJoin } from '../outbox/entries/entry-sql.js'
import { loadFeed } from '../sale-feed/feed.js'
import { loadRevision } from '../sale-feed/load-revision.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import { compareWithRevision } from './lines/compare-lines.js'
import { type AccountingDocumentRow, SELECT_ACCOUNTING_DOCUMENTS, withCurrentLines } from './load-items.js'
import type { ReportedDocument } from './reported-document.js'

/** What 1C would lose by loading the revision that it is owed. */
export interface Overwritten {
  orderId: string
  integrationName: string
  documentNumber: string | null
  lines: LineChange[]
  /** The document is canceled, or marked for deletion, in 1C only. */
  canceled: boolean
  deleted: boolean
}

/** For orders that were just put: those whose document differs in a 1C that is owed them. */
export async function findOverwritten(
  db: Queryable,
  locationId: string,
  orderIds: readonly string[],
): Promise<Overwritten[]> {
  const { rows } = await db.query<AccountingDocumentRow>(
    `${SELECT_ACCOUNTING_DOCUMENTS}
      where o.location_id = $1 and o.id = any($2) and i.id is not null
        and e.pending_revision > e.confirmed_revision
      order by d.order_key, d.integration_key`,
    [locationId, orderIds],
  )
  const found: Overwritten[] = []
  for (const row of rows) {
    const { lineChanges, reported, canceledByPlatform } = await withCurrentLines(db, row)
    const canceled = reported.canceled && !canceledByPlatform
    const deleted = reported.deleted && !canceledByPlatform
    // Nothing is lost where the order now agrees with 1C.
    const now = lineChanges.length > 0 ? await compareWithRevision(db, row, reported.lines ?? []) : undefined
    const lines = now?.length === 0 ? [] : lineChanges
    if (lines.length === 0 && !canceled && !deleted) continue
    const { orderId, integrationName } = row
    found.push({
      orderId,
      integrationName,
      documentNumber: reported.documentNumber,
      lines,
      canceled,
      deleted,
    })
  }
  return found
}

export interface UnsentPayment {
  integrationName: string
  payment: Pick<Payment, 'id' | 'amount'>
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
 * Payments that a 1C would have been sent with the order's newest revision if that had not been adopted from
 * it. None where 1C says that the order is paid although it was sent no payment: they were entered there.
 */
export async function findUnsentPayments(
  db: Queryable,
  locationId: string,
  orderId: string,
): Promise<UnsentPayment[]> {
  const { rows } = await db.query<AdoptedEntry>(
    `select i.key as "integrationKey", o.key as "orderKey", i.name as "integrationName", d.reported
       from sale_order o
       join order_adoption t on t.order_key = o.key and t.revision = o.revision
       join integration i on i.key = t.integration_key
       join ${entryJoin('e', 'i.key', 'o.key')}
       left join accounting_document d on d.integration_key = i.key and d.order_key = o.key
      where o.location_id = $1 and o.id = $2 and e.pending_revision <= e.confirmed_revision
      order by i.key`,
    [locationId, orderId],
  )
  const unsent: UnsentPayment[] = []
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
      if (newly.has(payment.id)) unsent.push({ integrationName, payment, index, currency })
  }
  return unsent
}
