import type { AccountingItem, LineChange } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { appliedClient } from '../findings/finding.js'
import { adoptedRevisionSql } from '../outbox/entries/adopt-orders.js'
import { entryJoin } from '../outbox/entries/entry-sql.js'
import { READ_FIELDS, type ReadFacts, type ReadTimes } from './apply/order-reading.js'
import { skipsChanges } from './final-state.js'
import { compareWithRevision } from './lines/compare-lines.js'
import type { ReportedDocument, Withdrawn } from './reported-document.js'

export interface AccountingDocumentRow {
  integrationKey: number
  orderKey: number
  orderId: string
  revision: number
  client: ClientChoice
  /** The newest that the platform adopted from this 1C. */
  adoptedRevision: number | null
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
  uploadId: number | null
  readFields: ReadTimes
  readFacts: ReadFacts | null
  /** When a reading saw it last. */
  readAt: Date | null
}

export const SELECT_ACCOUNTING_DOCUMENTS = `
  select d.integration_key as "integrationKey", d.order_key as "orderKey", o.id as "orderId", o.revision,
         coalesce(i.id, r.id) as "integrationId", coalesce(i.name, r.name) as "integrationName",
         i.id is null as removed, d.reported, d.withdrawn, d.basis_revision as "basisRevision",
         d.line_changes as "lineChanges", ${appliedClient('i')} as client,
         coalesce(e.pending_revision, 0) as "pendingRevision",
         coalesce(e.confirmed_revision, 0) as "confirmedRevision",
         ${adoptedRevisionSql('d.integration_key', 'd.order_key')} as "adoptedRevision",
         o.canceled as "canceledByPlatform", d.received_at as "receivedAt", d.upload_id as "uploadId",
         d.read_fields as "readFields", d.read_facts as "readFacts",
         (select max(seen_at) from read_document x
           where x.integration_key = d.integration_key and x.order_key = d.order_key
             and not x.gone) as "readAt"
    from accounting_document d
    join sale_order o on o.key = d.order_key
    left join ${entryJoin('e', 'd.integration_key', 'd.order_key')}
    left join integration i on i.key = d.integration_key
    left join removed_integration r on r.key = d.integration_key`

/** What each 1C says of an order, in the order in which the integrations were made. */
export async function loadItems(db: Queryable, orderKey: number): Promise<AccountingItem[]> {
  const { rows } = await db.query<AccountingDocumentRow>(
    `${SELECT_ACCOUNTING_DOCUMENTS} where d.order_key = $1 order by d.integration_key`,
    [orderKey],
  )
  const items: AccountingItem[] = []
  for (const row of rows) items.push(toAccountingItem(await withCurrentLines(db, row)))
  return items
}

/** What one 1C says of some orders, by the order's key. */
export async function loadItemsOf(
  db: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<Map<number, AccountingItem>> {
  const { rows } = await db.query<AccountingDocumentRow>(
    `${SELECT_ACCOUNTING_DOCUMENTS} where d.integration_key = $1 and d.order_key = any($2::bigint[])`,
    [integrationKey, orderKeys],
  )
  return new Map(rows.map(row => [row.orderKey, toAccountingItem(row)]))
}

/**
 * How the lines differ now. After 1C confirmed a newer revision, its document counts as that revision until
 * 1C reports otherwise, unless it skips changes in its state. A revision that the platform adopted from it
 * is compared again, because it may not contain everything.
 */
export async function withCurrentLines<Row extends AccountingDocumentRow>(
  db: Queryable,
  row: Row,
): Promise<Row> {
  const { adoptedRevision, reported } = row
  const revision = skipsChanges(reported, row.client) ? (adoptedRevision ?? 0) : row.confirmedRevision
  if (revision <= (row.basisRevision ?? 0)) return row
  if (revision !== adoptedRevision || row.removed) return { ...row, basisRevision: revision, lineChanges: [] }
  if (reported.lines === null) return row
  const lineChanges = await compareWithRevision(db, { ...row, revision }, reported.lines)
  return lineChanges ? { ...row, basisRevision: revision, lineChanges } : row
}

function toAccountingItem(row: AccountingDocumentRow): AccountingItem {
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
    ...sourcesOf(row),
    money: row.readFacts?.money ?? null,
    documents: (row.readFacts?.documents ?? []).map(
      ({ ref: _, paymentNumber: __, since: ___, ...document }) => document,
    ),
  }
}

/** What told it last, a file or a reading, and which fields the other told. */
function sourcesOf({
  readFields,
  readAt,
  receivedAt,
  uploadId,
  reported,
}: AccountingDocumentRow): Pick<AccountingItem, 'source' | 'sources' | 'seenAt'> {
  const read = Object.keys(readFields)
  const latest = Object.values(readFields).sort().at(-1) ?? ''
  if (latest < receivedAt.toISOString())
    return {
      source: 'upload',
      sources: Object.fromEntries(read.map(field => [field, 'reading'])),
      seenAt: receivedAt.toISOString(),
    }
  const told = uploadId === null ? [] : OF_FILES.filter(field => !(field in readFields) && reported[field])
  return {
    source: 'reading',
    sources: Object.fromEntries(told.map(field => [field, 'upload'])),
    seenAt: (readAt ?? receivedAt).toISOString(),
  }
}

const OF_FILES = [...READ_FIELDS, 'statusId', 'delivery', 'comment', 'customer'] as const

const isOwed = ({ pendingRevision, confirmedRevision }: AccountingDocumentRow): boolean =>
  pendingRevision > confirmedRevision

/** Both sides changed: 1C its document, the platform the order behind it. */
function isConflict(row: AccountingDocumentRow): boolean {
  const { reported, lineChanges, basisRevision } = row
  const isNewer = isOwed(row) && row.pendingRevision > (basisRevision ?? 0)
  const isGivenUp = (reported.canceled || reported.deleted) && !row.canceledByPlatform
  return isNewer && (lineChanges.length > 0 || isGivenUp)
}
