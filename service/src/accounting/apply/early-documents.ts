import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import { type AttachedDocument, identity } from '../reading/read-reported.js'
import type { ReportedDocument } from '../reported-document.js'
import { type FoundOrder, hasSign, idsOf } from './find-order.js'

/** Payments and shipments of an integration that wait for the documents of their orders; older ones don't. */
const MOST_EARLY = 2000

/** Lets the oldest wait no longer; they stay listed, until sweepUnknown deletes them. */
export async function boundEarly(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query(
    `update unknown_document set attached = null where id in (
       select id from unknown_document where integration_key = $1 and attached is not null
        order by id desc offset $2)`,
    [integrationKey, MOST_EARLY],
  )
}

interface EarlyRow {
  id: number
  number: string
  reported: ReportedDocument
  attached: AttachedDocument
}

/**
 * Takes from the unknown documents the payments and shipments that came before this document of an order, in
 * the order in which they came. What names the order by its number alone needs a sign of it (7.18).
 */
export async function takeEarly(
  tx: Queryable,
  { integrationKey, feed }: { integrationKey: number; feed: Feed },
  { documentId, orderNumber }: ReportedDocument,
  order: FoundOrder,
): Promise<AttachedDocument[]> {
  const ids = [documentId, ...idsOf(order)].flatMap(id => id?.toLowerCase() ?? [])
  const { rows } = await tx.query<EarlyRow>(
    `select id, number, reported, attached from unknown_document
      where integration_key = $1 and lower(number) = any($2) and attached is not null order by id`,
    [integrationKey, orderNumber === null ? ids : [...ids, orderNumber.toLowerCase()]],
  )
  const own = rows.filter(({ number, reported: { total, customer } }) => {
    if (ids.includes(number.toLowerCase())) return true
    const reference = { orderNumber: number, documentId: identity(number), orderId: number }
    return hasSign(order, { ...reference, total, customer }, feed)
  })
  if (own.length > 0)
    await tx.query('delete from unknown_document where id = any($1)', [own.map(({ id }) => id)])
  return own.map(({ attached }) => attached)
}
