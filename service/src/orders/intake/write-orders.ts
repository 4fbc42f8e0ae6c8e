import type { Queryable } from '../../db/database.js'
import { arrayOfFields, copyRows } from '../../db/values/copy-binary.js'
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
    `copy sale_order (${NEW_COLUMNS.join(', ')}) from stdin (format binary)`,
    copyRows(
      orders,
      NEW_COLUMNS.length,
      (row, { key, order, sequenceNumber, revision, paymentNumbers }: NumberedPut) => {
        row.int8(key)
        row.uuid(locationId)
        row.int8(sequenceNumber)
        row.int4(revision)
        row.text(jsonOf(paymentNumbers))
        row.int4(order.size)
        row.fields(order.row)
      },
    ),
  )
}

const NEW_COLUMNS = [
  ...['key', 'location_id', 'sequence_number', 'revision', 'payment_numbers', 'content_size'],
  ...ROW_COLUMNS,
]

/** Replaces contents and keeps the old ones as revisions. */
export async function updateOrders(tx: Queryable, orders: readonly NumberedPut[]): Promise<void> {
  if (orders.length === 0) return
  const encoded = orders.map(({ order }) => order.row.fields(ENCODED.map(({ column }) => column)))
  await tx.query(
    `with n as materialized (
       select *, array(select json_array_elements_text(gateway_list)) as gateways
         from unnest($1::bigint[], $2::int[], $3::json[], $4::int[], $5::text[], $6::text[], $7::boolean[], $8::json[], $9::timestamptz[],
                     $10::numeric[], $11::text[], $12::tsvector[], $13::text[], $14::json[])
           as n(key, revision, payment_numbers, content_size, platform_number, status, canceled, gateway_list, placed_at,
                total, customer_name, search, currency, content)),
     kept as (
       insert into order_revision (order_key, revision, content, content_size, recorded_at)
       select o.key, o.revision, o.content, o.content_size, o.changed_at from sale_order o join n on n.key = o.key)
     update sale_order o
        set revision = n.revision, platform_number = n.platform_number, content = n.content,
            payment_numbers = n.payment_numbers, status = n.status, canceled = n.canceled, gateways = n.gateways,
            placed_at = n.placed_at, total = n.total, customer_name = n.customer_name, search = n.search,
            content_size = n.content_size, currency = n.currency, changed_at = now()
       from n where o.key = n.key`,
    [
      orders.map(({ key }) => key),
      orders.map(({ revision }) => revision),
      orders.map(({ paymentNumbers }) => jsonOf(paymentNumbers)),
      orders.map(({ order }) => order.size),
      orders.map(({ order }) => order.number ?? null),
      orders.map(({ order }) => order.status),
      orders.map(({ order }) => order.canceled),
      orders.map(({ order }) => JSON.stringify(order.gateways)),
      orders.map(({ order }) => new Date(order.placedAt).toISOString()),
      ...ENCODED.map(({ oid }, index) =>
        arrayOfFields(
          oid,
          encoded.map(fields => fields[index]!),
        ),
      ),
    ],
  )
}

/** Columns whose values are passed on as they were encoded, with the oids of their types. */
const ENCODED = [
  { column: 'total', oid: 1700 },
  { column: 'customer_name', oid: 25 },
  { column: 'search', oid: 3614 },
  { column: 'currency', oid: 25 },
  { column: 'content', oid: 114 },
] as const

function jsonOf(numbers: ReadonlyMap<string, number>): string {
  let text = ''
  for (const [id, number] of numbers) text += `${text === '' ? '' : ','}${JSON.stringify(id)}:${number}`
  return `{${text}}`
}
