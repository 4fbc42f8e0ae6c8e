import { Readable } from 'node:stream'
import type { Queryable } from '../db/database.js'
import { AppError } from '../errors.js'
import { loadFeed } from './load-feed.js'
import type { OfferedOrders, OrderQuery } from './offer-orders.js'
import { contentTypeOf, encode, renderEnd, renderStart } from './render-orders.js'
import { TEXTS } from './texts.js'

/** The answer to a query when nothing is owed and the session has nothing to confirm: it takes no batch, and leaves nothing behind. */
export async function offerNothing(
  db: Queryable,
  query: Pick<OrderQuery, 'integrationKey' | 'payments'>,
  now = new Date(),
): Promise<OfferedOrders> {
  const loaded = await loadFeed(db, query.integrationKey, query)
  if (!loaded) throw new AppError('not-found', TEXTS.integrationGone)
  const { feed } = loaded
  const bytes = encode(renderStart(feed, now) + renderEnd(), feed)
  return {
    contentType: contentTypeOf(feed),
    contentLength: bytes.length,
    body: Readable.from([bytes], { objectMode: false }),
    batchId: undefined,
    orderCount: () => 0,
  }
}
