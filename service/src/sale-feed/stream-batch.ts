import { Readable } from 'node:stream'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import type { Feed } from './feed.js'
import type { DecidedOrder } from './payments/included-payments.js'
import { encode, renderEnd, renderOrders, renderStart } from './render-orders.js'

/** Up to this many bytes, an answer is buffered so that its length can be sent. */
const BUFFERED_BYTES = 4 * 2 ** 20

/** What a stream needs of its batch. Uses no database connection between calls. */
export interface StreamedBatch {
  nextOrders(): Promise<StreamedPage>
  /** Commits that everything was sent. Throws if the batch was abandoned meanwhile. */
  markSent(): Promise<void>
}

export interface StreamedPage {
  orders: DecidedOrder[]
  last: boolean
  /** With an order that takes as much memory as a whole page: no other page is read beside it. */
  isLarge: boolean
}

export interface BatchStream {
  body: Readable
  /** Bytes; known if there is only one page, and that is small. */
  contentLength: number | undefined
  orderCount(): number
  /** Whether the chunk with the closing tag was passed on. */
  wasSent(): boolean
}

/**
 * The XML of a batch; reads at most one page ahead, so memory does not grow with the orders. "Sent" is
 * committed before the closing tag is passed on; if that fails, so does the stream.
 */
export async function streamBatch(batch: StreamedBatch, feed: Feed, now: Date): Promise<BatchStream> {
  let count = 0
  let sent = false
  // The only reference to the page, so that its memory is freed.
  let page = await batch.nextOrders()
  const isSinglePage = page.last

  async function* renderPages(): AsyncGenerator<Buffer, void> {
    yield encode(renderStart(feed, now), feed)
    const pause = yieldBetweenSteps({ rests: 1 })
    for (;;) {
      // The statement of the next page runs while this one is written.
      const next = page.last || page.isLarge ? undefined : batch.nextOrders()
      // Awaited below; a rejection before that must not count as unhandled.
      next?.catch(() => undefined)
      for (const text of renderOrders(page.orders, feed)) {
        if (text !== '') yield encode(text, feed)
        await pause()
      }
      count += page.orders.length
      if (page.last) return yield encode(renderEnd(), feed)
      page.orders = []
      page = await (next ?? batch.nextOrders())
    }
  }

  async function* holdLastChunk(
    pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): AsyncGenerator<Buffer, void> {
    let held: Buffer | undefined
    for await (const piece of pieces) {
      if (held) yield held
      held = piece
    }
    await batch.markSent()
    sent = true
    if (held) yield held
  }

  const { pieces, bytes } = isSinglePage
    ? await bufferShortAnswer(renderPages())
    : { pieces: renderPages(), bytes: undefined }
  return {
    body: Readable.from(holdLastChunk(pieces), { objectMode: false }),
    contentLength: bytes,
    orderCount: () => count,
    wasSent: () => sent,
  }
}

/** Buffers an answer until its length is known; a long one continues as a stream. */
async function bufferShortAnswer(
  source: AsyncGenerator<Buffer, void>,
): Promise<{ pieces: AsyncIterable<Buffer> | Buffer[]; bytes: number | undefined }> {
  const held: Buffer[] = []
  let bytes = 0
  while (bytes <= BUFFERED_BYTES) {
    const next = await source.next()
    if (next.done) return { pieces: held, bytes }
    held.push(next.value)
    bytes += next.value.length
  }
  return { pieces: concat(held, source), bytes: undefined }
}

async function* concat(held: Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  for (let piece = held.shift(); piece; piece = held.shift()) yield piece
  yield* rest
}
