import { encodeText } from '@obmen/codec'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  aJournal,
  anIntegration,
  aRequest,
  aSession,
  type KnownIntegration,
  recordCall,
} from '../../../test/support/journal.js'
import type { Database } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import type { Journal } from '../record/open-journal.js'
import { getExchange } from './get-exchange.js'
import { countExchanges, listExchanges } from './list-exchanges.js'
import { listRuns } from './list-runs.js'
import { sentXmlOfOrder } from './sent-xml-of-order.js'

describeOnEachPostgres('the journal of exchanges', pg => {
  let db: Database
  let journal: Journal
  let integration: KnownIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    journal = aJournal(db)
  })
  beforeEach(async () => {
    integration = await anIntegration(db)
  })

  type Call = [mode: string, answer: string, orderCount?: number]
  async function anExchange(calls: Call[], of = integration): Promise<number> {
    const session = await aSession(db, of)
    for (const [mode, answer, orderCount] of calls) {
      await recordCall(journal, {
        integration: of,
        session,
        mode,
        answer,
        ...(orderCount !== undefined && { orderCount }),
      })
    }
    return session.id
  }
  const ending = async (id: number) => {
    const { outcome, ordersOffered, ordersConfirmed } = (await getExchange(db, integration.locationId, id))!
    return [outcome, ordersOffered, ordersConfirmed]
  }
  const list = async (filter: object = {}) => {
    const page = await listExchanges(db, { scope: integration.locationId, limit: 50, ...filter })
    return page.items.map(exchange => exchange.id)
  }

  const checkauth: Call = ['checkauth', 'success\nobmen1c\n***']
  const success: Call = ['success', 'success', 3]

  describe('says how an exchange ended', () => {
    const query = (orders: number): Call => ['query', '<?xml', orders]
    const failure: Call = ['query', 'failure\nБаза данных недоступна.']
    it.each<[what: string, calls: Call[], ending: [string, number, number], words: string]>([
      ['confirmed', [checkauth, query(3), success], ['confirmed', 3, 3], 'получила и подтвердила 3 заказа.'],
      ['not confirmed', [checkauth, query(21)], ['unconfirmed', 21, 0], ''],
      ['sent again in the same session', [query(3), query(4)], ['unconfirmed', 4, 0], ''],
      ['not due', [checkauth, query(0), ['success', 'success', 0]], ['nothing', 0, 0], ''],
      ['not asked for', [checkauth], ['nothing', 0, 0], 'заказов не спрашивала'],
      ['refused', [checkauth, failure], ['failed', 0, 0], 'База данных недоступна.'],
      ['confirmed after a failure', [failure, query(3), success], ['confirmed', 3, 3], ''],
    ])('whose orders were %s', async (_what, calls, ending, words) => {
      const id = await anExchange(calls)
      const { summary, steps, ...exchange } = (await getExchange(db, integration.locationId, id))!
      expect([exchange.outcome, exchange.ordersOffered, exchange.ordersConfirmed]).toEqual(ending)
      expect(summary).toContain(words)
      expect(steps.map(({ mode }) => mode)).toEqual(calls.map(([mode]) => mode))
    })

    it('a Bitrix module’s batches add up until it is given none', async () => {
      const bitrix = await anIntegration(db, 'bitrix')
      integration = bitrix
      const queries: Call[] = [
        ['query', '<?xml', 2],
        ['query', '<?xml', 1],
        ['query', '<?xml', 0],
      ]
      expect(await ending(await anExchange(queries, bitrix))).toEqual(['unconfirmed', 3, 0])
      expect(await ending(await anExchange([...queries, success], bitrix))).toEqual(['confirmed', 3, 3])
    })
  })

  it('lists a location’s exchanges newest first, page by page', async () => {
    const ids: number[] = []
    for (let i = 0; i < 5; i++) ids.unshift(await anExchange([checkauth]))
    const first = await listExchanges(db, { scope: integration.locationId, limit: 3 })
    const second = await listExchanges(db, { scope: integration.locationId, limit: 3, cursor: first.next! })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.next).toBeNull()
    const { locationId } = await anIntegration(db)
    expect((await listExchanges(db, { scope: locationId, limit: 5 })).items).toEqual([])
  })

  it('shows those in a row that carried nothing as one, and lists them one by one when asked', async () => {
    const nothing: Call[] = [checkauth, ['query', '<?xml', 0], ['success', 'success', 0]]
    await anExchange([checkauth])
    const older = [await anExchange(nothing), await anExchange([checkauth])].reverse()
    const carried = await anExchange([checkauth, ['query', '<?xml', 3], success])
    const alone = await anExchange(nothing)
    const sent = await anExchange([checkauth])
    await db.query(
      `insert into upload (integration_key, location_id, session_id, name, type) values ($1, $2, $3, 'from1c.xml', 'sale')`,
      [integration.key, integration.locationId, sent],
    )
    const newest = [await anExchange(nothing), await anExchange(nothing)].reverse()
    const filter = { scope: integration.locationId, limit: 3 }
    const first = await listRuns(db, filter)
    expect(first.items.map(({ id, run }) => [id, run?.count])).toEqual([
      [newest[0], 2],
      [sent, undefined],
      [alone, undefined],
    ])
    const second = await listRuns(db, { ...filter, cursor: first.next! })
    expect(second.items.map(({ id, run }) => [id, run?.count])).toEqual([
      [carried, undefined],
      [older[0], 3],
    ])
    expect(second.next).toBeNull()
    const run = second.items[1]!.run!
    const one = await listExchanges(db, { ...filter, cursor: run.cursor })
    expect(one.items.slice(0, 2).map(({ id }) => id)).toEqual(older)
    expect(run.since).toEqual(one.items[2]!.startedAt)
    expect(await countExchanges(db, filter)).toEqual({ count: 8, exact: true })
    expect(await countExchanges(db, { ...filter, outcome: 'confirmed' })).toEqual({ count: 1, exact: true })
  })

  it('filters by integration, outcome and time', async () => {
    const confirmed = await anExchange([['query', '<?xml', 3], success])
    const checked = await anExchange([checkauth])
    expect(await list({ outcome: 'confirmed' })).toEqual([confirmed])
    expect(await list({ integrationId: integration.id })).toEqual([checked, confirmed])
    expect(await list({ integrationId: (await anIntegration(db)).id })).toEqual([])
    expect(await list({ integrationId: 'nonsense' })).toEqual([])
    const january = firstIdOf(dayOf(new Date('2026-01-01')))
    await db.query(
      `update exchange_session set id = $2, opened_at = '2026-01-01T00:00:00Z', last_call_at = '2026-01-01T00:00:01Z' where id = $1`,
      [confirmed, january],
    )
    expect(await list({ to: '2026-01-02T00:00:00+03:00' })).toEqual([january])
    expect(await list({ from: '2026-01-01T03:00:00+03:00', to: '2026-01-01T04:00:00+03:00' })).toEqual([
      january,
    ])
    expect(await list({ from: '2026-01-02' })).toEqual([checked])
    await expect(list({ from: 'yesterday' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })

  describe('gives back the very XML an order went out with', () => {
    const documentOf = (key: number) =>
      `<Документ><Номер>${key}</Номер><ПодчиненныеДокументы><ПодчиненныйДокумент>€</ПодчиненныйДокумент></ПодчиненныеДокументы></Документ>`

    async function aBatch(
      charset: 'utf-8' | 'windows-1251',
      pages: number[][],
      bodyLimit?: number,
    ): Promise<number> {
      const encode = (text: string) => Buffer.from(encodeText(text, charset))
      const session = await aSession(db, integration)
      const { rows } = await db.query<{ id: number }>(
        'insert into outbox_batch (integration_key, session_id) values ($1, $2) returning id',
        [integration.key, session.id],
      )
      const batchId = rows[0]!.id
      const record = aJournal(db, bodyLimit).record(aRequest('query'))
      record.integration(integration)
      record.session(session)
      record.batch(batchId)
      record.answer(200, { 'content-type': `application/xml; charset=${charset}` })
      record.responsePiece(encode('<?xml version="1.0"?><КоммерческаяИнформация>'))
      for (const keys of pages) {
        await record.responsePiece(encode(keys.map(documentOf).join('') + ' '.repeat(70_000)))
        await record.written()
        for (const key of keys) {
          await db.query('insert into outbox_batch_item values ($1, $2, 1, 0)', [batchId, key])
        }
      }
      record.responsePiece(encode('</КоммерческаяИнформация>'))
      record.finish('done', pages.flat().length)
      await record.written()
      return batchId
    }

    it.each(['utf-8', 'windows-1251'] as const)('in %s, from any page of the answer', async charset => {
      const batchId = await aBatch(charset, [[3, 5, 8], [13, 21], [34]])
      for (const key of [3, 8, 13, 21, 34])
        expect(await sentXmlOfOrder(db, batchId, key)).toBe(documentOf(key))
      expect(await sentXmlOfOrder(db, batchId, 4)).toBeUndefined()
      expect(await sentXmlOfOrder(db, batchId + 1000, 3)).toBeUndefined()
    })

    it('and nothing where it was cut off by the limit', async () => {
      const batchId = await aBatch(
        'utf-8',
        [
          [3, 5],
          [13, 21],
        ],
        70_700,
      )
      expect(await sentXmlOfOrder(db, batchId, 5)).toBe(documentOf(5))
      expect(await sentXmlOfOrder(db, batchId, 21)).toBeUndefined()
    })
  })
})
