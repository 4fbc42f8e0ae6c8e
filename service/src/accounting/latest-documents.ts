import type { LatestDocuments } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { latestConfirmedOrders } from '../outbox/batches/batch-sql.js'
import { entryJoin, numberSql } from '../outbox/entries/entry-sql.js'

const SHOWN = 5

type LatestRow = Omit<LatestDocuments['items'][number], 'at'> & { at: Date }

/** The last documents that a 1C sent; if it has sent none, the last orders that it confirmed. */
export async function latestDocuments(
  db: Queryable,
  integrationKey: number,
): Promise<{ reported: boolean; items: LatestRow[] }> {
  const documents = await latest(db, integrationKey, DOCUMENTS)
  if (documents.length > 0) return { reported: true, items: documents }
  return { reported: false, items: await latest(db, integrationKey, CONFIRMED) }
}

async function latest(db: Queryable, integrationKey: number, source: string): Promise<LatestRow[]> {
  const { rows } = await db.query<LatestRow>(
    `select o.id as "orderId", ${numberSql('e.sent_number', '$1', 'o.key', 'o.sequence_number')} as "numberIn1c",
            d.reported->>'documentNumber' as "documentNumber", d.reported->>'documentDate' as "documentDate",
            coalesce(d.reported->>'total', o.total::text) as total, o.currency, l.at
       from (${source}) l
       join sale_order o on o.key = l.order_key
       left join ${entryJoin('e', '$1', 'o.key')}
       left join accounting_document d on d.integration_key = $1 and d.order_key = o.key
      order by l.at desc, o.key desc`,
    [integrationKey, SHOWN],
  )
  return rows
}

/** Of the newest files and batches alone, so that a 1C of many orders is asked as quickly. */
const DOCUMENTS = `
  select d.order_key, max(u.received_at) as at
    from (select id, received_at from upload
           where integration_key = $1 and type = 'sale' and documents > 0 order by id desc limit $2) u
    join upload_document d on d.upload_id = u.id
   where d.order_key is not null group by d.order_key order by at desc, d.order_key desc limit $2`
const CONFIRMED = latestConfirmedOrders('$1', '$2')

/** Which of these integrations have had a document from their 1C. */
export async function withDocuments(
  db: Queryable,
  integrationKeys: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await db.query<{ key: number }>(
    `select key from unnest($1::integer[]) key
      where exists (select from accounting_document d where d.integration_key = key)`,
    [integrationKeys],
  )
  return new Set(rows.map(({ key }) => key))
}
