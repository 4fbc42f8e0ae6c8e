import { beforeAll, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { accepted, connect, makePlace, openSession, PAID_BY_CARD, put } from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { countStates } from '../../outbox/entries/read-entries.js'
import { openBatch } from '../../outbox/open-batch.js'
import { resendOrder } from '../resend-order.js'
import { countMatching } from '../routing/count-matching.js'
import { offerPage } from '../routing/offer-page.js'
import { fieldChanges } from './field-changes.js'
import { orderExports } from './load-exports.js'
import { timeline } from './timeline.js'

describeOnEachPostgres('the way of an order', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const begin = async () => {
    const place = await makePlace(db)
    const integration = await connect(db, place)
    const sessionId = await openSession(db, integration.key)
    const download = async () => {
      const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
      await offerPage(db, {
        batchId,
        integrationKey: integration.key,
        companyId: place.companyId,

        limit: 9,
      })
      await markSent(db, batchId)
      return batchId
    }
    const success = () => confirmBatch(db, { integrationKey: integration.key, sessionId })
    return { place, integration, sessionId, download, success }
  }

  it('does not tell of an answer that was given up and is not cleared away yet', async () => {
    const { place, integration, sessionId } = await begin()
    const further = async () => {
      const { id: batchId } = await openBatch(db, {
        ...{ integrationKey: integration.key, sessionId, by: 'further-query' },
      })
      await offerPage(db, {
        ...{ batchId, integrationKey: integration.key, companyId: place.companyId, limit: 9, further: true },
      })
      return batchId
    }
    await put(db, place)
    const sent = await further()
    await markSent(db, sent)
    await put(db, place, { comment: 'x' })
    await further()
    await openBatch(db, { integrationKey: integration.key, sessionId, by: 'further-query' })
    const { rows } = await db.query<{ at: Date }>('select sent_at as at from outbox_batch where id = $1', [
      sent,
    ])
    const events = await timeline(db, place.locationId, 'olv-17')
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'offered', 'changed'])
    const before = `update outbox_entry set last_sent_at = null where integration_key = $1`
    await db.query(before, [integration.key])
    const [shown] = await orderExports(db, place.locationId, 'olv-17')
    expect(shown).toMatchObject({ offeredAt: rows[0]!.at })
  })

  it('tells of revisions with what changed, and of every exchange that gave or confirmed it', async () => {
    const { place, integration, sessionId, download, success } = await begin()
    await put(db, place)
    await download()
    await put(db, place, { status: 'purchased', comment: 'позвонить' })
    const batchId = await download()
    await success()
    const events = await timeline(db, place.locationId, 'olv-17')
    const exchange = { integrationId: integration.id, integrationName: 'Касса', exchangeId: sessionId }
    expect(events.map(({ at: _, ...event }) => event)).toEqual([
      { kind: 'received', revision: 1 },
      { kind: 'sent-before', which: 'first', integrationId: integration.id, integrationName: 'Касса' },
      { kind: 'changed', revision: 2, changes: [{ path: '/comment', after: 'позвонить' }] },
      { kind: 'offered', revision: 2, batchId, outcome: 'confirmed', ...exchange },
      { kind: 'confirmed', revision: 2, batchId, ...exchange },
    ])
    await expect(timeline(db, (await makePlace(db)).locationId, 'olv-17')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('stands with each integration at its own revision, under its number there', async () => {
    const { place, download, success } = await begin()
    await connect(db, place, {
      ...PAID_BY_CARD,
      ordernumber: 'platform',
      paymentrules: [{ status: 'other' }],
    })
    await put(db, place, { number: 'OLV/17' })
    await download()
    await success()
    await put(db, place, { comment: 'x' })
    const [first, second] = await orderExports(db, place.locationId, 'olv-17')
    expect(first).toMatchObject({
      state: 'changed',
      pendingRevision: 2,
      confirmedRevision: 1,
      numberIn1c: '1',
      reason: null,
    })
    expect(first!.confirmedAt).toBeInstanceOf(Date)
    expect(first!.offeredAt).toBeInstanceOf(Date)
    expect(second).toMatchObject({
      state: 'not-matching',
      pendingRevision: 0,
      confirmedRevision: 0,
      numberIn1c: 'OLV/17',
      offeredAt: null,
      confirmedAt: null,
      reason: 'Статус «purchased» вместо «other».',
    })
  })

  it('may begin again for a 1C that has it, and not for one whose rules it never met', async () => {
    const { place, integration, download, success } = await begin()
    const other = await connect(db, place, { ...PAID_BY_CARD, paymentrules: [{ status: 'other' }] })
    await put(db, place)
    await download()
    await success()
    const state = async () => (await orderExports(db, place.locationId, 'olv-17'))[0]!.state
    expect(await state()).toBe('confirmed')
    await resendOrder(db, place.locationId, 'olv-17', integration.id)
    expect(await state()).toBe('owed')
    expect(accepted(await put(db, place))).toMatchObject({ changed: false, owedTo: [integration.id] })
    await expect(resendOrder(db, place.locationId, 'olv-17', other.id)).rejects.toMatchObject({
      code: 'resend-not-matching',
      message: expect.stringContaining('Статус «purchased» вместо «other»'),
    })
    const stranger = await begin()
    for (const id of [stranger.integration.id, 'nonsense'])
      await expect(resendOrder(db, place.locationId, 'olv-17', id)).rejects.toMatchObject({
        code: 'not-found',
      })
    await expect(resendOrder(db, place.locationId, 'olv-18', integration.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is counted at its integration: owed, offered, confirmed', async () => {
    const { place, integration, download, success } = await begin()
    const counts = async () => {
      const { owedSince, ...numbers } = (await countStates(db, [integration.key])).get(integration.key)!
      expect(owedSince === null).toBe(numbers.owed === 0)
      return numbers
    }
    expect(await counts()).toEqual({ owed: 0, offered: 0, held: 0, confirmed: 0 })
    await put(db, place, { id: 'a' })
    await put(db, place, { id: 'b' })
    expect(await counts()).toEqual({ owed: 2, offered: 0, held: 0, confirmed: 0 })
    await download()
    await put(db, place, { id: 'b', comment: 'x' })
    expect(await counts()).toEqual({ owed: 2, offered: 1, held: 0, confirmed: 0 })
    await success()
    expect(await counts()).toEqual({ owed: 1, offered: 0, held: 0, confirmed: 2 })
    await download()
    await success()
    expect(await counts()).toEqual({ owed: 0, offered: 0, held: 0, confirmed: 2 })
  })

  it('is counted by settings that are not saved yet', async () => {
    const { place } = await begin()
    await put(db, place, { id: 'a' })
    await put(db, place, { id: 'b', status: 'new' })
    await put(db, place, { id: 'c', status: 'canceled' })
    expect(await countMatching(db, place.companyId, PAID_BY_CARD)).toEqual({
      count: 1,
      of: 3,
      complete: true,
    })
    const all = { ...PAID_BY_CARD, paymentrules: [{}] }
    expect(await countMatching(db, place.companyId, all)).toEqual({ count: 2, of: 3, complete: true })
    expect((await countMatching(db, place.companyId, { ...all, ordersfrom: '2026-11-18' })).count).toBe(0)
  })
})

describe('what changed from one content to the next', () => {
  it('is told field by field, lines and payments by their id', () => {
    const before = {
      total: '1',
      lines: [
        { id: 'a', amount: '1' },
        { id: 'b', amount: '2' },
      ],
      customer: { id: '1' },
    }
    const after = {
      total: '2',
      lines: [
        { id: 'b', amount: '3' },
        { id: 'c', amount: '1' },
      ],
      customer: { id: '1' },
    }
    expect(fieldChanges(before, after)).toEqual([
      { path: '/total', before: '1', after: '2' },
      { path: '/lines/0/amount', item: 'b', before: '2', after: '3' },
      { path: '/lines/1', item: 'c', after: { id: 'c', amount: '1' } },
      { path: '/lines/0', item: 'a', before: { id: 'a', amount: '1' } },
    ])
  })

  it('is told place by place where ids repeat', () => {
    const line = (amount: string) => ({ id: 'a', amount })
    expect(fieldChanges({ lines: [line('1'), line('2')] }, { lines: [line('1'), line('3')] })).toEqual([
      { path: '/lines/1/amount', item: 'a', before: '2', after: '3' },
    ])
  })
})
