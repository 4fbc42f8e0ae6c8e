import type { SaleDocument } from '@obmen/codec'
import type { Queryable } from '../db/database.js'
import type { OfferedOrder } from '../orders/offer-page.js'
import { previewPage } from '../orders/preview-page.js'
import type { Feed } from './feed.js'
import { type FeedReader, loadFeed } from './load-feed.js'
import { loadRevision } from './load-revision.js'
import { mapOrder } from './map-order.js'
import { contentTypeOf, encode, renderEnd, renderOrders, renderStart } from './render-orders.js'

/** XML that nobody was given. */
export interface Preview {
  /** `application/xml; charset=…` */
  contentType: string
  /** Text of the file; `bytes` are what 1C would get. */
  xml: string
  bytes: Buffer
  orders: { key: number; id: string; revision: number; document: SaleDocument }[]
}

/**
 * What the integration's next query would give, with nothing marked: `limit` orders at most.
 * Undefined when the integration is gone.
 */
export async function previewQuery(
  db: Queryable,
  integrationKey: number,
  { limit, ...reader }: FeedReader & { limit: number },
  now = new Date(),
): Promise<Preview | undefined> {
  const loaded = await loadFeed(db, integrationKey, reader)
  if (!loaded) return undefined
  const orders = await previewPage(db, integrationKey, 0, Math.min(limit, loaded.feed.settings.batchlimit))
  return previewOf(orders, loaded.feed, now)
}

/**
 * One order as it would go to the integration's 1C now, or as it went at a revision (with today's settings), whether it is owed or not.
 * Undefined when there is no such integration, order or revision.
 */
export async function previewOrder(
  db: Queryable,
  integrationKey: number,
  orderKey: number,
  { revision, ...reader }: FeedReader & { revision?: number | undefined } = {},
  now = new Date(),
): Promise<Preview | undefined> {
  const loaded = await loadFeed(db, integrationKey, reader)
  const order = loaded && (await loadRevision(db, integrationKey, orderKey, revision))
  return order && previewOf([order], loaded.feed, now)
}

function previewOf(orders: readonly OfferedOrder[], feed: Feed, now: Date): Preview {
  const xml = renderStart(feed, now) + [...renderOrders(orders, feed)].join('') + renderEnd()
  return {
    contentType: contentTypeOf(feed),
    xml: xml.replace(/^\ufeff/, ''),
    bytes: encode(xml, feed),
    orders: orders.map(order => ({
      key: order.key,
      id: order.order.id,
      revision: order.revision,
      document: mapOrder(order, feed),
    })),
  }
}
