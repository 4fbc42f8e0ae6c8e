import type { Queryable } from '../../db/database.js'
import { type Put, written } from './put.js'

/** Writes orders; old contents become revisions. Violates sale_order_id if one was created meanwhile. */
export async function writeOrders(tx: Queryable, locationId: string, puts: readonly Put[]): Promise<void> {
  const fresh = written(puts).filter(({ stored }) => !stored)
  const changed = written(puts).filter(({ stored }) => stored)
  if (fresh.length > 0)
    await tx.query(
      `insert into sale_order (location_id, ${NAMES}) overriding system value
       select $1, ${NAMES} from json_to_recordset($2) as n(${COLUMNS})`,
      [locationId, rowsOf(fresh)],
    )
  if (changed.length > 0)
    await tx.query(
      `with n as materialized (select * from json_to_recordset($1) as n(${COLUMNS})),
       kept as (
         insert into order_revision (order_key, revision, content, content_size, recorded_at)
         select o.key, o.revision, o.content, o.content_size, o.changed_at
           from sale_order o join n on n.key = o.key)
       update sale_order o
          set ${CHANGED}, changed_at = now()
         from n where o.key = n.key`,
      [rowsOf(changed)],
    )
}

const TYPES: Record<string, string> = {
  key: 'bigint',
  id: 'text',
  company_id: 'uuid',
  sequence_number: 'bigint',
  revision: 'int',
  payment_numbers: 'json',
  content_size: 'int',
  platform_number: 'text',
  status: 'text',
  canceled: 'boolean',
  gateways: 'text[]',
  placed_at: 'timestamptz',
  total: 'numeric',
  customer_name: 'text',
  search: 'tsvector',
  currency: 'text',
  content: 'json',
}
const NAMES = Object.keys(TYPES).join(', ')
const FIXED = ['key', 'id', 'company_id', 'sequence_number']
const CHANGED = Object.keys(TYPES)
  .filter(name => !FIXED.includes(name))
  .map(name => `${name} = n.${name}`)
  .join(', ')
const COLUMNS = Object.entries(TYPES)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')

/** A list of JSON; contents are JSON already, and are stored as they are. */
function rowsOf(puts: readonly Put[]): string {
  return `[${puts.map(rowOf).join(',')}]`
}

function rowOf({ order, key, sequenceNumber, revision, paymentNumbers }: Put): string {
  const row = JSON.stringify({
    key,
    id: order.id,
    company_id: order.companyId,
    sequence_number: sequenceNumber,
    revision,
    payment_numbers: paymentNumbers,
    content_size: order.size,
    platform_number: order.number,
    status: order.status,
    canceled: order.canceled,
    gateways: order.gateways,
    placed_at: new Date(order.placedAt),
    total: order.total,
    customer_name: order.customerName,
    search: order.search,
    currency: order.currency,
  })
  return `${row.slice(0, -1)},"content":${order.content}}`
}
