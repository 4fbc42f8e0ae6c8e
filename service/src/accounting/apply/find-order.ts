import type { Queryable } from '../../db/database.js'
import { adoptedRevisionSql } from '../../outbox/entries/adopt-orders.js'
import { entryJoin, ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import { isHashedId } from '../../sale-feed/document/short-id.js'

export type UnknownReason = 'no-number' | 'unknown-number' | 'not-sent'

export interface FoundOrder {
  orderKey: number
  total: string
  confirmedRevision: number
  sentRevision: number | null
  /** The newest that the platform adopted from this 1C. */
  adoptedRevision: number | null
  /** Bytes that its content, and its known document, take in the database. */
  size: number
}

export interface OrderReference {
  orderNumber: string | null
  documentId: string | null
  /** `Дата` and `Время` of the order: `2026-11-17T12:15:07`. Розница has several documents of a number. */
  placedAt?: string | undefined
  /** The platform's id of the order, of which its `Ид` was made; only payments and shipments refer to it. */
  orderId?: string | null
}

/**
 * Finds the order of a document by the `Ид` or the number under which it was sent to this 1C, whatever the
 * settings are now, otherwise by the GUID of a known document. Of several with the number it is the one
 * with the document's date and time, else the one known to have this document, else the newest.
 * @returns the reason if there is none
 */
export async function findOrder(
  tx: Queryable,
  integrationKey: number,
  { orderNumber, documentId, orderId, placedAt }: OrderReference,
): Promise<FoundOrder | UnknownReason> {
  const { rows } = await tx.query<FoundOrder>(
    `select o.key as "orderKey", o.total::text as total, e.confirmed_revision as "confirmedRevision",
            e.sent_revision as "sentRevision", ${adoptedRevisionSql('$1', 'o.key')} as "adoptedRevision",
            pg_column_size(o.content) + coalesce(
              pg_column_size(known.reported) + pg_column_size(known.line_changes), 0) as size
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
      order by f.rank,
               coalesce(starts_with(
                 to_char(o.placed_at at time zone l.timezone, 'YYYY-MM-DD"T"HH24:MI:SS'), $5), false) desc,
               coalesce(known.document_id = $3, false) desc, f.order_key desc
      limit 1`,
    [integrationKey, orderNumber, documentId, orderId ?? null, placedAt ?? null],
  )
  if (rows[0]) return rows[0]
  if (orderNumber === null) return 'no-number'
  return (await isOwnNumber(tx, integrationKey, orderNumber)) ? 'not-sent' : 'unknown-number'
}

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
