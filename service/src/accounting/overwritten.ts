import type { Queryable } from '../db/database.js'
import { loadFeed } from '../sale-feed/load-feed.js'
import type { LineChange } from './lines/line-change.js'
import { loadSentLines } from './lines/load-sent-lines.js'
import { matchLines } from './lines/match-lines.js'
import { type AccountingDocumentRow, SELECT_ACCOUNTING_DOCUMENTS, withCurrentLines } from './load-items.js'

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
  const { rows } = await db.query<AccountingDocumentRow & { orderId: string; revision: number }>(
    `${SELECT_ACCOUNTING_DOCUMENTS.replace('select ', 'select o.id as "orderId", o.revision, ')}
      where o.location_id = $1 and o.id = any($2) and i.id is not null and e.pending_revision > e.confirmed_revision
      order by d.order_key, d.integration_key`,
    [locationId, orderIds],
  )
  const found: Overwritten[] = []
  for (const row of rows) {
    const { lineChanges, reported, canceledByPlatform } = await withCurrentLines(db, row)
    const canceled = reported.canceled && !canceledByPlatform
    const deleted = reported.deleted && !canceledByPlatform
    const lines = lineChanges.length > 0 ? await lostChanges(db, row, lineChanges) : []
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

/** Nothing is lost where the order now agrees with 1C. */
async function lostChanges(
  db: Queryable,
  { integrationKey, orderKey, revision, reported }: AccountingDocumentRow & { revision: number },
  changes: LineChange[],
): Promise<LineChange[]> {
  const loaded = await loadFeed(db, integrationKey)
  const [sent] = loaded ? await loadSentLines(db, integrationKey, [{ orderKey, revision }], loaded.feed) : []
  return sent && matchLines(sent, reported.lines).length === 0 ? [] : changes
}
