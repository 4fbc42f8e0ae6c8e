import type { Mismatch } from '@obmen/contract'
import type { OrderExport, OrderListItem, StoredOrder, TimelineEvent } from '@obmen/contract/rest'
import type { AccountingItem } from '../../accounting/accounting-item.js'
import type { AccountingEvent } from '../../accounting/list-changes.js'
import type { OrderRecord } from '../../orders/get-order.js'
import type { OrderExport as ExportRow } from '../../orders/history/load-exports.js'
import type { TimelineEvent as EventRow } from '../../orders/history/timeline.js'
import type { ListedOrder } from '../../orders/listing/list-orders.js'

export function presentListItem(row: ListedOrder): OrderListItem {
  return {
    id: row.id,
    number: String(row.sequenceNumber),
    platformNumber: row.platformNumber,
    companyId: row.companyId,
    companyName: row.companyName,
    placedAt: row.placedAt.toISOString(),
    status: row.status,
    canceled: row.canceled,
    currency: row.currency,
    total: row.total,
    customerName: row.customerName,
    gateways: row.gateways,
    revision: row.revision,
    receivedAt: row.receivedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    exports: row.exports.map(
      ({ integrationId, integrationName, state, number, at, reason, mismatch, hold }) => ({
        integrationId,
        integrationName,
        state,
        number,
        at: at?.toISOString() ?? null,
        reason,
        mismatch: presentMismatch(mismatch),
        heldKind: hold?.kind ?? null,
        heldCode: hold?.code ?? null,
        heldParams: hold?.params ?? null,
      }),
    ),
  }
}

export function presentOrder(row: OrderRecord, accounting: readonly AccountingItem[]): StoredOrder {
  return {
    ...row.order,
    revision: row.revision,
    sequenceNumber: String(row.sequenceNumber),
    receivedAt: row.receivedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    owedTo: row.owedTo,
    accounting: accounting.map(({ lineChanges: _, requisites: __, ...item }) => item),
  }
}

export function presentExport(row: ExportRow): OrderExport {
  return {
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    state: row.state,
    pendingRevision: row.pendingRevision,
    confirmedRevision: row.confirmedRevision,
    number: row.number,
    owedSince: row.owedSince?.toISOString() ?? null,
    offeredAt: row.offeredAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    reason: row.reason,
    mismatch: presentMismatch(row.mismatch),
    heldCode: row.hold?.code ?? null,
    heldParams: row.hold?.params ?? null,
    heldKind: row.hold?.kind ?? null,
    heldSince: row.hold?.since.toISOString() ?? null,
    heldReason: row.hold?.reason ?? null,
    heldBy: row.hold?.by ?? null,
  }
}

export function presentEvent(event: EventRow | AccountingEvent): TimelineEvent {
  return { ...event, at: event.at.toISOString() }
}

function presentMismatch(mismatch: Mismatch | null): OrderExport['mismatch'] {
  if (mismatch?.code !== 'rules') return mismatch
  const misses = mismatch.misses.map(({ gateway, ...miss }) => ({
    ...miss,
    ...(gateway && { gateway: { ...gateway, has: [...gateway.has] } }),
  }))
  return { ...mismatch, misses }
}
