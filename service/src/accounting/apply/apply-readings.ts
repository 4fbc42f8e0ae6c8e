import { DOCUMENT_PARTS, type DocumentPart } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { NewEvent } from '../../events/event.js'
import { recordEvents } from '../../events/record-events.js'
import { loadItemsOf } from '../load-items.js'
import { differingParts, withdrawnOf } from '../reading/merge-reported.js'
import { findKnown, type KnownDocumentRow } from './apply-documents.js'
import { mergeReading } from './merge-reading.js'
import type { OrderReading } from './order-reading.js'
import { saveChanged } from './save-documents.js'

/** Known documents that are in memory at once: each may have thousands of lines. */
const AT_ONCE = 50

/**
 * Saves what a reading that began `startedAt` tells of orders, as if a file of 1C told it, with the events.
 * The caller holds the integration's lock (lockAccounting).
 */
export async function applyReadings(
  tx: Queryable,
  { integrationKey, startedAt }: { integrationKey: number; startedAt: Date },
  readings: readonly OrderReading[],
): Promise<void> {
  for (let at = 0; at < readings.length; at += AT_ONCE) {
    const next = readings.slice(at, at + AT_ONCE)
    const known = await findKnown(
      tx,
      integrationKey,
      next.map(({ orderKey }) => orderKey),
    )
    const changed = new Map<number, DocumentPart[]>()
    for (const reading of next) {
      const parts = await applyReading(
        tx,
        { integrationKey, startedAt },
        reading,
        known.get(reading.orderKey),
      )
      if (parts.length > 0) changed.set(reading.orderKey, parts)
    }
    await recordChanges(tx, integrationKey, changed)
  }
}

async function applyReading(
  tx: Queryable,
  { integrationKey, startedAt }: { integrationKey: number; startedAt: Date },
  reading: OrderReading,
  before: KnownDocumentRow | undefined,
): Promise<DocumentPart[]> {
  const merged = mergeReading(before, reading, startedAt.toISOString())
  if (!merged) return []
  const { reported, relatedChanged } = merged
  const differing = new Set(differingParts(before?.reported, reported))
  // Lines are not read.
  differing.delete('lines')
  // As in a file: of a document that is new, only another total than the order's is worth telling.
  if (!before && reported.total === reading.orderTotal) differing.delete('total')
  if (relatedChanged && (before || reading.related.length > 0)) differing.add('payments')
  const parts = DOCUMENT_PARTS.filter(part => differing.has(part))
  const { orderKey } = reading
  const { basisRevision = null, lineChanges = [] } = before ?? {}
  const withdrawn = before ? withdrawnOf(before, reported, startedAt) : []
  await saveChanged(
    tx,
    { integrationKey, uploadId: null, now: startedAt },
    {
      ...merged,
      orderKey,
      before: before?.reported,
      withdrawn,
      parts,
      compared: { basisRevision, changes: lineChanges },
    },
  )
  return parts
}

async function recordChanges(
  tx: Queryable,
  integrationKey: number,
  changed: ReadonlyMap<number, DocumentPart[]>,
): Promise<void> {
  const items = await loadItemsOf(tx, integrationKey, [...changed.keys()])
  const events = [...items].map(([orderKey, item]): NewEvent => {
    const data = { ...item, changed: changed.get(orderKey)! }
    return { type: 'order.accounting.updated', integrationKey, orderKey, data }
  })
  await recordEvents(tx, events)
}
