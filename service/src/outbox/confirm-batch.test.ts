import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { connect, makePlace, openSession, put } from '../../test/support/place.js'
import type { Database, Queryable } from '../db/database.js'
import { countConfirmed } from '../exchange-sessions/count-exchanges.js'
import { offerPage } from '../orders/routing/offer-page.js'
import { markSent } from './batches/mark-sent.js'
import { confirmBatch, endBegunConfirmations } from './confirm-batch.js'
import { openBatch } from './open-batch.js'

/** The database, with a look at each statement of a transaction before it runs (`before`) and at its rows. */
function watch(
  db: Database,
  look: { before?: (sql: string) => Promise<void>; rows?: (sql: string, count: number) => void },
): Database {
  const watched = (tx: Queryable): Queryable => ({
    ...tx,
    query: async (...asked) => {
      await look.before?.(asked[0])
      const answer = await tx.query<never>(...asked)
      look.rows?.(asked[0], answer.rows.length)
      return answer
    },
  })
  return { ...db, transaction: work => db.transaction(tx => work(watched(tx))) }
}

describeOnEachPostgres('a success', pg => {
  const begin = async () => {
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
    return { db, place, integrationKey, sessionId, give }
  }

  it('reads its items some at a time, of several batches that hold the same orders, too', async () => {
    const { db, place, integrationKey, sessionId, give } = await begin()
    for (const id of ['a', 'b', 'c', 'd']) await put(db, place, { id })
    const first = await give()
    await put(db, place, { id: 'b', comment: 'x' })
    await put(db, place, { id: 'e' })
    const second = await give()
    await put(db, place, { id: 'c', comment: 'x' })

    let most = 0
    const watched = watch(db, {
      rows: (sql, count) => {
        if (sql.includes('outbox_batch_item')) most = Math.max(most, count)
      },
    })
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

  it('that is cut between two parts loses and repeats nothing: whoever comes next goes on', async () => {
    const { db, place, integrationKey, sessionId, give } = await begin()
    for (const id of ['a', 'b', 'c', 'd', 'e']) await put(db, place, { id })
    await give()
    const exported = async () => {
      const { rows } = await db.query<{ id: string }>(
        `select order_id as id from event where type = 'order.exported' order by 1`,
      )
      return rows.map(({ id }) => id).join('')
    }
    const success = { integrationKey, sessionId, itemsAtOnce: 2 }
    let parts = 0
    const cut = watch(db, {
      before: async sql => {
        if (sql.includes('with items as') && ++parts === 2) throw new Error('cut')
      },
    })
    await expect(confirmBatch(cut, success)).rejects.toThrow('cut')
    expect(await exported()).toBe('ab')
    for (const id of ['a', 'd']) await put(db, place, { id, comment: 'x' })
    // No query that comes in between, of this session or another, takes it for unconfirmed.
    const quarantine = { after: 1, pauseSeconds: 0, blamesLast: false, limit: 100 }
    for (const session of [sessionId, await openSession(db, integrationKey)])
      await openBatch(db, { integrationKey, sessionId: session, by: 'query', quarantine })
    await Promise.all([
      confirmBatch(db, success),
      endBegunConfirmations(db, success),
      endBegunConfirmations(db, success),
    ])
    expect(await exported()).toBe('abcde')
    const entries = await db.query(
      'select confirmed_revision as confirmed, pending_revision as pending from outbox_entry order by order_key',
    )
    const [same, changed] = [1, 2].map(pending => ({ confirmed: 1, pending }))
    expect(entries.rows).toEqual([changed, same, same, changed, same])
    const counted = await db.query(
      `select b.state, b.verdict, b.first_confirmed as first, d.orders_confirmed as orders, d.first_confirmed as "firstOfDay"
         from outbox_batch b join exchange_day d using (integration_key) order by b.id limit 1`,
    )
    expect(counted.rows).toEqual([{ state: 'confirmed', verdict: null, first: 5, orders: 5, firstOfDay: 5 }])
  })

  it('tells the search for refused orders once what became of its package', async () => {
    const { db, place, integrationKey, sessionId, give } = await begin()
    for (const id of ['a', 'b', 'c']) await put(db, place, { id })
    await give()
    await put(db, place, { id: 'd' })
    const entries = await db.query<{ id: string }>(
      `select order_key || ':1:0' as id from outbox_entry order by order_key`,
    )
    const [given, other] = [entries.rows[2]!, entries.rows[3]!].map(({ id }) => [id])
    const waiting = { ids: other, why: 'released', attempts: 1, waits: true }
    const groups = [{ ids: given, why: 'suspected', attempts: 1, waits: false }, waiting]
    const state = JSON.stringify({ groups })
    await db.query('insert into quarantine (integration_key, state) values ($1, $2)', [integrationKey, state])
    await confirmBatch(db, { integrationKey, sessionId, itemsAtOnce: 2 })
    // A second success without it would count as its refusal.
    expect((await db.query(`select state->'groups' as groups from quarantine`)).rows).toEqual([
      { groups: [waiting] },
    ])
  })

  it('leaves the counter of its day to others until its events are written', async () => {
    const { db, place, integrationKey, sessionId, give } = await begin()
    await put(db, place, { id: 'a' })
    await give()
    await countConfirmed(db, integrationKey, { orders: 0, first: 0 })
    const free: number[] = []
    const watched = watch(db, {
      before: async sql => {
        if (!sql.includes('insert into event')) return
        const { rows } = await db.query(
          'select from exchange_day where integration_key = $1 for no key update skip locked',
          [integrationKey],
        )
        free.push(rows.length)
      },
    })
    expect(await confirmBatch(watched, { integrationKey, sessionId })).toMatchObject({ orders: 1 })
    expect(free).toEqual([1])
  })
})
