import { Readable } from 'node:stream'
import { AppError } from '../errors/app-error.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import type { Feed, NumberedOrder } from './feed.js'
import { encode, renderEnd, renderOrders, renderStart } from './render-orders.js'
import { TEXTS } from './texts.js'

/** Bytes of an answer to buffer in order to send its length. */
const GATHERED_BYTES = 4 * 2 ** 20

/** What the stream needs of its batch. Holds no database resources between calls. */
export interface StreamedBatch {
  /** The next orders. */
  nextOrders(): Promise<StreamedPage>
  /** The same while those before are still in memory; undefined where there is no room for both. */
  ordersAhead(): Promise<StreamedPage | undefined>
  /** Commits that everything was sent; false when the batch was abandoned meanwhile. */
  markSent(): Promise<boolean>
}

export interface StreamedPage {
  orders: NumberedOrder[]
  /** There are no more after them. */
  last: boolean
  /** Called once they are written; of the last page when the answer ends, since it may still be buffered. */
  done?(): void
}

export interface BatchStream {
  body: Readable
  /** Bytes; known when the first page is everything, and small. */
  contentLength: number | undefined
  /** Orders rendered so far. */
  orderCount(): number
  /** Whether the chunk with the closing tag was released. */
  wasSent(): boolean
}

/** The batch was abandoned while its answer was being sent, because its session queried again. */
export class AbandonedBatch extends AppError {
  constructor() {
    super('conflict', TEXTS.abandoned)
  }
}

/**
 * The XML of a batch as a stream of bytes. It reads one page of orders ahead of the client at most, so memory does not grow with
 * their number. "Sent" is committed before the chunk with the closing tag is released; if that fails, so does the stream.
 */
export async function streamBatch(batch: StreamedBatch, feed: Feed, now: Date): Promise<BatchStream> {
  let count = 0
  let sent = false
  // The only reference to a page, so that it does not outlive its turn.
  let page = await batch.nextOrders()
  const isAll = page.last

  async function* rendered(): AsyncGenerator<Buffer, void> {
    yield encode(renderStart(feed, now), feed)
    const rest = yieldBetweenSteps()
    for (;;) {
      const next = page.last ? undefined : batch.ordersAhead()
      // Awaited below; a rejection before that must not count as unhandled.
      next?.catch(() => undefined)
      for (const text of renderOrders(page.orders, feed)) {
        yield encode(text, feed)
        await rest()
      }
      count += page.orders.length
      if (!next) return yield encode(renderEnd(), feed)
      page.orders = []
      page.done?.()
      page = (await next) ?? (await batch.nextOrders())
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
    sent = await batch.markSent()
    if (!sent) throw new AbandonedBatch()
    if (held) yield held
  }

  const { pieces, bytes } = isAll ? await gather(rendered()) : { pieces: rendered(), bytes: undefined }
  return {
    body: Readable.from(holdLastChunk(pieces), { objectMode: false }),
    contentLength: bytes,
    orderCount: () => count,
    wasSent: () => sent,
  }
}

/** Buffers an answer until its length is known; a long one continues as a stream. */
async function gather(
  source: AsyncGenerator<Buffer, void>,
): Promise<{ pieces: AsyncIterable<Buffer> | Buffer[]; bytes: number | undefined }> {
  const held: Buffer[] = []
  let bytes = 0
  while (bytes <= GATHERED_BYTES) {
    const next = await source.next()
    if (next.done) return { pieces: held, bytes }
    held.push(next.value)
    bytes += next.value.length
  }
  return { pieces: joined(held, source), bytes: undefined }
}

async function* joined(held: Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  for (let piece = held.shift(); piece; piece = held.shift()) yield piece
  yield* rest
}
