import type { LineChange } from './lines/line-change.js'
import type { ReportedDocument, ReportedLine, Settled, Withdrawn } from './reported-document.js'

/** What one 1C says of an order, for the platform and for people. */
export interface AccountingItem {
  integrationId: string
  integrationName: string
  /** conflict: the platform changed the order meanwhile, and the change is still owed. former: the integration was removed. */
  state: 'current' | 'conflict' | 'former'
  documentId: string | null
  documentNumber: string | null
  documentDate: string | null
  posted: boolean
  deleted: boolean
  canceled: boolean
  status: string | null
  statusId: string | null
  total: string | null
  paid: Settled | null
  shipped: Settled | null
  payments: { number: string | null; date: string | null; amount: string | null; method: string | null }[]
  shipments: { number: string | null; date: string | null; lines: ShownLine[] }[]
  delivery: ReportedDocument['delivery']
  comment: string | null
  customer: ReportedDocument['customer']
  linesDiffer: boolean
  lineChanges: LineChange[]
  requisites: Record<string, string>
  withdrawn: Withdrawn[]
  /** The revision that the document is compared with, and the newest that its 1C is owed; null: none. */
  basisRevision: number | null
  owedRevision: number | null
  receivedAt: string
  uploadId: number
}

type ShownLine = Pick<ReportedLine, 'id' | 'name' | 'quantity' | 'price' | 'amount'>

/** What an item is built from. */
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
  const { documentId, documentNumber, documentDate, posted, deleted, canceled, status, statusId, total } =
    reported
  const { paid, shipped, delivery, comment, customer, requisites } = reported
  return {
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    state: row.removed ? 'former' : isConflict(row) ? 'conflict' : 'current',
    ...{ documentId, documentNumber, documentDate, posted, deleted, canceled, status, statusId, total },
    ...{ paid, shipped },
    payments: reported.payments.map(({ number, date, amount, method }) => ({ number, date, amount, method })),
    shipments: reported.shipments.map(({ number, date, lines }) => ({
      number,
      date,
      lines: lines.map(shownLine),
    })),
    ...{ delivery, comment, customer },
    linesDiffer: lineChanges.length > 0,
    lineChanges,
    requisites,
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

const shownLine = ({ id, name, quantity, price, amount }: ReportedLine): ShownLine => ({
  ...{ id, name, quantity, price, amount },
})
