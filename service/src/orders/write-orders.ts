import { copyText } from '../db/copy-text.js'
import type { Queryable } from '../db/database.js'
import { cutText } from './cut-text.js'
import type { NumberedPut } from './number-orders.js'
import { isCanceled } from './order.js'
import { liveGateways } from './rules.js'
import { nameOf, searchVector } from './search-words.js'

/** Characters of the customer's name that lists show. */
const LISTED_NAME = 300

/** Breaks the unique index sale_order_id when one of them was created meanwhile. */
export async function insertOrders(
  tx: Queryable,
  locationId: string,
  orders: readonly NumberedPut[],
): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map(put =>
    copyText([
      put.key,
      locationId,
      put.order.id,
      put.company.id,
      put.sequenceNumber,
      put.revision,
      ...written(put),
    ]),
  )
  await tx.copyIn(
    `copy sale_order (key, location_id, id, company_id, sequence_number, revision, ${WRITTEN}) from stdin`,
    rows.join(''),
  )
}

/** Replaces the contents; those replaced are kept as revisions. */
export async function updateOrders(tx: Queryable, orders: readonly NumberedPut[]): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map(
    put => `[${[put.key, put.revision, ...written(put)].map(value => JSON.stringify(value)).join(',')}]`,
  )
  await tx.query(
    `with n as materialized (
       select (v->>0)::bigint as key, (v->>1)::int as revision, (v->>2) as platform_number, (v->>3)::json as content,
              (v->>4)::bytea as content_hash, (v->>5)::json as payment_numbers, v->>6 as status, (v->>7)::boolean as canceled,
              (v->>8)::text[] as gateways, (v->>9)::timestamptz as placed_at, (v->>10)::numeric as total,
              v->>11 as customer_name, (v->>12)::tsvector as search
         from json_array_elements($1::json) as v),
     kept as (
       insert into order_revision (order_key, revision, content, recorded_at)
       select o.key, o.revision, o.content, o.changed_at from sale_order o join n on n.key = o.key)
     update sale_order o
        set revision = n.revision, platform_number = n.platform_number, content = n.content, content_hash = n.content_hash,
            payment_numbers = n.payment_numbers, status = n.status, canceled = n.canceled, gateways = n.gateways,
            placed_at = n.placed_at, total = n.total, customer_name = n.customer_name, search = n.search, changed_at = now()
       from n where o.key = n.key`,
    [`[${rows.join(',')}]`],
  )
}

const WRITTEN =
  'platform_number, content, content_hash, payment_numbers, status, canceled, gateways, placed_at, total, customer_name, search'

/** Values of the columns WRITTEN, as PostgreSQL reads their texts. */
function written({
  order,
  content,
  hash,
  paymentNumbers,
  sequenceNumber,
}: NumberedPut): (string | boolean | null)[] {
  return [
    order.number ?? null,
    content,
    `\\x${hash}`,
    jsonOf(paymentNumbers),
    order.status,
    isCanceled(order),
    arrayOf(liveGateways(order.payments)),
    new Date(Date.parse(order.placedAt)).toISOString(),
    order.total,
    cutText(nameOf(order.customer), LISTED_NAME),
    searchVector(order, sequenceNumber),
  ]
}

function jsonOf(numbers: ReadonlyMap<string, number>): string {
  let text = ''
  for (const [id, number] of numbers) text += `${text === '' ? '' : ','}${JSON.stringify(id)}:${number}`
  return `{${text}}`
}

function arrayOf(words: readonly string[]): string {
  return `{${words.map(word => `"${word.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
}
