import { readAllDocuments } from '@obmen/codec'
import { describe, expect, it } from 'vitest'
import { line, numbered, settings, TIMEZONE } from '../../test/support/sale-feed/order.js'
import { openFeed } from './feed.js'
import { type StreamedBatch, streamBatch } from './stream-batch.js'

const NOW = new Date('2026-11-17T07:15:07Z')
const feed = openFeed(settings(), TIMEZONE, 'requisites')
const PAGE = 200

/** A batch of so many orders that tells what was asked of it, and when. */
function batchOf(orders: number, changes: Partial<StreamedBatch> = {}) {
  const asked: string[] = []
  let given = 0
  const batch: StreamedBatch = {
    async nextOrders() {
      asked.push(`page ${given / PAGE + 1}`)
      const page = Array.from({ length: Math.min(PAGE, orders - given) }, (_, index) =>
        numbered({}, given + index + 1),
      )
      given += page.length
      return { orders: page, last: given >= orders, isLarge: false }
    },
    async markSent() {
      asked.push('sent')
    },
    ...changes,
  }
  return { batch, asked }
}

async function read(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('the answer to query', () => {
  it('has every order once, whatever the number of pages', async () => {
    for (const orders of [0, 1, PAGE, PAGE + 1, 5 * PAGE]) {
      const { batch } = batchOf(orders)
      const stream = await streamBatch(batch, feed, NOW)
      const numbers = readAllDocuments(await read(stream.body)).map(({ number }) => Number(number))
      expect(numbers).toEqual(Array.from({ length: orders }, (_, index) => index + 1))
      expect(stream.orderCount()).toBe(orders)
      expect(stream.wasSent()).toBe(true)
    }
  })

  it('tells its length when one page is all, and it is the length', async () => {
    for (const encoding of ['utf-8', 'utf-8-bom', 'windows-1251'] as const) {
      const encoded = openFeed(settings({ encoding }), TIMEZONE, 'requisites')
      const stream = await streamBatch(batchOf(PAGE).batch, encoded, NOW)
      expect(stream.contentLength).toBe((await read(stream.body)).length)
    }
    expect((await streamBatch(batchOf(PAGE + 1).batch, feed, NOW)).contentLength).toBeUndefined()
  })

  it('of an order with very many lines comes piece by piece, and others are served meanwhile', async () => {
    const large = numbered({
      lines: Array.from({ length: 10_000 }, (_, index) => line({ id: `svc-${index}` })),
    })
    const { batch } = batchOf(1, { nextOrders: async () => ({ orders: [large], last: true, isLarge: true }) })
    let turns = 0
    let isRead = false
    const othersTurn = (): void => {
      turns++
      if (!isRead) setImmediate(othersTurn)
    }
    setImmediate(othersTurn)
    const stream = await streamBatch(batch, feed, NOW)
    const pieces: Buffer[] = []
    for await (const piece of stream.body as AsyncIterable<Buffer>) pieces.push(piece)
    isRead = true
    expect(stream.contentLength).toBeUndefined()
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(256 * 1024)
    expect(turns).toBeGreaterThan(2)
    const [document] = readAllDocuments(Buffer.concat(pieces))
    expect(document!.lines).toHaveLength(10_000)
  })

  it('is marked as sent before the closing tag is given out (O3)', async () => {
    const { batch, asked } = batchOf(2 * PAGE)
    const { body } = await streamBatch(batch, feed, NOW)
    let text = ''
    for await (const piece of body as AsyncIterable<Buffer>) {
      text += piece.toString()
      if (text.includes('</КоммерческаяИнформация>')) expect(asked).toContain('sent')
    }
    expect(text).toMatch(/<\/КоммерческаяИнформация>\n$/)
    expect(asked).toEqual(['page 1', 'page 2', 'sent'])
  })

  it('reads one page ahead of a client that does not take what it was given, and no further', async () => {
    const { batch, asked } = batchOf(50 * PAGE)
    const { body } = await streamBatch(batch, feed, NOW)
    await new Promise<void>(resolve => void body.once('readable', () => resolve()))
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
    expect(asked).toEqual(['page 1', 'page 2'])
    body.destroy()
  })

  it('breaks off without the closing tag when the batch was abandoned', async () => {
    for (const orders of [1, 2 * PAGE]) {
      const { batch } = batchOf(orders, { markSent: () => Promise.reject(new Error('abandoned')) })
      const stream = await streamBatch(batch, feed, NOW)
      let text = ''
      const reading = (async () => {
        for await (const piece of stream.body as AsyncIterable<Buffer>) text += piece.toString()
      })()
      await expect(reading).rejects.toThrow('abandoned')
      expect(text).not.toContain('</КоммерческаяИнформация>')
      expect(stream.wasSent()).toBe(false)
    }
  })

  it('breaks off when a later page cannot be read', async () => {
    const { batch } = batchOf(3 * PAGE)
    let calls = 0
    const failing: StreamedBatch = {
      ...batch,
      nextOrders: async () => {
        if (++calls === 2) throw new Error('no database')
        return batch.nextOrders()
      },
    }
    const stream = await streamBatch(failing, feed, NOW)
    await expect(read(stream.body)).rejects.toThrow('no database')
    expect(stream.wasSent()).toBe(false)
  })
})
