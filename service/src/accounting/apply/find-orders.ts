import type { Queryable } from '../../db/database.js'
import { adoptedRevisionSql } from '../../outbox/entries/adopt-orders.js'
import { entryJoin, ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import { isHashedId } from '../../sale-feed/document/short-id.js'

export type UnknownReason = 'no-number' | 'unknown-number' | 'not-sent'

/** The order of a document, and what its 1C has received of it. */
export interface FoundOrder {
  orderKey: number
  revision: number
  total: string
  pendingRevision: number
  confirmedRevision: number
  sentRevision: number | null
  /** The newest that the platform took over from this 1C. */
  takenOverRevision: number | null
  /** Bytes that its content, and its known document, take in the database. */
  size: number
}

/** How a document refers to its order. */
export interface OrderReference {
  orderNumber: string | null
  documentId: string | null
  /** `Дата` and `Время`, those of the order: `2026-11-17T12:15:07`. Розница has several documents of a number. */
  placedAt?: string | undefined
  /** The platform's id of the order, of which its `Ид` was made; only payments and shipments refer to it. */
  orderId?: string | null
}

/**
 * Finds the order of each document by the `Ид` or the number under which it was sent to this 1C, whatever the settings are now,
 * otherwise by the GUID of a known document; if there is none, returns the reason. Of several orders with the number it is the one with
 * the document's date and time, otherwise the one that is known to have this document, otherwise the newest.
 */
export async function findOrders(
  tx: Queryable,
  integrationKey: number,
  documents: readonly OrderReference[],
): Promise<(FoundOrder | UnknownReason)[]> {
  const { rows } = await tx.query<FoundOrder & { at: number }>(
    `select d.at::int as at, o.*
       from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as d(number, id, order_id, placed_at, at)
      cross join lateral (
        select o.key as "orderKey", o.revision, o.total::text as total, e.pending_revision as "pendingRevision",
               e.confirmed_revision as "confirmedRevision", e.sent_revision as "sentRevision",
               ${adoptedRevisionSql('$1', 'o.key')} as "takenOverRevision",
               pg_column_size(o.content) + coalesce(
                 (select pg_column_size(known.said) + pg_column_size(known.line_changes) from accounting_document known
                   where known.integration_key = $1 and known.order_key = f.order_key), 0) as size
          from (select s.key as order_key, 0 as rank
                  from integration n join sale_order s on s.location_id = n.location_id and s.company_id = n.company_id
                 where n.key = $1 and s.id = d.order_id
                union all
                select order_key, 1 from ${ordersBySentNumber('$1', 'd.number')} known
                union all
                select order_key, 2 from accounting_document where integration_key = $1 and document_id = d.id) f
          join sale_order o on o.key = f.order_key
          join location l on l.id = o.location_id
          join ${entryJoin('e', '$1', 'f.order_key')} and (f.rank > 0 or e.first_sent_at is not null)
         order by f.rank,
                  coalesce(starts_with(to_char(o.placed_at at time zone l.timezone, 'YYYY-MM-DD"T"HH24:MI:SS'), d.placed_at), false) desc,
                  exists (select from accounting_document known
                           where known.integration_key = $1 and known.order_key = f.order_key and known.document_id = d.id) desc,
                  f.order_key desc limit 1) o`,
    [
      integrationKey,
      documents.map(({ orderNumber }) => orderNumber),
      documents.map(({ documentId }) => documentId),
      documents.map(({ orderId }) => orderId ?? null),
      documents.map(({ placedAt }) => placedAt ?? null),
    ],
  )
  const found = new Map(rows.map(({ at, ...order }) => [at, order]))
  const unmatched = documents.flatMap(({ orderNumber }, index) =>
    found.has(index + 1) ? [] : (orderNumber ?? []),
  )
  const neverSent = await numbersNeverSent(tx, integrationKey, unmatched)
  return documents.map(({ orderNumber }, index) => {
    const order = found.get(index + 1)
    if (order) return order
    if (orderNumber === null) return 'no-number'
    return neverSent.has(orderNumber) ? 'not-sent' : 'unknown-number'
  })
}

/** The platform's ids of orders that were sent under a hash (`documentId`), by that hash. */
export async function findHashedIds(
  tx: Queryable,
  integrationKey: number,
  sentIds: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(sentIds.filter(id => typeof id === 'string' && isHashedId(id)))]
  if (hashes.length === 0) return new Map()
  const { rows } = await tx.query<{ id: string; hash: string }>(
    // The last condition is that of the index sale_order_hashed_id.
    `select s.id, hashed_order_id(s.id) as hash
       from integration n join sale_order s on s.location_id = n.location_id
      where n.key = $1 and hashed_order_id(s.id) = any($2)
        and (octet_length(s.id) > 40 or octet_length(s.id) <> length(s.id) or s.id <> btrim(s.id) or s.id like 'sha256-%')`,
    [integrationKey, hashes],
  )
  return new Map(rows.map(({ id, hash }) => [hash, id]))
}

/** Which of the numbers, unknown to this 1C, belong to orders of its company all the same. */
async function numbersNeverSent(
  tx: Queryable,
  integrationKey: number,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const possible = numbers.filter(number => /^[1-9]\d{0,14}$/.test(number))
  if (possible.length === 0) return new Set()
  const { rows } = await tx.query<{ number: string }>(
    `select o.sequence_number::text as number from sale_order o join integration i on i.company_id = o.company_id
      where i.key = $1 and o.sequence_number = any($2::bigint[])`,
    [integrationKey, possible],
  )
  return new Set(rows.map(({ number }) => number))
}
