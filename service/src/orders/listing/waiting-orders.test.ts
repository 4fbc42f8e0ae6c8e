import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  connect,
  makePlace,
  openSession,
  orderBody,
  put,
  type TestIntegration,
  type TestPlace,
  TIMEZONE,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { lastExchanges } from '../../journal/exchanges/list-exchanges.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { countStates, queueStatus } from '../../outbox/entries/read-entries.js'
import { openBatch } from '../../outbox/open-batch.js'
import { listLocations } from '../../places/locations.js'
import { saveOrders } from '../intake/save-orders.js'
import { offerPage } from '../routing/offer-page.js'
import { orderDays } from './order-days.js'
import { loadWaitingOrders } from './waiting-orders.js'

const DAYS = 30

describeOnEachPostgres('what the overview tells', pg => {
  let db: Database
  let place: TestPlace
  let integration: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    integration = await connect(db, place)
    const ids = ['olv-1', 'olv-2', 'olv-3']
    await saveOrders(
      db,
      place.locationId,
      ids.map(id => ({ body: orderBody(place, { id }) })),
    )
  })

  const letPass = (id: string, interval: string) =>
    db.query(
      `update outbox_entry set owed_since = now() - $2::interval where order_key = (select key from sale_order where id = $1)`,
      [id, interval],
    )

  it('an order is late when it has waited for more than an hour; one that just waits is not looked at', async () => {
    await letPass('olv-2', '3 hours')
    await letPass('olv-3', '59 minutes')
    const waiting = await loadWaitingOrders(db, place.locationId, 2)
    expect(waiting).toMatchObject({ count: 3, late: 1 })
    expect(Date.now() - waiting.since!.getTime()).toBeGreaterThan(2.9 * 3_600_000)
    expect(waiting.orders.map(order => order.id)).toEqual(['olv-2'])
  })

  it('to be looked at: what 1C refused, what findings hold, what is late, what a person holds', async () => {
    const other = await makePlace(db)
    const { key } = await connect(db, other)
    const ids = ['person', 'late', 'finding', 'refused', 'fresh']
    for (const id of ids) await put(db, other, { id })
    const kinds = { person: 'person', finding: 'finding', refused: 'quarantine' }
    for (const [id, kind] of Object.entries(kinds))
      await db.query(
        `update outbox_entry set held_since = now(), held_kind = $3, held_reason = ''
          where integration_key = $1
            and order_key = (select key from sale_order where id = $2 and location_id = $4)`,
        [key, id, kind, other.locationId],
      )
    await letPass('late', '3 hours')
    const { orders, held } = await loadWaitingOrders(db, other.locationId, 5)
    expect(orders.map(order => order.id)).toEqual(['refused', 'finding', 'late', 'person'])
    expect(held).toBe(3)
  })

  it('an order owed to two 1C bases is late once', async () => {
    await connect(db, place)
    await letPass('olv-2', '3 hours')
    expect(await loadWaitingOrders(db, place.locationId, 2)).toMatchObject({ count: 3, late: 1 })
  })

  it('more than 10,000 owed or held orders are counted as 10,001, and the oldest comes first', async () => {
    const large = await makePlace(db)
    const { key } = await connect(db, large)
    await put(db, large)
    await letPass('olv-17', '3 hours')
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, owed_since)
       select $1, -n, 1, 1, now() - interval '2 hours' from generate_series(1, 10500) n`,
      [key],
    )
    const waiting = await loadWaitingOrders(db, large.locationId, 1)
    expect(waiting).toMatchObject({ count: 10_001, late: 10_001, held: 0, orders: [{ id: 'olv-17' }] })
    expect((await countStates(db, [key])).get(key)).toMatchObject({ owed: 10_001, owedSince: waiting.since })
    expect((await queueStatus(db)).owed).toBe(10_001)
    const listed = (await listLocations(db)).find(({ id }) => id === large.locationId)
    expect(listed).toMatchObject({ owed: 10_001 })
    await db.query(
      `update outbox_entry set held_since = now(), held_kind = 'person' where integration_key = $1`,
      [key],
    )
    expect(await loadWaitingOrders(db, large.locationId, 1)).toMatchObject({ count: 0, held: 10_001 })
    expect((await countStates(db, [key])).get(key)).toMatchObject({ owed: 0, held: 10_001, owedSince: null })
  })

  it("confirmed orders are counted on their day of the location's clock", async () => {
    const sessionId = await openSession(db, integration.key)
    const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    await offerPage(db, {
      batchId,
      integrationKey: integration.key,
      companyId: place.companyId,

      limit: 10,
    })
    await markSent(db, batchId)
    await confirmBatch(db, { integrationKey: integration.key, sessionId })
    const { key } = integration
    const byDay = async () =>
      (await orderDays(db, place.locationId, TIMEZONE, DAYS)).map(day => day.ordersConfirmed)
    expect(await byDay()).toEqual([...new Array(DAYS - 1).fill(0), 3])
    const { rows } = await db.query<{ right: boolean }>(
      `select day = (now() at time zone $2)::date as right from exchange_day where integration_key = $1`,
      [key, TIMEZONE],
    )
    expect(rows).toEqual([{ right: true }])

    await db.query(`update exchange_day set day = day - 2 where integration_key = $1`, [key])
    expect((await byDay()).slice(-3)).toEqual([3, 0, 0])
  })

  it('the last exchanges of each integration come with what it was given, newest first', async () => {
    const other = await connect(db, place)
    const keys = [integration.key, other.key]
    for (const key of [...keys, other.key]) await openSession(db, key)
    await db.query(
      `update exchange_session set outcome = 'unconfirmed', orders_offered = 4
        where id = (select max(id) from exchange_session where integration_key = $1)`,
      [other.key],
    )
    const last = await lastExchanges(db, [...keys, other.key + 1000], 2)
    expect(last.get(other.key)).toMatchObject([{ outcome: 'unconfirmed', ordersOffered: 4 }, {}])
    expect(last.get(integration.key)).toHaveLength(2)
    expect(last.get(other.key + 1000)).toEqual([])
  })
})
