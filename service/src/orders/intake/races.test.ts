import type { Settings } from '@obmen/contract/settings'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  changeSettings,
  connect,
  lockAwaited,
  makePlace,
  openSession,
  orderBody,
  PAID_BY_CARD,
  put,
  recalculate,
  refusal,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database } from '../../db/database.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { openBatch } from '../../outbox/open-batch.js'
import { orderExports } from '../history/load-exports.js'
import { resendOrder } from '../resend-order.js'
import { offerPage } from '../routing/offer-page.js'
import { previewPage } from '../routing/preview-page.js'
import { saveOrders } from './save-orders.js'

describeOnEachPostgres('two at once', pg => {
  let db: Database
  const begin = async () => {
    db ??= await pg.freshDatabase()
    const place = await makePlace(db)
    return { place, integration: await connect(db, place) }
  }
  const page = (place: TestPlace, { key }: TestIntegration, batchId: number) =>
    offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, limit: 500 })
  const download = async (place: TestPlace, integration: TestIntegration, sessionId: number) => {
    const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    const { orders } = await page(place, integration, batchId)
    expect(await markSent(db, batchId)).toBe(true)
    return orders
  }
  const changeAndRecalculate = async (place: TestPlace, { key }: TestIntegration, settings: Settings) => {
    await changeSettings(db, place, key, settings)
    await recalculate(db, key)
  }
  const owed = async ({ key }: TestIntegration) =>
    (await previewPage(db, key, 1000)).map(({ order, revision }) => `${order.id} ${revision}`)

  it('simultaneous puts of one new order make one order, and a revision each', async () => {
    const { place } = await begin()
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put(db, place, { comment: `версия ${index}` })),
    )
    expect(results.map(result => accepted(result).revision).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(results.map(result => accepted(result).number))).toEqual(new Set(['1']))
    const { rows } = await db.query<{ revisions: number }>(
      `select count(*) as revisions from order_revision r join sale_order o on o.key = r.order_key where o.location_id = $1`,
      [place.locationId],
    )
    expect(rows[0]!.revisions).toBe(7)
  })

  it('batches of the same orders in opposite order wait for each other, and lose nothing', async () => {
    const { place, integration } = await begin()
    const ids = Array.from({ length: 200 }, (_, index) => `o-${index}`)
    const batch = (order: readonly string[], comment: string) =>
      saveOrders(
        db,
        place.locationId,
        order.map(id => ({ body: orderBody(place, { id, comment }) })),
      )
    const [forth, back] = await Promise.all([batch(ids, 'туда'), batch([...ids].reverse(), 'обратно')])
    for (const id of ids) {
      const revisions = [...forth, ...back]
        .filter(result => result.id === id)
        .map(result => accepted(result).revision)
      expect(revisions.sort()).toEqual([1, 2])
    }
    expect((await owed(integration)).length).toBe(200)
    const { rows } = await db.query<{ number: number }>(
      'select sequence_number as number from sale_order where location_id = $1 order by 1',
      [place.locationId],
    )
    expect(rows.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1))
  })

  it('an order that is being put while an integration is made is owed to it (O1)', async () => {
    const { place } = await begin()
    for (let round = 0; round < 10; round++) {
      const id = `o-${round}`
      const [result, second] = await Promise.all([put(db, place, { id }), connect(db, place)])
      accepted(result)
      expect(await owed(second)).toContain(`${id} 1`)
    }
  })

  it('a put waits until the integration that is being made is there', async () => {
    const { place } = await begin()
    const settled: string[] = []
    let putting: Promise<unknown> | undefined
    await db.transaction(async tx => {
      await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
      putting = put(db, place).then(() => settled.push('put'))
      await lockAwaited(tx)
      settled.push('made')
    })
    await putting
    expect(settled).toEqual(['made', 'put'])
  })

  it('an order canceled before the page goes to none, after it is owed as canceled', async () => {
    const { place, integration } = await begin()
    for (let round = 0; round < 20; round++) {
      const id = `o-${round}`
      accepted(await put(db, place, { id }))
      const sessionId = await openSession(db, integration.key)
      const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
      const [{ orders }, result] = await Promise.all([
        page(place, integration, batchId),
        put(db, place, { id, status: 'canceled' }),
      ])
      const given = orders.find(({ order }) => order.id === id)
      if (given) expect(given.order.status).toBe('purchased')
      expect(accepted(result).owedTo).toEqual([])
      await markSent(db, batchId)
      expect(await owed(integration)).toEqual(given ? [`${id} 2`] : [])
      await confirmBatch(db, { integrationKey: integration.key, sessionId })
      expect(await owed(integration)).toEqual(given ? [`${id} 2`] : [])
      await download(place, integration, sessionId)
      await confirmBatch(db, { integrationKey: integration.key, sessionId })
    }
  })

  it('an order whose date moves waits for the page that is being given out', async () => {
    const { place, integration } = await begin()
    accepted(await put(db, place))
    let moving: ReturnType<typeof put> | undefined
    await db.transaction(async tx => {
      await lockCompanies(tx, 'offers', 'shared', [place.companyId])
      moving = put(db, place, { placedAt: '2026-11-18T09:00:00+05:00' })
      await lockAwaited(tx)
      const batch = await tx.query<{ id: number }>(
        'insert into outbox_batch (integration_key) values ($1) returning id',
        [integration.key],
      )
      await tx.query(
        `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
         select $1, key, revision, 0 from sale_order where location_id = $2`,
        [batch.rows[0]!.id, place.locationId],
      )
    })
    expect(refusal(await moving)).toBe('placed-at-fixed')
  })

  it('an order that is put while it is sent to the end is followed (O7)', async () => {
    const { place, integration } = await begin()
    for (let round = 0; round < 20; round++) {
      const id = `o-${round}`
      accepted(await put(db, place, { id }))
      const sessionId = await openSession(db, integration.key)
      const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
      await page(place, integration, batchId)
      await Promise.all([markSent(db, batchId), put(db, place, { id, status: 'refunded', payments: [] })])
      expect(await owed(integration)).toEqual([`${id} 2`])
      await download(place, integration, sessionId)
      await confirmBatch(db, { integrationKey: integration.key, sessionId })
    }
  })

  it('settings that change while an answer is sent to the end leave its orders followed (O7)', async () => {
    const { place, integration } = await begin()
    const left = { ...PAID_BY_CARD, paymentrules: [{ status: 'other' }] }
    for (let round = 0; round < 10; round++) {
      const ids = Array.from({ length: 20 }, (_, index) => `o-${round}-${index}`)
      await saveOrders(
        db,
        place.locationId,
        ids.map(id => ({ body: orderBody(place, { id }) })),
      )
      const sessionId = await openSession(db, integration.key)
      const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
      await page(place, integration, batchId)
      await Promise.all([markSent(db, batchId), changeAndRecalculate(place, integration, left)])
      expect(await owed(integration)).toEqual(ids.map(id => `${id} 1`))
      await confirmBatch(db, { integrationKey: integration.key, sessionId })
      await changeAndRecalculate(place, integration, PAID_BY_CARD)
    }
  })

  it('a date never moves once a page with the order was given out', async () => {
    const { place, integration } = await begin()
    for (let round = 0; round < 20; round++) {
      const id = `o-${round}`
      accepted(await put(db, place, { id }))
      const sessionId = await openSession(db, integration.key)
      const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
      const [{ orders }, result] = await Promise.all([
        page(place, integration, batchId),
        put(db, place, { id, placedAt: '2026-11-18T09:00:00+05:00' }),
      ])
      const given = orders.find(({ order }) => order.id === id)!
      // Sent with the old date, and then the date stays; or sent with the new one.
      if ('error' in result) {
        expect(refusal(result)).toBe('placed-at-fixed')
        expect(given.order.placedAt).toBe('2026-11-17T12:15:07+05:00')
      } else expect(given.order.placedAt).toBe('2026-11-18T09:00:00+05:00')
    }
  })

  it('an order changed between query and success is sent again', async () => {
    const { place, integration } = await begin()
    accepted(await put(db, place))
    const sessionId = await openSession(db, integration.key)
    await download(place, integration, sessionId)
    accepted(await put(db, place, { comment: 'позже' }))
    expect(await confirmBatch(db, { integrationKey: integration.key, sessionId })).toEqual({
      result: 'confirmed',
      orders: 1,
    })
    expect(await owed(integration)).toEqual(['olv-17 2'])
  })

  it('a success of what was given before somebody asked to send again does not count for it (O4)', async () => {
    const { place, integration } = await begin()
    accepted(await put(db, place))
    const sessionId = await openSession(db, integration.key)
    await download(place, integration, sessionId)
    await resendOrder(db, place.locationId, 'olv-17', integration.id)
    await confirmBatch(db, { integrationKey: integration.key, sessionId })
    expect(await owed(integration)).toEqual(['olv-17 1'])
    await download(place, integration, sessionId)
    await confirmBatch(db, { integrationKey: integration.key, sessionId })
    expect(await owed(integration)).toEqual([])
  })

  it('two sessions confirm each what it was given, in whatever order (O3)', async () => {
    const { place, integration } = await begin()
    const [one, other] = [await openSession(db, integration.key), await openSession(db, integration.key)]
    accepted(await put(db, place, { id: 'o-1' }))
    await download(place, integration, one)
    accepted(await put(db, place, { id: 'o-1', comment: 'изменён' }))
    accepted(await put(db, place, { id: 'o-2' }))
    await download(place, integration, other)
    const success = (sessionId: number) => confirmBatch(db, { integrationKey: integration.key, sessionId })
    expect(await success(other)).toEqual({ result: 'confirmed', orders: 2 })
    expect(await owed(integration)).toEqual([])
    // The older revision is confirmed later and takes nothing back.
    expect(await success(one)).toEqual({ result: 'confirmed', orders: 1 })
    expect(await owed(integration)).toEqual([])
    expect((await orderExports(db, place.locationId, 'o-1'))[0]).toMatchObject({
      confirmedRevision: 2,
      state: 'confirmed',
    })
  })

  it('success twice at once confirms once', async () => {
    const { place, integration } = await begin()
    accepted(await put(db, place))
    const sessionId = await openSession(db, integration.key)
    await download(place, integration, sessionId)
    const success = () => confirmBatch(db, { integrationKey: integration.key, sessionId })
    const outcomes = await Promise.all([success(), success(), success()])
    expect(outcomes.map(({ result }) => result).sort()).toEqual([
      'already-confirmed',
      'already-confirmed',
      'confirmed',
    ])
  })

  it('a batch abandoned by the next query is neither marked as sent nor added to', async () => {
    const { place, integration } = await begin()
    accepted(await put(db, place))
    const sessionId = await openSession(db, integration.key)
    const { id: first } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    const { id: second } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    expect(await page(place, integration, first)).toMatchObject({ open: false, orders: [], last: true })
    expect(await markSent(db, first)).toBe(false)
    expect((await page(place, integration, second)).orders.length).toBe(1)
    expect(await confirmBatch(db, { integrationKey: integration.key, sessionId })).toEqual({
      result: 'refused',
      reason: 'unfinished',
    })
  })

  it('puts, downloads and successes all at once end with every 1C having the newest', async () => {
    const { place, integration } = await begin()
    const ids = Array.from({ length: 60 }, (_, index) => `o-${index}`)
    const puts = async (comment: string) => {
      for (let round = 0; round < 5; round++)
        await saveOrders(
          db,
          place.locationId,
          ids.map(id => ({ body: orderBody(place, { id, comment: `${comment} ${round}` }) })),
        )
    }
    const exchange = async () => {
      const sessionId = await openSession(db, integration.key)
      for (let round = 0; round < 8; round++) {
        await download(place, integration, sessionId)
        await confirmBatch(db, { integrationKey: integration.key, sessionId })
      }
    }
    await Promise.all([puts('а'), puts('б'), exchange(), exchange()])
    await exchange()
    expect(await owed(integration)).toEqual([])
    for (const id of ids.slice(0, 5)) {
      const [first] = await orderExports(db, place.locationId, id)
      expect(first).toMatchObject({ state: 'confirmed' })
      expect(first!.confirmedRevision).toBe(first!.pendingRevision)
    }
  })
})
