import { readAllDocuments } from '@obmen/codec'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { askOrders, many, readText } from '../../test/support/sale-feed/asked-orders.js'
import { connect } from '../../test/support/sale-feed/connected.js'
import { previewOrder, previewQuery } from './preview.js'

const ids = (xml: string): string[] => readAllDocuments(xml).map(({ id }) => id!)

describeOnEachPostgres('preview', pg => {
  it('is what the next query would give, and marks nothing (F1.10)', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(3))
    const { db, integration } = connected
    const seen: string[] = []
    const preview = await previewQuery(db, integration.key, { limit: 50 }, ({ order }) => seen.push(order.id))
    const xml = await readText(preview!.body)
    expect(ids(xml)).toEqual(
      ids(await readText((await askOrders(connected, await connected.session())).body)),
    )
    expect([seen, preview!.orderCount]).toEqual([['o-0', 'o-1', 'o-2'], 3])
    expect((await previewQuery(db, integration.key, { limit: 2 }))!.orderCount).toBe(2)
    const { rows } = await db.query('select from outbox_batch')
    expect(rows).toHaveLength(1)
  })

  it('shows one order as it would go now and as it went at an earlier revision', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put([{ id: 'a', comment: 'первый' }])
    await connected.put([{ id: 'a', comment: 'второй' }])
    const { db, integration } = connected
    const { rows } = await db.query<{ key: number }>(`select key from sale_order where id = 'a'`)
    const at = async (revision?: number) => previewOrder(db, integration.key, rows[0]!.key, { revision })
    expect(await at()).toMatchObject({ revision: 2, document: { comment: expect.stringMatching(/второй$/) } })
    expect(await at(1)).toMatchObject({
      revision: 1,
      document: { comment: expect.stringMatching(/первый$/) },
    })
    expect(await at(2)).toMatchObject({ revision: 2 })
    expect(await at(3)).toBeUndefined()
    expect(await previewOrder(db, integration.key, 999_999)).toBeUndefined()
  })
})
