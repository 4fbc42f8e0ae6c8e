import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, holdsUp, makePlace, openSession, put } from '../../../test/support/place.js'
import { offerPage } from '../../orders/routing/offer-page.js'
import { openBatch } from '../open-batch.js'
import { markSent } from './mark-sent.js'

describeOnEachPostgres('an answer that ends', pg => {
  it('while another that began after a link was made ended before it is cut off', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    const begin = async (): Promise<number> => {
      const sessionId = await openSession(db, integrationKey)
      const { id: batchId } = await openBatch(db, { integrationKey, sessionId, by: 'query' })
      await offerPage(db, { batchId, integrationKey, companyId: place.companyId, limit: 100 })
      return batchId
    }
    await put(db, place, { id: 'held' })
    await put(db, place, { id: 'shared' })
    const first = await begin()
    await put(db, place, { id: 'held', status: 'canceled' })
    let ending: Promise<unknown> | undefined
    await db.transaction(async tx => {
      await tx.query(
        `select from outbox_entry e join sale_order o on o.key = e.order_key where o.id = 'held' for update of e`,
      )
      ending = markSent(db, first).then(
        sent => sent,
        error => error,
      )
      await holdsUp(tx)
      await db.query(
        `insert into catalogue_link (integration_key, line_id, item_id) values ($1, 'svc-12', 'item-1')`,
        [integrationKey],
      )
      expect(await markSent(db, await begin())).toBe(true)
    })
    expect(await ending).toMatchObject({ code: 'conflict' })
  })

  it('is marked in parts, and as a whole or not at all', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    for (const id of ['a', 'b', 'c', 'd', 'e']) await put(db, place, { id })
    const sessionId = await openSession(db, integrationKey)
    const { id: batchId } = await openBatch(db, { integrationKey, sessionId, by: 'query' })
    await offerPage(db, { batchId, integrationKey, companyId: place.companyId, limit: 100 })
    const sent = async () =>
      (await db.query('select from outbox_entry where sent_revision = 1 and first_sent_at is not null'))
        .rowCount
    let statements = 0
    const failing = {
      ...db,
      transaction: (work: Parameters<typeof db.transaction>[0]) =>
        db.transaction(tx =>
          work({
            query: (text, values) => {
              if (text.includes('marked as') && ++statements === 3) throw new Error('the disk is full')
              return tx.query(text, values)
            },
          }),
        ),
    } as typeof db
    await expect(markSent(failing, batchId, 2)).rejects.toThrow('the disk is full')
    expect(await sent()).toBe(0)
    expect(await markSent(db, batchId, 2)).toBe(true)
    expect(await sent()).toBe(5)
  })
})
