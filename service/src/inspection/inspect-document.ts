import type { ReceivedDocument } from '@obmen/codec'
import { type AppliedDocument, applyDocuments, lockAccounting } from '../accounting/apply/apply-documents.js'
import type { Database } from '../db/database.js'
import { loadFeed } from '../sale-feed/feed.js'

export interface Inspected extends AppliedDocument {
  /** The platform's id of the order. */
  orderId?: string
}

/** Greater than the id of any upload. */
const FUTURE_UPLOAD_ID = Number.MAX_SAFE_INTEGER

/** What a document would change if that 1C uploaded it now: applies it and rolls that back. */
export async function inspectDocument(
  db: Database,
  integrationKey: number,
  document: ReceivedDocument,
): Promise<Inspected> {
  const rolledBack = new Error('rolled back')
  let inspected: Inspected = { outcome: 'unknown' }
  const inspection = db.transaction(async tx => {
    await lockAccounting(tx, integrationKey)
    const loaded = await loadFeed(tx, integrationKey)
    if (loaded) {
      const context = { integrationKey, feed: loaded.feed, uploadId: FUTURE_UPLOAD_ID, now: new Date() }
      const [applied] = await applyDocuments(tx, [document], context)
      const { rows } = await tx.query<{ orderId: string }>(
        'select id as "orderId" from sale_order where key = $1',
        [applied!.orderKey ?? null],
      )
      inspected = { ...applied!, ...rows[0] }
    }
    throw rolledBack
  })
  await inspection.catch((error: unknown) => {
    if (error !== rolledBack) throw error
  })
  return inspected
}
