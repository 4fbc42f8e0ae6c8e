import type { Queryable } from '../../db/database.js'
import { type CopyValue, copyRows } from '../../db/values/copy-text.js'
import type { NumberedPut } from '../numbering/number-orders.js'

/** Violates the unique index sale_order_id if one of them was created meanwhile. */
export async function insertOrders(
  tx: Queryable,
  locationId: string,
  orders: readonly NumberedPut[],
): Promise<void> {
  if (orders.length === 0) return
  await tx.copyIn(
    `copy sale_order (key, location_id, id, company_id, sequence_number, revision, ${WRITTEN}) from stdin`,
    copyRows(newRows(locationId, orders)),
  )
}

function* newRows(locationId: string, orders: readonly NumberedPut[]): Generator<CopyValue[]> {
  for (const put of orders) {
    const { key, order, company, sequenceNumber, revision } = put
    yield [key, locationId, order.id, company.id, sequenceNumber, revision, ...written(put, order.content)]
  }
}

/** Replaces the contents; the old ones are kept as revisions. */
export async function updateOrders(tx: Queryable, orders: readonly NumberedPut[]): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map(put =>
    JSON.stringify([put.key, put.revision, ...written(put, put.order.content.toString())]),
  )
  await tx.query(
    `with n as materialized (
       select (v->>0)::bigint as key, (v->>1)::int as revision, (v->>2) as platform_number, (v->>3)::json as content,
              (v->>4)::json as payment_numbers, v->>5 as status, (v->>6)::boolean as canceled, (v->>7)::text[] as gateways,
              (v->>8)::timestamptz as placed_at, (v->>9)::numeric as total, v->>10 as customer_name,
              (v->>11)::tsvector as search, (v->>12)::int as content_size, v->>13 as currency
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

const WRITTEN =
  'platform_number, content, payment_numbers, status, canceled, gateways, placed_at, total, customer_name, search, content_size, currency'

/** Values of the columns WRITTEN, as text for PostgreSQL. */
function written({ order, paymentNumbers }: NumberedPut, content: string | Buffer): CopyValue[] {
  return [
    order.number ?? null,
    content,
    jsonOf(paymentNumbers),
    order.status,
    order.canceled,
    arrayOf(order.gateways),
    new Date(order.placedAt).toISOString(),
    order.total,
    order.customerName,
    order.words,
    order.size,
    order.currency,
  ]
}

function jsonOf(numbers: ReadonlyMap<string, number>): string {
  let text = ''
  for (const [id, number] of numbers) text += `${text === '' ? '' : ','}${JSON.stringify(id)}:${number}`
  return `{${text}}`
}

function arrayOf(words: readonly string[]): string {
  return `{${words.map(word => `"${/[\\"]/.test(word) ? word.replace(/[\\"]/g, '\\$&') : word}"`).join(',')}}`
}
