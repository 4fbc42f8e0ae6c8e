import type { DocumentPart } from '@obmen/contract'
import type { LineChange } from '../lines/line-change.js'
import type { ReportedDocument } from '../reported-document.js'
import type { FoundOrder } from './find-orders.js'

interface Change {
  changed: readonly DocumentPart[]
  /** What is stored of the document. */
  known: { lineChanges: readonly LineChange[] } | undefined
  reported: ReportedDocument
  order: FoundOrder
  lines: readonly LineChange[]
}

/**
 * The changed parts, as events name them. Lines and total count if they differ from what was sent; in a document seen for the first
 * time, what is merely returned (customer, comment) is no change.
 */
export function changedParts({ changed, known, reported, order, lines }: Change): DocumentPart[] {
  const isNew = (part: DocumentPart): boolean => {
    if (part === 'lines') return JSON.stringify(lines) !== JSON.stringify(known?.lineChanges ?? [])
    if (known) return changed.includes(part)
    if (part === 'total') return reported.total !== null && reported.total !== order.total
    return changed.includes(part) && !['customer', 'comment', 'requisites', 'delivery'].includes(part)
  }
  const parts: DocumentPart[] = [
    'document',
    'posted',
    'deleted',
    'canceled',
    'status',
    'total',
    'paid',
    'shipped',
  ]
  const others: DocumentPart[] = [
    'payments',
    'shipments',
    'delivery',
    'comment',
    'customer',
    'lines',
    'requisites',
  ]
  return [...parts, ...others].filter(isNew)
}
