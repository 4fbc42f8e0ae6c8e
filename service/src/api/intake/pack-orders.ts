import type { CopyBuffer } from '../../db/values/copy-binary.js'
import type { Refusal } from '../../errors/refusal.js'
import { OrderRow } from '../../orders/intake/read/order-row.js'
import type { PredictedFindings, ReadOrder } from '../../orders/intake/read/read-order.js'
import type { Buyer } from '../../orders/warnings/buyer-keys.js'
import type { ItemName } from '../../orders/warnings/item-names.js'
import type { SerializedProfile } from '../../preflight/preflight-profile.js'

export type ReadOrRefused = ReadOrder | { id: string | undefined; refusal: Refusal }

/**
 * Orders packed for another thread: rows as bytes, which are transferred; the rest without field names, which would be most
 * of it.
 */
export interface PackedOrders {
  orders: (PackedOrder | { id: string | undefined; refusal: Refusal })[]
  /** The rows of all orders that could be read, one after another. */
  rows: Uint8Array<ArrayBuffer>
}

type PackedOrder = readonly [
  row: readonly [start: number, contentAt: number, end: number],
  facts: readonly [string, string, string | undefined, boolean, string, readonly string[], number, number],
  paymentIds: string[],
  items: ItemName[],
  buyer: readonly [string, Buyer['kind'], string, string | undefined, string | undefined, string],
  nameParts: ReadOrder['nameParts'],
  warnings: ReadOrder['warnings'],
  found: readonly PredictedFindings[] | undefined,
]

/** `rows`: where the orders' rows were encoded; it is free afterwards. */
export function packOrders(orders: readonly ReadOrRefused[], rows: CopyBuffer): PackedOrders {
  const same = itemInterner()
  const packed = orders.map((order): PackedOrders['orders'][number] => {
    if ('refusal' in order) return order
    const { row, buyer: b, id, companyId, number, canceled, status, gateways, placedAt, size } = order
    return [
      [row.start, row.contentAt, row.end],
      [id, companyId, number, canceled, status, gateways, placedAt, size],
      order.paymentIds,
      order.items.map(same),
      [b.id, b.kind, b.name, b.inn, b.kpp, b.allKeys],
      order.nameParts,
      order.warnings,
      order.prediction?.found,
    ]
  })
  return { orders: packed, rows: rows.take() }
}

/** The inverse of packOrders. `profiles`: those that the findings were predicted for. */
export function unpackOrders(
  { orders, rows }: PackedOrders,
  profiles: readonly SerializedProfile[],
): ReadOrRefused[] {
  const group = { bytes: Buffer.from(rows.buffer) }
  return orders.map((order): ReadOrRefused => {
    if ('refusal' in order) return order
    const [[start, contentAt, end], facts, paymentIds, items, of, nameParts, warnings, found] = order
    const [id, companyId, number, canceled, status, gateways, placedAt, size] = facts
    const [buyerId, kind, name, inn, kpp, allKeys] = of
    const row = new OrderRow(group, start, contentAt, end)
    const buyer: Buyer = { id: buyerId, kind, name, inn, kpp, allKeys }
    // Without spreads, for speed: this runs for every order.
    return {
      id,
      companyId,
      number,
      canceled,
      status,
      gateways,
      placedAt,
      size,
      row,
      paymentIds,
      items,
      buyer,
      nameParts,
      warnings,
      prediction: found && { profiles, found },
    }
  })
}

/** Returns the first of equal items, so that each is sent to the other thread only once. */
function itemInterner(): (item: ItemName) => ItemName {
  const byId = new Map<string, ItemName>()
  return item => {
    const known = byId.get(item.id)
    if (known?.name === item.name) return known
    if (!known) byId.set(item.id, item)
    return item
  }
}
