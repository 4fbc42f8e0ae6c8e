import type { Queryable } from '../db/database.js'
import type { NewEvent } from '../events/event.js'
import { recordEvents } from '../events/record-events.js'
import type { AppliedDocument } from './apply/apply-documents.js'
import { loadItemsOf } from './load-items.js'

/** Records the events of what a file changed, in the transaction that saves it. */
export async function recordAccountingEvents(
  tx: Queryable,
  integrationKey: number,
  applied: readonly AppliedDocument[],
): Promise<void> {
  const changed = applied.filter(({ changes }) => changes && changes.parts.length > 0)
  const items = await loadItemsOf(
    tx,
    integrationKey,
    changed.flatMap(({ orderKey }) => orderKey ?? []),
  )
  const events = applied.flatMap(({ unknown, orderKey, changes }): NewEvent[] => {
    if (unknown) {
      const { documentId, orderNumber: number, documentNumber, documentDate } = unknown.reported
      const data = { documentId, number, documentNumber, documentDate, reason: unknown.reason }
      return [{ type: 'document.unknown', integrationKey, data }]
    }
    const item = orderKey === undefined ? undefined : items.get(orderKey)
    if (!item || !changes || changes.parts.length === 0) return []
    const data = { ...item, changed: changes.parts }
    return [{ type: 'order.accounting.updated', integrationKey, orderKey, data }]
  })
  await recordEvents(tx, events)
}
