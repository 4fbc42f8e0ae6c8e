import { readAllDocuments, validateXml } from '@obmen/codec'
import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../test/support/databases.js'
import { askOrders, many, readText } from '../../test/support/sale-feed/asked-orders.js'
import { type Connected, connect } from '../../test/support/sale-feed/connected.js'
import { confirmBatch } from '../outbox/confirm-batch.js'
import { type OfferedOrders, offerOrders } from './offer-orders.js'

const read = ({ body }: OfferedOrders): Promise<string> => readText(body)
const ids = (xml: string): string[] => readAllDocuments(xml).map(({ id }) => id!)
const sorted = (list: string[]): string[] => [...list].sort()

async function success({ db, integration }: Connected, sessionId: number) {
  return confirmBatch(db, { integrationKey: integration.key, sessionId })
}
async function batchState({ db }: Connected, { batchId }: OfferedOrders) {
  const { rows } = await db.query<{ state: string; order_count: number }>(
    'select state, order_count from outbox_batch where id = $1',
    [batchId],
  )
  return rows[0]!
}

describeOnNewestPostgres('query', pg => {
  it('gives every owed order once, and after success none (O5)', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(730))
    const session = await connected.session()
    const answer = await askOrders(connected, session)
    const xml = await read(answer)
    expect(validateXml(xml, '2.08')).toEqual([])
    expect(sorted(ids(xml))).toEqual(sorted(many(730).map(({ id }) => id)))
    expect(answer.orderCount()).toBe(730)
    expect(await batchState(connected, answer)).toEqual({ state: 'sent', order_count: 730 })
    expect(await success(connected, session)).toEqual({ result: 'confirmed', orders: 730 })
    const again = await askOrders(connected, session)
    const empty = await read(again)
    expect(ids(empty)).toEqual([])
    expect(empty.length).toBeLessThan(555)
    expect(again.contentLength).toBe(Buffer.byteLength(empty))
  })

  it('asked again does not wait until what was given before is cleared away', async () => {
    const connected = await connect(await pg.freshDatabase())
    const { db } = connected
    await connected.put(many(3))
    const session = await connected.session()
    const first = await askOrders(connected, session)
    await read(first)
    const itemsLeft = async () =>
      (await db.query('select from outbox_batch_item where batch_id = $1', [first.batchId])).rowCount
    await db.transaction(async tx => {
      await tx.query('select from outbox_batch_item where batch_id = $1 for update', [first.batchId])
      expect(ids(await read(await askOrders(connected, session)))).toHaveLength(3)
      expect(await success(connected, session)).toEqual({ result: 'confirmed', orders: 3 })
      expect(await itemsLeft()).toBe(3)
    })
    await expect.poll(itemsLeft).toBe(0)
  })

  it('gives no more than batchlimit orders (F1.7)', async () => {
    const connected = await connect(await pg.freshDatabase(), { batchlimit: 130 })
    await connected.put(many(300))
    const session = await connected.session()
    expect(ids(await read(await askOrders(connected, session)))).toHaveLength(130)
    await success(connected, session)
    expect(ids(await read(await askOrders(connected, session)))).toHaveLength(130)
    await success(connected, session)
    expect(ids(await read(await askOrders(connected, session)))).toHaveLength(40)
  })

  it('a client that goes away while its answer is made leaves no open batch', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(300))
    const { db, integration } = connected
    const leaving = new AbortController()
    const sessionId = await connected.session()
    const answer = await offerOrders(
      db,
      { integrationKey: integration.key, sessionId, payments: 'requisites' },
      leaving.signal,
    )
    leaving.abort()
    await expect.poll(async () => (await batchState(connected, answer)).state).toBe('abandoned')
    await expect(
      offerOrders(db, { integrationKey: integration.key, sessionId, payments: 'requisites' }, leaving.signal),
    ).rejects.toThrow()
    const { rows } = await db.query(`select from outbox_batch where state = 'open'`)
    expect(rows).toEqual([])
  })

  it('followed by eleven of other sessions is cut in other words than one that its session repeats', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(3))
    const session = await connected.session()
    const repeated = await askOrders(connected, session)
    const first = await askOrders(connected, session)
    for (let more = 0; more < 10; more++) await askOrders(connected, await connected.session())
    const last = await askOrders(connected, await connected.session())
    await expect(read(repeated)).rejects.toThrow('тот же сеанс запросил заказы ещё раз')
    await expect(read(first)).rejects.toThrow('больше десяти новых загрузок')
    expect(ids(await read(last))).toHaveLength(3)
  })

  it('while a client does not read, no connection and no lock is held: orders can be put', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(900))
    const answer = await askOrders(connected, await connected.session())
    const reader = answer.body[Symbol.asyncIterator]()
    await reader.next()
    await connected.put([{ id: 'o-1', canceled: true }, { id: 'new' }])
    const { rows } = await connected.db.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    expect(rows[0]!.count).toBe(0)
    await reader.return?.()
  })

  it('an integration that is gone is refused in plain words', async () => {
    const connected = await connect(await pg.freshDatabase())
    const gone = { ...connected, integration: { ...connected.integration, key: 999_999 } }
    await expect(askOrders(gone, await connected.session())).rejects.toMatchObject({ code: 'not-found' })
  })
})
