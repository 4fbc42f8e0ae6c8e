import type { LineChange } from './lines/match-lines.js'
import type { ReportedDocument, ReportedLine, ReportedPayment, Withdrawn } from './reported-document.js'

/** What one 1C says of an order, for the platform and for people. */
export interface AccountingItem
  extends Omit<ReportedDocument, 'orderNumber' | 'currency' | 'lines' | 'payments' | 'shipments'> {
  integrationId: string
  integrationName: string
  /** conflict: the 1C is still owed a change of the platform. former: the integration was removed. */
  state: 'current' | 'conflict' | 'former'
  payments: Omit<ReportedPayment, 'id'>[]
  shipments: { number: string | null; date: string | null; lines: ShownLine[] }[]
  linesDiffer: boolean
  lineChanges: LineChange[]
  withdrawn: Withdrawn[]
  /** The revision that the document is compared with, and the newest that its 1C is owed; null: none. */
  basisRevision: number | null
  owedRevision: number | null
  receivedAt: string
  uploadId: number
}

type ShownLine = Omit<ReportedLine, 'article' | 'kind'>

export interface AccountingRow {
  integrationId: string
  integrationName: string
  removed: boolean
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  basisRevision: number | null
  lineChanges: LineChange[]
  pendingRevision: number
  confirmedRevision: number
  canceledByPlatform: boolean
  receivedAt: Date
  uploadId: number
}

export function toAccountingItem(row: AccountingRow): AccountingItem {
  const { reported, lineChanges } = row
  const { orderNumber: _, currency: __, lines: ___, payments, shipments, ...facts } = reported
  return {
    ...facts,
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    state: row.removed ? 'former' : isConflict(row) ? 'conflict' : 'current',
    payments: payments.map(({ id: _, ...payment }) => payment),
    shipments: shipments.map(({ number, date, lines }) => ({
      number,
      date,
      lines: lines.map(({ article: _, kind: __, ...line }) => line),
    })),
    linesDiffer: lineChanges.length > 0,
    lineChanges,
    withdrawn: row.withdrawn,
    basisRevision: row.basisRevision,
    owedRevision: isOwed(row) ? row.pendingRevision : null,
    receivedAt: row.receivedAt.toISOString(),
    uploadId: row.uploadId,
  }
}

const isOwed = ({ pendingRevision, confirmedRevision }: AccountingRow): boolean =>
  pendingRevision > confirmedRevision

/** Both sides changed: 1C its document, the platform the order behind it. */
function isConflict(row: AccountingRow): boolean {
  const { reported, lineChanges, basisRevision } = row
  const isNewer = isOwed(row) && row.pendingRevision > (basisRevision ?? 0)
  const isGivenUp = (reported.canceled || reported.deleted) && !row.canceledByPlatform
  return isNewer && (lineChanges.length > 0 || isGivenUp)
}
