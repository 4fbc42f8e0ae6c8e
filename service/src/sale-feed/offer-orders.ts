import type { Readable } from 'node:stream'
import type { FullSettings } from '@obmen/contract/settings'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import {
  offerPage,
  PAGE_BYTES,
  PAGE_LIMIT,
  type PageOfBatch,
  type PagePosition,
} from '../orders/routing/offer-page.js'
import { abandonBatch, deleteItems } from '../outbox/batches/end-batches.js'
import { markSent } from '../outbox/batches/mark-sent.js'
import { openBatch, whyAbandoned } from '../outbox/open-batch.js'
import { draftPayments } from '../outbox/payments/payment-export.js'
import { type LoadedFeed, loadFeed, openFeed } from './feed.js'
import { includedPayments } from './payments/included-payments.js'
import { contentTypeOf, encode, renderEnd, renderStart } from './render-orders.js'
import { type StreamedBatch, streamBatch } from './stream-batch.js'
import { TEXTS } from './texts.js'

export interface OrderQuery {
  integrationKey: number
  sessionId: number
  /** The query came with the cookie of its session. */
  byCookie?: boolean
  payments: PaymentForm
}

/** A page of so many times the usual bytes ends with a large order. */
const LARGE_PAGE = 1.05

export interface OfferedOrders {
  contentType: string
  /** Bytes; known when there is only one page of orders. */
  contentLength: number | undefined
  body: Readable
  batchId: number
  orderCount(): number
}

/**
 * Opens a batch of what is owed now, at most `batchlimit` orders, and streams its XML; no transaction is open
 * between two pages. If the stream ends early, its orders stay owed.
 */
export async function offerOrders(
  db: Database,
  query: OrderQuery,
  signal: AbortSignal,
  now = new Date(),
): Promise<OfferedOrders> {
  const { integrationKey, sessionId, byCookie = true } = query
  const loaded = await loadFeed(db, integrationKey, query)
  if (!loaded) throw new AppError('not-found', TEXTS.integrationGone)
  const { feed } = loaded
  const { settings, profile } = feed
  const {
    id: batchId,
    selection,
    abandoned,
  } = await openBatch(db, {
    integrationKey,
    sessionId,
    by: profile.asksUntilEmpty ? 'further-query' : 'query',
    lineIds: profile.itemIds === 'of-line',
    byCookie,
    quarantine: {
      after: settings.quarantineafter,
      pauseSeconds: settings.quarantinepause,
      blamesLast: profile.confirmsFailures === true,
      limit: settings.batchlimit,
    },
  })
  const abandon = (): Promise<void> => abandonBatch(db, batchId).catch(() => undefined)
  // There may be thousands of items: they are deleted when nobody waits any more. If that fails, the sweep
  // deletes them.
  const release = (): void => void deleteItems(db, abandoned).catch(() => undefined)
  try {
    signal.throwIfAborted()
    const batch = batchOf(db, { batchId, integrationKey, selection }, loaded)
    const { body, contentLength, orderCount, wasSent } = await streamBatch(batch, feed, now)
    const stop = (): void => void body.destroy()
    signal.addEventListener('abort', stop, { once: true })
    body.once('close', () => {
      signal.removeEventListener('abort', stop)
      // If the database fails, too, the batch stays open, and the next query or success finds it unfinished.
      if (!wasSent()) void abandon()
      release()
    })
    if (signal.aborted) stop()
    return { contentType: contentTypeOf(feed), contentLength, body, batchId, orderCount }
  } catch (error) {
    await abandon()
    release()
    throw error
  }
}

/** The batch as a stream reads it, page by page. */
function batchOf(
  db: Database,
  batch: Pick<PageOfBatch, 'batchId' | 'integrationKey' | 'selection'>,
  { feed, companyId }: LoadedFeed,
): StreamedBatch {
  const { batchId } = batch
  const further = feed.profile.asksUntilEmpty === true
  const drafts: Promise<void>[] = []
  const abandoned = async (): Promise<AppError> =>
    new AppError('conflict', TEXTS.abandoned[await whyAbandoned(db, batchId)])
  let after: PagePosition | undefined
  let remaining = feed.settings.batchlimit
  return {
    async nextOrders() {
      const limit = Math.min(remaining, PAGE_LIMIT)
      const page = await offerPage(db, { ...batch, companyId, after, limit, further })
      if (!page.open) throw await abandoned()
      const orders = page.orders.map(order => ({ ...order, included: includedPayments(order, feed) }))
      const newlySent = orders.flatMap(({ key, included }) =>
        included.newlySent.map(payment => ({ orderKey: key, ...payment })),
      )
      // They count once the batch is sent: the page need not wait for them.
      const draft = draftPayments(db, batchId, newlySent)
      draft.catch(() => undefined)
      drafts.push(draft)
      remaining -= orders.length
      after = page.after
      return { orders, last: page.last || remaining === 0, isLarge: page.bytes > LARGE_PAGE * PAGE_BYTES }
    },
    async markSent() {
      await Promise.all(drafts)
      if (!(await markSent(db, batchId))) throw await abandoned()
    },
  }
}

export interface NothingOwed {
  settings: FullSettings
  /** The location's. */
  timezone: string
  payments: PaymentForm
}

/** The answer where nothing is owed and nothing to confirm: it opens no batch and writes nothing. */
export function offerNothing(
  { settings, timezone, payments }: NothingOwed,
  now = new Date(),
): { contentType: string; body: Buffer } {
  const feed = openFeed(settings, timezone, payments)
  return { contentType: contentTypeOf(feed), body: encode(renderStart(feed, now) + renderEnd(), feed) }
}
