import type { ReceivedDocument } from '@obmen/codec'
import { type AppliedDocument, applyDocuments, lockAccounting } from '../accounting/apply/apply-documents.js'
import type { Database } from '../db/database.js'
import { loadFeed } from '../sale-feed/load-feed.js'

export interface Inspected extends AppliedDocument {
  /** The platform's id of the order. */
  orderId?: string
}

/** What a document would change if that 1C uploaded it now: applies it in a transaction that is rolled back. */
export async function inspectDocument(
  db: Database,
  integrationKey: number,
  document: ReceivedDocument,
): Promise<Inspected> {
  try {
    return await db.transaction(async tx => {
      await lockAccounting(tx, integrationKey)
      const loaded = await loadFeed(tx, integrationKey)
      if (!loaded) throw new RolledBack({ outcome: 'unknown' })
      const { feed } = loaded
      const [applied] = await applyDocuments(tx, [document], {
        ...{ integrationKey, feed },
        uploadId: FUTURE_UPLOAD_ID,
        now: new Date(),
      })
      const { rows } = await tx.query<{ id: string }>('select id from sale_order where key = $1', [
        applied!.orderKey ?? null,
      ])
      throw new RolledBack({ ...applied!, ...(rows[0] && { orderId: rows[0].id }) })
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.inspected
    throw error
  }
}

/** Greater than the id of any upload. */
const FUTURE_UPLOAD_ID = Number.MAX_SAFE_INTEGER

/** Rolls the transaction back. */
class RolledBack extends Error {
  readonly inspected: Inspected

  constructor(inspected: Inspected) {
    super('rolled back')
    this.inspected = inspected
  }
}
