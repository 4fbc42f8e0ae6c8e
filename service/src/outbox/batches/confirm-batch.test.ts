import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, openSession, put } from '../../../test/support/place.js'
import type { Queryable } from '../../db/database.js'
import { offerPage } from '../../orders/routing/offer-page.js'
import { confirmBatch } from './confirm-batch.js'
import { markSent } from './mark-sent.js'
import { openBatch } from './open-batch.js'

describeOnEachPostgres('a success', pg => {
  it('reads its items some at a time, of several batches that hold the same orders, too', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    const sessionId = await openSession(db, integrationKey)
    const give = async (): Promise<number> => {
      const { id } = await openBatch(db, { integrationKey, sessionId, by: 'further-query' })
      await offerPage(db, {
        ...{ batchId: id, integrationKey, companyId: place.companyId },
        ...{ limit: 100, further: true },
      })
      await db.query(
        'update outbox_batch b set order_count = (select count(*) from outbox_batch_item where batch_id = b.id) where id = $1',
        [id],
      )
      await markSent(db, id)
      return id
    }
    for (const id of ['a', 'b', 'c', 'd']) await put(db, place, { id })
    const first = await give()
    await put(db, place, { id: 'b', comment: 'x' })
    await put(db, place, { id: 'e' })
    const second = await give()
    await put(db, place, { id: 'c', comment: 'x' })

    let most = 0
    const counted = (tx: Queryable): Queryable => ({
      ...tx,
      query: async (...asked) => {
        const answer = await tx.query<never>(...asked)
        if (asked[0].includes('outbox_batch_item')) most = Math.max(most, answer.rows.length)
        return answer
      },
    })
    const watched = {
      ...db,
      transaction: <T>(work: (tx: Queryable) => Promise<T>) => db.transaction(tx => work(counted(tx))),
    }
    expect(await confirmBatch(watched, { integrationKey, sessionId, itemsAtOnce: 2 })).toEqual({
      result: 'confirmed',
      orders: 6,
    })
    expect(most).toBe(2)
    const entries = await db.query(
      `select o.id, e.confirmed_revision as confirmed, e.pending_revision as pending
         from outbox_entry e join sale_order o on o.key = e.order_key order by o.key`,
    )
    expect(entries.rows).toEqual([
      { id: 'a', confirmed: 1, pending: 1 },
      { id: 'b', confirmed: 2, pending: 2 },
      { id: 'c', confirmed: 1, pending: 2 },
      { id: 'd', confirmed: 1, pending: 1 },
      { id: 'e', confirmed: 1, pending: 1 },
    ])
    const batches = await db.query('select id, state, first_confirmed as first from outbox_batch order by id')
    expect(batches.rows).toEqual([
      { id: first, state: 'confirmed', first: 3 },
      { id: second, state: 'confirmed', first: 2 },
    ])
    const events = await db.query(`select data from event where type = 'order.exported' order by order_id`)
    expect(events.rows.map(({ data }: { data?: object }) => data)).toEqual([
      { revision: 1, batch: first },
      { revision: 2, batch: second },
      ...[first, first, second].map(batch => ({ revision: 1, batch })),
    ])
    expect(await confirmBatch(db, { integrationKey, sessionId })).toEqual({ result: 'already-confirmed' })
  })
})
