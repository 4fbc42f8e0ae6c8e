import type { Customer } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { adoptedRevisionSql } from '../../outbox/entries/adopt-orders.js'
import { entryJoin, ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import { mapCounterparty } from '../../sale-feed/document/map-counterparty.js'
import { hashedId, isHashedId } from '../../sale-feed/document/short-id.js'
import type { Feed } from '../../sale-feed/feed.js'
import type { ReportedDocument } from '../reported-document.js'

export type UnknownReason = 'no-number' | 'unknown-number' | 'not-sent' | 'other-order' | 'before-order'

export interface FoundOrder {
  orderKey: number
  id: string
  total: string
  /** Its day at the location: `2026-11-17`. */
  placedOn: string
  customer: Customer
  paymentAmounts: string[]
  confirmedRevision: number
  sentRevision: number | null
  /** The newest that the platform adopted from this 1C. */
  adoptedRevision: number | null
  /** Bytes that its content, and its known document, take in the database. */
  size: number
}

export interface OrderReference extends Pick<ReportedDocument, 'total' | 'customer'> {
  orderNumber: string | null
  documentId: string | null
  /** `Дата` and `Время` of the order: `2026-11-17T12:15:07`. Розница has several documents of a number. */
  placedAt?: string | undefined
  /** The platform's id of the order, of which its `Ид` was made; only payments and shipments refer to it. */
  orderId?: string | null
}

/** Orders of one number that are looked at: a Розница may have several. */
const MOST_WITH_NUMBER = 20
/** A document dated so many days before an order is another's, whatever its sum and customer. */
const MOST_DAYS_BEFORE = 31
const DAY_MS = 86_400_000

/**
 * Finds the order of a document by the `Ид` or the number under which it was sent to this 1C, whatever the
 * settings are now, otherwise by the GUID of a known document. A number alone is not enough (hasSign): the
 * base may have a document of an older site under it.
 * @returns the reason if there is none
 */
export async function findOrder(
  tx: Queryable,
  { integrationKey, feed }: { integrationKey: number; feed: Feed },
  reference: OrderReference,
): Promise<FoundOrder | UnknownReason> {
  const { orderNumber, documentId, orderId, placedAt } = reference
  const { rows } = await tx.query<FoundOrder & { signed: boolean }>(
    `select o.key as "orderKey", o.id, o.total::text as total, o.content->'customer' as customer,
            to_char(o.placed_at at time zone l.timezone, 'YYYY-MM-DD') as "placedOn",
            array(select p->>'amount' from json_array_elements(o.content->'payments') p) as "paymentAmounts",
            e.confirmed_revision as "confirmedRevision", e.sent_revision as "sentRevision",
            ${adoptedRevisionSql('$1', 'o.key')} as "adoptedRevision",
            pg_column_size(o.content) + coalesce(
              pg_column_size(known.reported) + pg_column_size(known.line_changes), 0) as size,
            f.rank <> 1 or m.same_moment or m.is_known as signed
       from (select s.key as order_key, 0 as rank
               from integration n
               join sale_order s on s.location_id = n.location_id and s.company_id = n.company_id
              where n.key = $1 and s.id = $4
             union all
             select order_key, 1 from ${ordersBySentNumber('$1', '$2')} sent
             union all
             select order_key, 2 from accounting_document
              where integration_key = $1 and document_id = $3) f
       join sale_order o on o.key = f.order_key
       join location l on l.id = o.location_id
       join ${entryJoin('e', '$1', 'f.order_key')} and (f.rank > 0 or e.first_sent_at is not null)
       left join accounting_document known on known.integration_key = $1 and known.order_key = f.order_key
      cross join lateral (
        select coalesce(to_char(o.placed_at at time zone l.timezone, 'YYYY-MM-DD"T"HH24:MI:SS') = $5, false)
                 as same_moment,
               coalesce(known.document_id = $3, false) as is_known) m
      order by signed desc, f.rank, m.same_moment desc, m.is_known desc, f.order_key desc
      limit ${MOST_WITH_NUMBER}`,
    [integrationKey, orderNumber, documentId, orderId ?? null, placedAt ?? null],
  )
  const found = rows.find(row => row.signed || hasSign(row, reference, feed))
  if (found) return found
  if (rows.length > 0) return 'other-order'
  if (orderNumber === null) return 'no-number'
  return (await isOwnNumber(tx, integrationKey, orderNumber)) ? 'not-sent' : 'unknown-number'
}

/**
 * Whether a document with an order's number is of that order by our `Ид`, or by sum and customer, if it is
 * not much older. A payment or shipment may be of a part and before its order: the customer is enough, or
 * the sum if it names none.
 */
export function hasSign(order: FoundOrder, reference: OrderReference, feed: Feed): boolean {
  const { documentId, total, customer, orderId, placedAt = '' } = reference
  if (documentId !== null && idsOf(order).includes(documentId.toLowerCase())) return true
  if (Date.parse(order.placedOn) - Date.parse(placedAt.slice(0, 10)) > MOST_DAYS_BEFORE * DAY_MS) return false
  const isAttached = orderId !== undefined
  const sums = isAttached ? [order.total, ...order.paymentAmounts] : [order.total]
  const sameSum = total !== null && sums.includes(total)
  if (!customer) return isAttached && sameSum
  if (!isAttached && !sameSum) return false
  const { name, inn, ...sent } = mapCounterparty(order.customer, feed.profile)
  const names = [
    name,
    ...('officialName' in sent ? [sent.officialName] : []),
    ...('fullName' in sent ? [sent.fullName] : []),
  ]
  const plain = (text: string | undefined): string => text?.replace(/\s+/g, ' ').toLowerCase() ?? ''
  return (inn ?? null) === null || customer.inn === null
    ? names.some(each => plain(each) === plain(customer.name))
    : customer.inn === inn
}

/** `Ид` of an order, as a 1C may have it. */
export const idsOf = ({ id }: Pick<FoundOrder, 'id'>): string[] => [id.toLowerCase(), hashedId(id)]

/** `Основание` may be the hash under which an order with a long id was sent. */
export async function resolveHashedId(
  tx: Queryable,
  integrationKey: number,
  reference: OrderReference,
): Promise<OrderReference> {
  const { orderId } = reference
  if (typeof orderId !== 'string' || !isHashedId(orderId)) return reference
  const { rows } = await tx.query<{ id: string }>(
    // The last condition is that of the index sale_order_hashed_id.
    `select s.id from integration n join sale_order s on s.location_id = n.location_id
      where n.key = $1 and hashed_order_id(s.id) = $2
        and (octet_length(s.id) > 40 or octet_length(s.id) <> length(s.id) or s.id <> btrim(s.id)
             or s.id like 'sha256-%')`,
    [integrationKey, orderId],
  )
  return { ...reference, orderId: rows[0]?.id ?? orderId }
}

/** Whether a number, unknown to this 1C, is that of an order of its company all the same. */
async function isOwnNumber(tx: Queryable, integrationKey: number, number: string): Promise<boolean> {
  if (!/^[1-9]\d{0,14}$/.test(number)) return false
  const { rows } = await tx.query(
    `select from sale_order o join integration i on i.company_id = o.company_id
      where i.key = $1 and o.sequence_number = $2::bigint`,
    [integrationKey, number],
  )
  return rows.length > 0
}
