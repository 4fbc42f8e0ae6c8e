import type { AccountingItem, OrderExport, OrderListItem, StoredOrder } from '@obmen/contract/rest'
import type { OrderRecord } from '../../orders/get-order.js'
import type { OrderExport as ExportRow } from '../../orders/history/load-exports.js'
import type { ListedOrder } from '../../orders/listing/list-orders.js'
import { dated } from './dated.js'

export function presentListItem({ key: _, sequenceNumber, exports, ...row }: ListedOrder): OrderListItem {
  return {
    ...dated(row),
    numberIn1c: String(sequenceNumber),
    exports: exports.map(
      ({ integrationId, integrationName, state, numberIn1c, at, reason, mismatch, hold }) => ({
        integrationId,
        integrationName,
        state,
        numberIn1c,
        at: at?.toISOString() ?? null,
        reason,
        mismatch,
        heldKind: hold?.kind ?? null,
        heldCode: hold?.code ?? null,
        heldParams: hold?.params ?? null,
      }),
    ),
  }
}

export function presentOrder(row: OrderRecord, accounting: readonly AccountingItem[]): StoredOrder {
  const { order, revision, sequenceNumber, createdAt, updatedAt, owedTo } = row
  return {
    ...order,
    numberIn1c: String(sequenceNumber),
    ...dated({ revision, createdAt, updatedAt, owedTo }),
    accounting: accounting.map(({ lineChanges: _, requisites: __, ...item }) => item),
  }
}

export function presentExport({ at: _, hold, ...row }: ExportRow): OrderExport {
  return {
    ...dated(row),
    heldCode: hold?.code ?? null,
    heldParams: hold?.params ?? null,
    heldKind: hold?.kind ?? null,
    heldSince: hold?.since.toISOString() ?? null,
    heldReason: hold?.reason ?? null,
    heldBy: hold?.by ?? null,
    retryAt: hold?.retryAt?.toISOString() ?? null,
  }
}
