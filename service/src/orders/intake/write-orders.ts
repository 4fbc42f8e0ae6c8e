import type { Queryable } from '../../db/database.js'
import { type CopiedRow, type CopyValue, copyRows } from '../../db/values/copy-text.js'
import type { NumberedPut } from '../numbering/number-orders.js'
import { ROW_COLUMNS } from './read/order-row.js'

/** Violates the unique index sale_order_id if one of them was created meanwhile. */
export async function insertOrders(
  tx: Queryable,
  locationId: string,
  orders: readonly NumberedPut[],
): Promise<void> {
  if (orders.length === 0) return
  await tx.copyIn(
    `copy sale_order (key, location_id, sequence_number, revision, payment_numbers, content_size, ${ROW_COLUMNS}) from stdin`,
    copyRows(newRows(locationId, orders)),
  )
}

function* newRows(
  locationId: string,
  orders: readonly NumberedPut[],
): Generator<{ values: CopyValue[]; rest: CopiedRow }> {
  for (const { key, order, sequenceNumber, revision, paymentNumbers } of orders)
    yield {
      values: [key, locationId, sequenceNumber, revision, jsonOf(paymentNumbers), order.size],
      rest: order.row,
    }
}

/** Replaces contents and keeps the old ones as revisions. */
export async function updateOrders(tx: Queryable, orders: readonly NumberedPut[]): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map(({ key, revision, paymentNumbers, order: { size, row } }) =>
    JSON.stringify([key, revision, jsonOf(paymentNumbers), size, ...row.values()]),
  )
  await tx.query(
    `with n as materialized (
       select (v->>0)::bigint as key, (v->>1)::int as revision, (v->>2)::json as payment_numbers, (v->>3)::int as content_size,
              v->>6 as platform_number, v->>7 as status, (v->>8)::boolean as canceled, (v->>9)::text[] as gateways,
              (v->>10)::timestamptz as placed_at, (v->>11)::numeric as total, v->>12 as customer_name,
              (v->>13)::tsvector as search, v->>14 as currency, (v->>15)::json as content
         from json_array_elements($1::json) as v),
     kept as (
       insert into order_revision (order_key, revision, content, content_size, recorded_at)
       select o.key, o.revision, o.content, o.content_size, o.changed_at from sale_order o join n on n.key = o.key)
     update sale_order o
        set revision = n.revision, platform_number = n.platform_number, content = n.content,
            payment_numbers = n.payment_numbers, status = n.status, canceled = n.canceled, gateways = n.gateways,
            placed_at = n.placed_at, total = n.total, customer_name = n.customer_name, search = n.search,
            content_size = n.content_size, currency = n.currency, changed_at = now()
       from n where o.key = n.key`,
    [`[${rows.join(',')}]`],
  )
}

function jsonOf(numbers: ReadonlyMap<string, number>): string {
  let text = ''
  for (const [id, number] of numbers) text += `${text === '' ? '' : ','}${JSON.stringify(id)}:${number}`
  return `{${text}}`
}
