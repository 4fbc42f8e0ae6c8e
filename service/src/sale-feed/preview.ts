import { Readable } from 'node:stream'
import type { SaleDocument } from '@obmen/codec'
import type { Queryable } from '../db/database.js'
import type { PagePosition } from '../orders/routing/offer-page.js'
import { countFittingOrders, type PreviewedOrder, previewPage } from '../orders/routing/preview-page.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import { mapOrder } from './document/map-order.js'
import { type Feed, type FeedReader, loadFeed } from './feed.js'
import { loadRevision } from './load-revision.js'
import { contentTypeOf, encode, renderEnd, renderOrders, renderStart } from './render-orders.js'

export interface PreviewOptions extends FeedReader {
  /** Most orders; undefined: as many as a query returns. */
  limit: number | undefined
  /** Limit of their JSON in bytes; the first order is always included. */
  bytes?: number
  /** Of these orders, those that 1C has confirmed, as it did. */
  confirmed?: boolean
}

/** The XML of a preview, written while it is being read. */
export interface QueryPreview {
  contentType: string
  /** Number of orders that it will contain, unless some are confirmed meanwhile. */
  orderCount: number
  more: boolean
  body: Readable
}

/** Read at once: their rows are parsed in one go. */
const PREVIEW_PAGE = 100

/**
 * What the integration's next query would return, without recording anything. `onOrder` is called with each
 * order before it is written. Undefined if the integration no longer exists.
 */
export async function previewQuery(
  db: Queryable,
  integrationKey: number,
  {
    limit: requestedLimit = Number.POSITIVE_INFINITY,
    bytes = Number.MAX_SAFE_INTEGER,
    confirmed = false,
    ...reader
  }: PreviewOptions,
  onOrder: (order: PreviewedOrder) => void = () => undefined,
): Promise<QueryPreview | undefined> {
  const loaded = await loadFeed(db, integrationKey, reader)
  if (!loaded) return undefined
  const { feed } = loaded
  const limit = Math.min(requestedLimit, feed.settings.batchlimit)
  const { fitting: orderCount, more } =
    limit === 0 ? { fitting: 0, more: false } : await countFittingOrders(db, integrationKey, limit, bytes)

  async function* renderPages(): AsyncGenerator<Buffer, void> {
    yield encode(renderStart(feed, new Date()), feed)
    const pause = yieldBetweenSteps({ rests: 3 })
    let after: PagePosition | undefined
    for (let remaining = orderCount; remaining > 0; ) {
      const page = await previewPage(db, integrationKey, Math.min(remaining, PREVIEW_PAGE), {
        after,
        confirmed,
      })
      if (page.length === 0) break
      const written = confirmed
        ? page.flatMap(each => (each.confirmed ? [{ ...each, order: each.confirmed }] : []))
        : page
      for (const each of written) onOrder(each)
      remaining -= page.length
      after = page.at(-1)
      for (const text of renderOrders(written, feed)) {
        if (text !== '') yield encode(text, feed)
        await pause()
      }
    }
    yield encode(renderEnd(), feed)
  }
  const body = Readable.from(renderPages(), { objectMode: false })
  return { contentType: contentTypeOf(feed), orderCount, more, body }
}

export interface OrderPreview {
  revision: number
  document: SaleDocument
  /** The file that 1C would get, as text without a byte order mark. */
  writeXml(): Promise<string>
}

/**
 * One order as it would be sent to the integration's 1C now, at its latest or a given revision, whether it is
 * owed or not. Undefined if there is no such integration, order or revision.
 */
export async function previewOrder(
  db: Queryable,
  integrationKey: number,
  orderKey: number,
  { revision, ...reader }: FeedReader & { revision?: number | undefined } = {},
): Promise<OrderPreview | undefined> {
  const loaded = await loadFeed(db, integrationKey, reader)
  const found = loaded && (await loadRevision(db, integrationKey, orderKey, revision))
  return (
    found && {
      revision: found.revision,
      document: mapOrder(found, loaded.feed),
      writeXml: () => xmlOf(found, loaded.feed),
    }
  )
}

async function xmlOf(order: Parameters<typeof mapOrder>[0], feed: Feed): Promise<string> {
  const pause = yieldBetweenSteps()
  let xml = renderStart(feed, new Date()).replace(/^\ufeff/, '')
  for (const text of renderOrders([order], feed)) {
    xml += text
    await pause()
  }
  return xml + renderEnd()
}
