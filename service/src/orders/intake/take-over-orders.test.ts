import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  lockAwaited,
  makePlace,
  openSession,
  orderBody,
  put,
} from '../../../test/support/place.js'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { openBatch } from '../../outbox/open-batch.js'
import { offerPage } from '../routing/offer-page.js'
import { previewPage } from '../routing/preview-page.js'
import { saveOrders } from './save-orders.js'

describeOnEachPostgres('a change that is taken over from a 1C while that 1C collects orders (O10)', pg => {
  let db: Database
  /** An order that its 1C has in revision 1 and is owed in revision 2, and a batch that it has just opened. */
  const begin = async () => {
    db ??= await pg.freshDatabase()
    const place = await makePlace(db)
    const { key, id: origin } = await connect(db, place)
    const sessionId = await openSession(db, key)
    const open = async () => (await openBatch(db, { integrationKey: key, sessionId, by: 'query' })).id
    const offer = (batchId: number) =>
      offerPage(db, { batchId, integrationKey: key, companyId: place.companyId, limit: 500 })
    const confirm = () => confirmBatch(db, { integrationKey: key, sessionId })
    accepted(await put(db, place))
    const first = await open()
    await offer(first)
    await markSent(db, first)
    await confirm()
    accepted(await put(db, place, { comment: 'вторая' }))
    const adoptRevisions = async (afterwards?: (tx: Queryable) => Promise<void>) => {
      const body = orderBody(place, { comment: 'третья' })
      const [result] = await saveOrders(db, place.locationId, [{ body, origin }], {
        inspect: async tx => {
          await afterwards?.(tx)
          return new Map()
        },
      })
      return accepted(result).owedTo
    }
    const owed = async () => (await previewPage(db, key, 10)).map(({ revision }) => revision)
    return { place, origin, batchId: await open(), offer, confirm, adoptRevisions, owed }
  }

  it('is waited for by the next page, which does not give the revision before it', async () => {
    const { batchId, offer, confirm, adoptRevisions, owed } = await begin()
    let page: ReturnType<typeof offer> | undefined
    const owedTo = await adoptRevisions(async tx => {
      page = offer(batchId)
      await lockAwaited(tx, page)
    })
    expect(owedTo).toEqual([])
    expect((await page!).orders).toEqual([])
    await markSent(db, batchId)
    await confirm()
    expect(await owed()).toEqual([])
  })

  it('waits for a page that gives the revision before it, and stays owed', async () => {
    const { place, origin, batchId, confirm, adoptRevisions, owed } = await begin()
    let taken: Promise<string[]> | undefined
    await db.transaction(async tx => {
      await lockCompanies(tx, 'offers', 'shared', [place.companyId])
      taken = adoptRevisions()
      await lockAwaited(tx, taken)
      await tx.query(
        `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
         select $1, key, 2, 0 from sale_order where location_id = $2`,
        [batchId, place.locationId],
      )
    })
    expect(await taken).toEqual([origin])
    await markSent(db, batchId)
    await confirm()
    expect(await owed()).toEqual([3])
  })
})
