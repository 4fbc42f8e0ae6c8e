import type { Readable } from 'node:stream'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import { offerPage, PAGE_LIMIT, type PageOfBatch, type PagePosition } from '../orders/routing/offer-page.js'
import { abandonBatch, deleteItems } from '../outbox/batches/end-batches.js'
import { markSent } from '../outbox/batches/mark-sent.js'
import { openBatch } from '../outbox/open-batch.js'
import { draftPayments } from '../outbox/payments/payment-export.js'
import { type LoadedFeed, loadFeed } from './load-feed.js'
import { type Downloads, type PageMemory, pageMemory } from './page-memory.js'
import { includedPayments } from './payments/included-payments.js'
import { contentTypeOf } from './render-orders.js'
import {
  AbandonedBatch,
  type BatchStream,
  type StreamedBatch,
  type StreamedPage,
  streamBatch,
} from './stream-batch.js'
import { TEXTS } from './texts.js'

/** A query of a 1C, and the limits of its answer. */
export interface OrderQuery {
  integrationKey: number
  sessionId: number
  /** The query came with the cookie of its session. */
  byCookie?: boolean
  /** How payments are sent in this session. */
  payments: PaymentForm
  /** Bytes of JSON that one page of orders may take. */
  pageBytes?: number
  /** The memory shared by all answers; undefined: no limit. */
  downloads?: Downloads
  /** How many of the integration's unconfirmed batches can still be confirmed. */
  keepUnconfirmed?: number
  /** Seconds until the first retry of an order that 1C refused. */
  retrySeconds?: number
}

const RETRY_SECONDS = 3600

/** The answer to a query. */
export interface OfferedOrders {
  /** `application/xml; charset=…` */
  contentType: string
  /** Bytes; known when there is only one page of orders. */
  contentLength: number | undefined
  body: Readable
  batchId: number
  /** Orders written so far. */
  orderCount(): number
}

/**
 * Opens a batch of what the integration is owed now, at most `batchlimit` orders, and streams its XML. Between two pages no transaction
 * is open, however slowly 1C reads. If the stream ends early, the batch is abandoned and its orders stay owed.
 */
export async function offerOrders(
  db: Database,
  query: OrderQuery,
  signal: AbortSignal,
  now = new Date(),
): Promise<OfferedOrders> {
  const loaded = await loadFeed(db, query.integrationKey, query)
  if (!loaded) throw new AppError('not-found', TEXTS.integrationGone)
  const { feed } = loaded
  const by = feed.profile.asksUntilEmpty ? 'further-query' : 'query'
  const { quarantineafter, quarantinepause, batchlimit } = feed.settings
  const {
    id: batchId,
    selection,
    abandoned,
  } = await openBatch(db, {
    integrationKey: query.integrationKey,
    sessionId: query.sessionId,
    by,
    lineIds: feed.profile.itemIds === 'of-line',
    ...(query.byCookie !== undefined && { byCookie: query.byCookie }),
    ...(query.keepUnconfirmed !== undefined && { keepUnconfirmed: query.keepUnconfirmed }),
    quarantine: {
      ...{
        after: quarantineafter,
        pauseSeconds: quarantinepause,
        blamesLast: feed.profile.confirmsFailures === true,
        limit: batchlimit,
      },
      retrySeconds: query.retrySeconds ?? RETRY_SECONDS,
    },
  })
  // Who asks again no longer reads the earlier answer, which would keep its memory until it broke off.
  for (const earlier of abandoned) query.downloads?.running.get(earlier)?.()
  const abandon = (): Promise<void> => abandonBatch(db, batchId).catch(() => undefined)
  // There may be thousands of items, so they are deleted when nobody waits any more. If that fails, the sweep deletes them.
  const release = (): void => void deleteItems(db, abandoned).catch(() => undefined)
  let stream: BatchStream | undefined
  const room = pageMemory({
    downloads: query.downloads,
    pageBytes: query.pageBytes,
    owner: loaded.companyId,
    signal,
    overdue: refusal => stream?.body.destroy(refusal),
  })
  try {
    signal.throwIfAborted()
    stream = await streamBatch(streamedBatch(db, { batchId, selection }, query, loaded, room), feed, now)
    const { body, contentLength, orderCount, wasSent } = stream
    const stop = (): void => void body.destroy()
    signal.addEventListener('abort', stop, { once: true })
    query.downloads?.running.set(batchId, () => body.destroy(new AbandonedBatch()))
    body.once('close', () => {
      signal.removeEventListener('abort', stop)
      query.downloads?.running.delete(batchId)
      room.close()
      // If the database fails, too, the batch stays open, and the next query or success finds it unfinished.
      if (!wasSent()) void abandon()
      release()
    })
    if (signal.aborted) stop()
    return { contentType: contentTypeOf(feed), contentLength, body, batchId, orderCount }
  } catch (error) {
    room.close()
    await abandon()
    release()
    throw error
  }
}

function streamedBatch(
  db: Database,
  { batchId, selection }: Pick<PageOfBatch, 'batchId' | 'selection'>,
  { integrationKey, pageBytes }: OrderQuery,
  { feed, companyId }: LoadedFeed,
  memory: PageMemory,
): StreamedBatch {
  const further = feed.profile.asksUntilEmpty === true
  let after: PagePosition | undefined
  let remaining = feed.settings.batchlimit
  const readPage = async (room?: number) => {
    const limit = Math.min(remaining, PAGE_LIMIT)
    const page = await offerPage(db, {
      ...{ batchId, integrationKey, companyId, after, limit, further, selection, room },
      ...(pageBytes !== undefined && { bytes: pageBytes }),
    })
    if (!page.open) throw new AbandonedBatch()
    if (page.tooLarge !== undefined) return { tooLarge: page.tooLarge }
    const newlySent = page.orders.flatMap(order =>
      includedPayments(order, feed).newlySent.map(payment => ({ orderKey: order.key, ...payment })),
    )
    await draftPayments(db, batchId, newlySent)
    remaining -= page.orders.length
    after = page.after
    return { page: { orders: page.orders, last: page.last || remaining === 0 }, bytes: page.bytes }
  }
  const toStreamedPage = ({ page, done }: { page: StreamedPage; done(): void }): StreamedPage => ({
    ...page,
    done,
  })
  return {
    nextOrders: async () => toStreamedPage(await memory.read(readPage)),
    async readAhead() {
      const ahead = await memory.readAhead(readPage)
      return ahead && toStreamedPage(ahead)
    },
    markSent: () => markSent(db, batchId),
    passOn: memory.passOn,
  }
}
