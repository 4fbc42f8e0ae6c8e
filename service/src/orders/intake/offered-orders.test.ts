import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makePlace,
  openSession,
  PAID_BY_CARD,
  put,
  refusal,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { deleteIntegration } from '../../integrations/delete-integration.js'
import { abandonBatch, abandonOrphans } from '../../outbox/batches/end-batches.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { openBatch } from '../../outbox/open-batch.js'
import { orderExports } from '../history/load-exports.js'
import { offerPage } from '../routing/offer-page.js'

describeOnEachPostgres('putting an order that a 1C was offered', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const begin = async () => {
    const place = await makePlace(db)
    return { place, integration: await connect(db, place) }
  }
  const offer = async (place: TestPlace, { key }: TestIntegration) => {
    const sessionId = await openSession(db, key)
    const { id: batchId } = await openBatch(db, { integrationKey: key, sessionId, by: 'query' })
    await offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, limit: 500 })
    await markSent(db, batchId)
    return sessionId
  }

  it('an order of an answer that broke off is not followed, and its date may still move (O7)', async () => {
    const { place, integration } = await begin()
    await put(db, place)
    const sessionId = await openSession(db, integration.key)
    const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    const { companyId } = place
    await offerPage(db, { batchId, integrationKey: integration.key, companyId, limit: 10 })
    const moved = { placedAt: '2026-11-18T09:00:00+05:00' }
    expect(refusal(await put(db, place, moved))).toBe('placed-at-fixed')
    await abandonBatch(db, batchId)
    expect(accepted(await put(db, place, moved)).revision).toBe(2)
    expect(accepted(await put(db, place, { ...moved, status: 'refunded', payments: [] })).owedTo).toEqual([])
  })

  it('an order of an answer whose server died is soon free: its date, number and owed revision', async () => {
    const place = await makePlace(db)
    const { key } = await connect(db, place, { ...PAID_BY_CARD, ordernumber: 'platform' })
    await put(db, place, { number: 'N-1' })
    const sessionId = await openSession(db, key)
    const { id: batchId } = await openBatch(db, { integrationKey: key, sessionId, by: 'query' })
    await offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, limit: 10 })
    const moved = { number: 'N-2', placedAt: '2026-11-18T09:00:00+05:00' }
    await abandonOrphans(db)
    expect(refusal(await put(db, place, moved))).toBe('placed-at-fixed')
    await db.query(`update outbox_batch set server = 'obmen without connections' where id = $1`, [batchId])
    await abandonOrphans(db)
    expect(accepted(await put(db, place, moved)).revision).toBe(2)
    expect(await markSent(db, batchId)).toBe(false)
    expect(await confirmBatch(db, { integrationKey: key, sessionId })).toEqual({
      result: 'refused',
      reason: 'unfinished',
    })
  })

  it('the date of an order stays fixed when its 1C is removed and its answers are forgotten', async () => {
    const { place, integration } = await begin()
    await put(db, place)
    await offer(place, integration)
    await deleteIntegration(db, place.locationId, integration.id)
    await db.query(
      'delete from outbox_batch_item where batch_id in (select id from outbox_batch where integration_key = $1)',
      [integration.key],
    )
    expect(refusal(await put(db, place, { placedAt: '2026-11-18T09:00:00+05:00' }))).toBe('placed-at-fixed')
    const all = await connect(db, place, { paymentrules: [{}], paymentmethodname: 'Карта' })
    expect(accepted(await put(db, place, { status: 'canceled' })).owedTo).toEqual([all.id])
  })

  it('a number that a page is giving to a 1C is fixed, and free again when the answer broke off', async () => {
    const place = await makePlace(db)
    const { key } = await connect(db, place, { ...PAID_BY_CARD, ordernumber: 'platform' })
    await put(db, place, { number: 'N-1' })
    const sessionId = await openSession(db, key)
    const { id: batchId } = await openBatch(db, { integrationKey: key, sessionId, by: 'query' })
    await offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, limit: 10 })
    expect(refusal(await put(db, place, { number: 'N-2' }))).toBe('number-fixed')
    await abandonBatch(db, batchId)
    expect(accepted(await put(db, place, { number: 'N-2' })).revision).toBe(2)
  })

  it('an order of a number that 1C could not find is followed all the same', async () => {
    const place = await makePlace(db)
    const long = { number: 'OLV/2026/000017' }
    await put(db, place, long)
    const { id, key } = await connect(db, place, { ...PAID_BY_CARD, ordernumber: 'platform' })
    await offer(place, { id, key })
    expect(accepted(await put(db, place, { ...long, status: 'canceled' })).owedTo).toEqual([id])
    expect(refusal(await put(db, place, { number: 'OLV/2026/000018' }))).toBe('invalid')
    // 1C knows it as S-1, so the platform may give it another one.
    expect(accepted(await put(db, place, { number: 'N-2' })).revision).toBe(3)
    expect((await orderExports(db, place.locationId, 'olv-17'))[0]).toMatchObject({ numberIn1c: 'S-1' })
  })
})
