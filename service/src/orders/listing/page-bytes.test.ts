import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { accepted, connect, makePlace, openSession, orderBody, put } from '../../../test/support/place.js'
import { watchAnswers } from '../../../test/support/postgres/watched-database.js'
import { openBatch } from '../../outbox/open-batch.js'
import { timeline } from '../history/timeline.js'
import { saveOrders } from '../intake/save-orders.js'
import { offerPage, type PagePosition } from '../routing/offer-page.js'
import { countFittingOrders, previewPage } from '../routing/preview-page.js'

describeOnNewestPostgres('a page of orders', pg => {
  /** Ten owed orders of 10,000 to 19,000 bytes and a little. */
  async function tenOwed() {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place)
    const bodies = Array.from({ length: 10 }, (_, index) =>
      orderBody(place, {
        id: `o-${index}`,
        comment: 'x'.repeat(9_000),
        attributes: { more: 'y'.repeat(1000 * index) },
      }),
    )
    for (const result of await saveOrders(
      db,
      place.locationId,
      bodies.map(body => ({ body })),
    ))
      accepted(result)
    const { id: batchId } = await openBatch(db, {
      integrationKey: key,
      sessionId: await openSession(db, key),
      by: 'query',
    })
    const page = (after: PagePosition | undefined, bytes: number, limit = 100) =>
      offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, after, limit, bytes })
    return { db, key, page }
  }

  it('ends at a number of bytes, and the pages together hold each order once', async () => {
    const { page } = await tenOwed()
    const pages: string[][] = []
    let after: PagePosition | undefined
    for (let last = false; !last; ) {
      const found = await page(after, 30_000)
      pages.push(found.orders.map(({ order }) => order.id))
      after = found.after
      last = found.last
    }
    expect(pages).toEqual([
      ['o-0', 'o-1', 'o-2'],
      ['o-3', 'o-4', 'o-5'],
      ['o-6', 'o-7'],
      ['o-8', 'o-9'],
    ])
  })

  it('holds one order that is larger than a page by itself', async () => {
    const { page } = await tenOwed()
    const first = await page(undefined, 1)
    expect(first).toMatchObject({ orders: [{ order: { id: 'o-0' } }], last: false })
    const second = await page(first.after, 1_000_000, 4)
    expect(second).toMatchObject({ orders: { length: 4 }, last: false })
    expect(await page(second.after, 1_000_000)).toMatchObject({ orders: { length: 5 }, last: true })
  })

  it('is as long in a preview', async () => {
    const { db, key } = await tenOwed()
    const ids = async () => (await previewPage(db, key, 100, { bytes: 30_000 })).map(({ order }) => order.id)
    expect(await ids()).toEqual(['o-0', 'o-1', 'o-2'])
    expect(await countFittingOrders(db, key, 100, 30_000)).toEqual({ fitting: 3, more: true })
    expect(await countFittingOrders(db, key, 100, 1)).toEqual({ fitting: 1, more: true })
    expect(await countFittingOrders(db, key, 10, 1_000_000)).toEqual({ fitting: 10, more: false })
  })

  it('knows the size of what is kept, in every revision', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    for (const comment of ['первый', 'второй, подлиннее'])
      for (const result of await saveOrders(db, place.locationId, [{ body: orderBody(place, { comment }) }]))
        accepted(result)
    const { rows } = await db.query<{ stored: number; counted: number }>(
      `select content_size as stored, octet_length(content::text) as counted from sale_order
       union all select content_size, octet_length(content::text) from order_revision`,
    )
    expect(rows).toHaveLength(2)
    for (const { stored, counted } of rows) expect(stored).toBe(counted)
  })
})

describeOnNewestPostgres('of large orders', pg => {
  const MANY = {
    attributes: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`a${i}`, 'x'.repeat(10_000)])),
  }

  it('a timeline reads few revisions at once, and tells long texts in short', async () => {
    const { db, largestAnswer } = watchAnswers(await pg.freshDatabase())
    const place = await makePlace(db)
    for (let count = 1; count <= 8; count++)
      accepted(await put(db, place, { ...MANY, comment: `${count}`.repeat(5_000) }))
    largestAnswer()
    const events = await timeline(db, place.locationId, 'olv-17')
    expect(largestAnswer()).toBeLessThan(1_200_000)
    expect(events.map(event => event.kind)).toEqual([
      'received',
      ...Array.from({ length: 7 }, () => 'changed'),
    ])
    expect(events[7]).toMatchObject({
      revision: 8,
      changes: [{ path: '/comment', before: `${'7'.repeat(1000)}…`, after: `${'8'.repeat(1000)}…` }],
    })
  })

  it('a put that makes them small does not read what they were', async () => {
    const { db, largestAnswer } = watchAnswers(await pg.freshDatabase())
    const place = await makePlace(db)
    accepted(await put(db, place, MANY))
    expect(accepted(await put(db, place, MANY)).changed).toBe(false)
    largestAnswer()
    expect(accepted(await put(db, place, {}))).toMatchObject({ changed: true, revision: 2 })
    expect(largestAnswer()).toBeLessThan(10_000)
    expect(accepted(await put(db, place, {})).changed).toBe(false)
  })

  it('one that takes more than 8 MB is refused, with what to do', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const lines = Array.from({ length: 1000 }, (_, i) => ({
      ...orderBody(place).lines[0]!,
      ...{ id: `l-${i}`, name: 'ё'.repeat(4_000), price: '0.00', amount: '0.00' },
    }))
    const refused = await put(db, place, { lines: [...lines, ...lines.slice(0, 100)], total: '0.00' })
    expect(refused).toMatchObject({
      error: { code: 'too-large', message: expect.stringMatching(/8,6 МБ.*8 МБ.*Разделите/) },
    })
    accepted(await put(db, place, { lines, total: '0.00' }))
  })
})
