import type { Queryable } from '../../../db/database.js'
import { entryJoin } from '../../../outbox/entries/entry-sql.js'
import type { DocumentRow } from '../../programs/program.js'

/** A document of an order, as a reading saw it. */
export interface StoredDocument extends DocumentRow {
  orderKey: number
  isWeak: boolean
  /** Undefined: as it was known. */
  customerAgrees: boolean | null | undefined
}

/** Of which reading of which 1C rows are. */
export interface ReadingOf {
  integrationKey: number
  /** The reading's. */
  number: number
}

const KEPT_VERSIONS = 5

/**
 * Stores what documents say. A weak one is stored only if nothing else is known of its order; in place of one
 * that is gone, if the exchange may have made it again, with the same day.
 */
export async function storeDocuments(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  kind: string,
  documents: readonly StoredDocument[],
): Promise<void> {
  if (documents.length === 0) return
  const weak = new Set<number>()
  const stored = documents.filter(({ isWeak, orderKey }) => {
    if (!isWeak) return true
    const isFirst = !weak.has(orderKey)
    weak.add(orderKey)
    return isFirst
  })
  await db.query(
    `insert into read_document as d
            (integration_key, order_key, ref, kind, marked, weak, number, date, organization, customer_agrees,
             data_version, posted, deleted, total, reading, seen_at)
     select $1, r."orderKey", r.ref, $3, false, r."isWeak", r.number, r.date, r.organization,
            r."customerAgrees", r.version, r.posted, r.deleted, r.total, $2, now()
       from json_to_recordset($4)
            as r("orderKey" bigint, ref uuid, "isWeak" boolean, number text, date timestamp, organization uuid,
                 "customerAgrees" boolean, version text, posted boolean, deleted boolean, total numeric)
      where not r."isWeak" or not exists (
              select from read_document o
               where o.integration_key = $1 and o.order_key = r."orderKey" and o.ref <> r.ref
                 and (not o.gone or o.date::date <> r.date::date))
     on conflict (integration_key, order_key, ref) do update
        set number = excluded.number, date = excluded.date, organization = excluded.organization,
            customer_agrees = case when d.data_version = excluded.data_version then d.customer_agrees
                                   else excluded.customer_agrees end,
            data_version = excluded.data_version,
            earlier_versions = case when d.data_version is distinct from excluded.data_version
                                     and d.data_version is not null
                                    then (array_prepend(d.data_version, d.earlier_versions))[1:${KEPT_VERSIONS}]
                                    else d.earlier_versions end,
            posted = excluded.posted, deleted = excluded.deleted, total = excluded.total, gone = false,
            reading = excluded.reading, seen_at = excluded.seen_at`,
    [integrationKey, number, kind, JSON.stringify(stored)],
  )
}

/** 1C has no such document any more; `seen_at` is when that was first found. */
export async function storeGone(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  ref: string,
): Promise<void> {
  await db.query(
    `update read_document
        set gone = true, reading = $2, seen_at = case when gone then seen_at else now() end
      where integration_key = $1 and ref = $3`,
    [integrationKey, number, ref],
  )
}

/** A weak document gives way to any other that the order has. */
export async function dropWeak(db: Queryable, integrationKey: number): Promise<void> {
  await db.query(
    `delete from read_document w
      where w.integration_key = $1 and w.weak and exists (
              select from read_document o
               where o.integration_key = $1 and o.order_key = w.order_key and not o.weak and not o.gone)`,
    [integrationKey],
  )
}

/** Documents that say themselves of which order they are, by the orders' ids. */
export async function storeMarks(
  db: Queryable,
  { integrationKey }: ReadingOf,
  kind: string,
  marks: readonly { ref: string; value: string }[],
): Promise<void> {
  await db.query(
    `insert into read_document as d (integration_key, order_key, ref, kind, marked, reading, seen_at)
     select distinct $1::int, o.key, m.ref, $2, true, 0, now()
       from unnest($3::uuid[], $4::text[]) as m(ref, value)
       join integration i on i.key = $1
       join sale_order o on o.location_id = i.location_id and o.id = m.value
       join ${entryJoin('e', '$1', 'o.key')} and e.first_sent_at is not null
     on conflict (integration_key, order_key, ref) do update set marked = true, weak = false
      where not d.marked or d.weak`,
    [integrationKey, kind, marks.map(({ ref }) => ref), marks.map(({ value }) => value)],
  )
}
