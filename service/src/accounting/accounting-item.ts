import type { AccountingItem, LineChange } from '@obmen/contract/rest'
import type { ReportedDocument, Withdrawn } from './reported-document.js'

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
