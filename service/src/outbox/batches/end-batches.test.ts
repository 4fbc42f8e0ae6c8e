import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, openSession, put } from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { sweepRevisions } from '../../orders/history/sweep-revisions.js'
import { timeline } from '../../orders/history/timeline.js'
import { offerPage } from '../../orders/routing/offer-page.js'
import { confirmBatch } from '../confirm-batch.js'
import { openBatch } from '../open-batch.js'
import { abandonBatch, deleteItems, sweepBatches } from './end-batches.js'
import { markSent } from './mark-sent.js'

const DAY = 86_400

describeOnEachPostgres('what is kept of answers to a query', pg => {
  let db: Database
  let place: Awaited<ReturnType<typeof makePlace>>
  let integrationKey: number
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    await db.query(
      'truncate outbox_batch, outbox_batch_item, outbox_entry, payment_export_draft, order_revision',
    )
    place = await makePlace(db)
    integrationKey = (await connect(db, place)).key
  })

  /** A query in a new session; returns the batch and its session. */
  const query = async (sessionId?: number, release = true) => {
    const session = sessionId ?? (await openSession(db, integrationKey))
    const { id, abandoned } = await openBatch(db, {
      integrationKey,
      sessionId: session,
      by: 'query',
      keepUnconfirmed: 3,
    })
    if (release) await deleteItems(db, abandoned)
    await offerPage(db, { batchId: id, integrationKey, companyId: place.companyId, limit: 100 })
    return { id, session }
  }
  const sent = async (sessionId?: number, release = true) => {
    const batch = await query(sessionId, release)
    await markSent(db, batch.id)
    return batch
  }
  const items = async () =>
    (
      await db.query<{ batch: number; count: number }>(
        'select batch_id as batch, count(*) as count from outbox_batch_item group by 1 order by 1',
      )
    ).rows.map(({ batch, count }) => [batch, count])
  const batches = async () =>
    (await db.query<{ id: number }>('select id from outbox_batch order by id')).rows.map(({ id }) => id)
  const endSessions = () =>
    db.query(
      `with sessions as (update exchange_session set last_call_at = now() - interval '25 hours')
       update outbox_batch set opened_at = opened_at - interval '25 hours'`,
    )

  it('of one that was never sent: nothing, at once', async () => {
    await put(db, place)
    const { id } = await query()
    expect(await items()).toEqual([[id, 1]])
    await abandonBatch(db, id)
    expect(await items()).toEqual([])
  })

  it('of one that its session asked for again: that another revision was sent', async () => {
    await put(db, place)
    const first = await sent()
    await put(db, place, { comment: 'x' })
    const second = await sent(first.session)
    expect(await items()).toEqual([first, second].map(({ id }) => [id, 1]))
    const third = await sent()
    await confirmBatch(db, { integrationKey, sessionId: third.session })
    await endSessions()
    expect(await sweepBatches(db, DAY)).toBe(1)
    expect(await sweepBatches(db, DAY)).toBe(0)
    expect(await items()).toEqual([first, third].map(({ id }) => [id, 1]))
    const events = (await timeline(db, place.locationId, 'olv-17')).map(({ kind }) => kind)
    expect(events).toEqual(['received', 'sent-before', 'changed', 'offered', 'confirmed'])
  })

  it('of a 1C that fails and comes again and again: the latest few, which it may still confirm', async () => {
    await put(db, place, { id: 'a' })
    await put(db, place, { id: 'b' })
    const all: { id: number; session: number }[] = []
    for (let poll = 0; poll < 20; poll++) all.push(await sent())
    const kept = all.slice(-4)
    expect(await items()).toEqual(kept.map(({ id }) => [id, 2]))
    expect(await confirmBatch(db, { integrationKey, sessionId: all[0]!.session })).toEqual({
      result: 'refused',
      reason: 'abandoned',
    })
    expect(await confirmBatch(db, { integrationKey, sessionId: kept[0]!.session })).toEqual({
      result: 'confirmed',
      orders: 2,
    })

    await endSessions()
    expect(await sweepBatches(db, DAY)).toBe(18)
    expect(await batches()).toEqual([kept[0]!.id, kept.at(-1)!.id])
    expect(await items()).toEqual([
      [kept[0]!.id, 2],
      [kept.at(-1)!.id, 2],
    ])
    expect(await sweepBatches(db, DAY)).toBe(0)
  })

  it('of one whose server died before it was released: nothing after its session', async () => {
    await put(db, place)
    const first = await sent()
    const cut = await query(first.session, false)
    const last = await sent(first.session, false)
    expect(await items()).toEqual([first, cut, last].map(({ id }) => [id, 1]))
    await endSessions()
    await sweepBatches(db, DAY)
    expect(await items()).toEqual([[last.id, 1]])
  })

  it('of an empty one: nothing after its session', async () => {
    const empty = await sent()
    await confirmBatch(db, { integrationKey, sessionId: empty.session })
    expect(await sweepBatches(db, DAY)).toBe(0)
    await endSessions()
    expect(await sweepBatches(db, DAY)).toBe(1)
    expect(await batches()).toEqual([])
  })

  it('of revisions: the last year, before it the first, those given to a 1C, and the last', async () => {
    const change = (comment: string) => put(db, place, { comment })
    await put(db, place)
    await change('2')
    const { session } = await sent()
    await confirmBatch(db, { integrationKey, sessionId: session })
    await change('3')
    await change('4')
    await sent()
    await change('5')
    await change('6')
    const kept = async () =>
      (await db.query<{ revision: number }>('select revision from order_revision order by 1')).rows.map(
        ({ revision }) => revision,
      )
    expect(await sweepRevisions(db, 365)).toBe(0)
    const age = (below: number) =>
      db.query(`update order_revision set replaced_at = now() - interval '366 days' where revision < $1`, [
        below,
      ])
    await age(5)
    expect(await sweepRevisions(db, 365)).toBe(1)
    expect(await kept()).toEqual([1, 2, 4, 5])
    await age(6)
    expect(await sweepRevisions(db, 365)).toBe(1)
    expect(await kept()).toEqual([1, 2, 4])
    const events = await timeline(db, place.locationId, 'olv-17')
    expect(events.filter(({ kind }) => kind === 'changed')).toMatchObject([
      { revision: 2, changes: [{ path: '/comment', after: '2' }] },
      { revision: 4, since: 2, changes: [{ before: '2', after: '4' }] },
      { revision: 6, since: 4, changes: [{ before: '4', after: '6' }] },
    ])
    expect(await sweepRevisions(db, 365)).toBe(0)
  })
})
