import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  aJournal,
  anIntegration,
  aRequest,
  aSession,
  type KnownIntegration,
  type Session,
  TEXT,
} from '../../../test/support/journal.js'
import { type Database, openDatabase } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'
import { createLog } from '../../log.js'
import { openBody } from '../exchanges/bodies.js'
import { getExchange } from '../exchanges/get-exchange.js'
import { sweepJournal } from '../sweep-journal.js'
import { openJournal } from './open-journal.js'

describeOnEachPostgres('the journal’s record of a request', pg => {
  let db: Database
  let integration: KnownIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    integration = await anIntegration(db)
  })

  /** A record of a call of the session, of the integration, with the head of its answer. */
  const begin = (mode: string, session: Session, { of = integration, journal = aJournal(db) } = {}) => {
    const record = journal.record(aRequest(mode))
    record.integration(of)
    record.session(session)
    record.answer(200, TEXT)
    return record
  }
  const entriesOf = async (sessionId: number) =>
    (await getExchange(db, integration.locationId, sessionId))!.entries

  it('is seen as running until it ends, and its exchange with it', async () => {
    const session = await aSession(db, integration)
    const record = aJournal(db).record(aRequest('query'))
    record.integration(integration)
    record.session(session)
    await record.written()
    expect((await getExchange(db, integration.locationId, session.id))!).toMatchObject({
      outcome: 'running',
      entries: [{ mode: 'query', outcome: 'running' }],
    })
    record.answer(200, TEXT)
    record.finish('cut', 3)
    await record.written()
    expect((await getExchange(db, integration.locationId, session.id))!).toMatchObject({
      outcome: 'failed',
      entries: [{ outcome: 'cut', orderCount: 3 }],
    })
  })

  it('of a success is written after that of its query, however quickly it follows', async () => {
    const integration = await anIntegration(db)
    const session = await aSession(db, integration)
    await using journal = aJournal(db)
    const [query, success] = ['query', 'success'].map(mode =>
      begin(mode, session, { of: integration, journal }),
    )
    // What was downloaded takes a while to be kept; the success has nothing to keep.
    for (let piece = 0; piece < 8; piece++) query!.responsePiece(randomBytes(1024 * 1024))
    query!.finish('done', 1)
    success!.finish('done', 1)
    await journal.settled()
    expect(await getExchange(db, integration.locationId, session.id)).toMatchObject({
      outcome: 'confirmed',
      ordersOffered: 1,
      ordersConfirmed: 1,
    })
  })

  it('of a call that ends while the journal closes is written, too', async () => {
    const session = await aSession(db, integration)
    const journal = aJournal(db)
    const [before, meanwhile] = ['init', 'deactivate'].map(mode => begin(mode, session, { journal }))
    before!.finish('done')
    const closed = journal[Symbol.asyncDispose]()
    meanwhile!.finish('done')
    await closed
    expect((await entriesOf(session.id)).map(({ mode }) => mode)).toEqual(['init', 'deactivate'])
  })

  it('is ended as cut when its server has died', async () => {
    const session = await aSession(db, integration)
    const record = aJournal(db).record(aRequest('query'))
    record.integration(integration)
    record.session(session)
    await record.written()
    await sweepJournal(db, { keepDays: 90, maxBytes: 2 ** 40, sessionIdleSeconds: 86_400 })
    expect((await entriesOf(session.id))[0]!.outcome).toBe('running')
    await db.query(
      `update journal_entry set at = now() - interval '10 minutes', seen_at = now() - interval '510 seconds' where id = $1`,
      [record.id],
    )
    await sweepJournal(db, { keepDays: 90, maxBytes: 2 ** 40, sessionIdleSeconds: 86_400 })
    expect((await getExchange(db, integration.locationId, session.id))!).toMatchObject({
      outcome: 'failed',
      entries: [{ outcome: 'cut', durationMs: 90_000 }],
    })
  })

  describe('a large body', () => {
    const page = () => Buffer.concat([randomBytes(300_000), Buffer.alloc(700_000, 'x')])

    async function recordPages(
      pages: Buffer[],
      bodyLimit?: number,
    ): Promise<{ sessionId: number; entryId: number }> {
      const session = await aSession(db, integration)
      const record = begin('query', session, { journal: aJournal(db, bodyLimit) })
      for (const piece of pages) await record.responsePiece(piece)
      record.finish('done', 1)
      await record.written()
      return { sessionId: session.id, entryId: record.id! }
    }

    async function read(
      ids: { sessionId: number; entryId: number },
      offset?: number,
      limit?: number,
    ): Promise<Buffer> {
      const body = await openBody(db, {
        scope: integration.locationId,
        exchangeId: ids.sessionId,
        entryId: ids.entryId,
        side: 'response',
        offset,
        limit,
      })
      const pieces: Buffer[] = []
      for await (const piece of body!.stream) pieces.push(piece)
      const bytes = Buffer.concat(pieces)
      expect(bytes.length).toBe(body!.length)
      return bytes
    }

    it('comes back byte by byte, whole and in parts', async () => {
      const pages = [page(), page(), page()]
      const whole = Buffer.concat(pages)
      const ids = await recordPages(pages)
      expect((await read(ids)).equals(whole)).toBe(true)
      expect((await read(ids, 999_990, 20)).equals(whole.subarray(999_990, 1_000_010))).toBe(true)
      expect((await read(ids, 2_999_000)).equals(whole.subarray(2_999_000))).toBe(true)
      expect(await read(ids, 5_000_000)).toHaveLength(0)
    })

    it('is kept up to the limit and counted beyond it', async () => {
      const pages = [page(), page()]
      const ids = await recordPages(pages, 1_500_000)
      expect((await read(ids)).equals(Buffer.concat(pages).subarray(0, 1_500_000))).toBe(true)
      expect((await entriesOf(ids.sessionId))[0]).toMatchObject({
        responseSize: 2_000_000,
        responseKept: 1_500_000,
        responseText: null,
      })
    })

    it('makes its stream wait while more than a megabyte is unwritten', async () => {
      const session = await aSession(db, integration)
      const record = begin('query', session)
      const waits = []
      for (let i = 0; i < 8; i++) waits.push(record.responsePiece(randomBytes(250_000)) !== undefined)
      expect(waits.slice(0, 4)).toEqual([false, false, false, false])
      expect(waits.at(-1)).toBe(true)
      record.finish('done')
      await record.written()
    })
  })

  it('of refused sign-ins is one exchange of their integration and address for some minutes', async () => {
    const journal = aJournal(db)
    const refuse = async (login: string, address: string) => {
      const record = journal.record(aRequest('checkauth', { address }))
      record.login(login)
      record.answer(401, TEXT)
      record.responsePiece(Buffer.from('failure\nНеверный логин'))
      record.finish('refused')
      await record.written()
      const { rows } = await db.query<{ session_id: number }>(
        'select session_id from journal_entry where id = $1',
        [record.id],
      )
      return rows[0]?.session_id
    }
    const first = await refuse(integration.login, '10.0.0.8')
    expect(await refuse(integration.login, '10.0.0.8')).toBe(first)
    expect(await refuse(integration.login, '10.0.0.9')).not.toBe(first)
    expect(await refuse('nobody', '10.0.0.8')).toBeUndefined()
    const old = await refuse(integration.login, '10.0.0.10')
    await db.query('update exchange_session set id = id - $2 where id = $1', [old, IDS_A_DAY])
    expect(await refuse(integration.login, '10.0.0.10'), 'a new one each day').not.toBe(old! - IDS_A_DAY)
    expect(await getExchange(db, integration.locationId, first!)).toMatchObject({
      outcome: 'refused',
      entries: [{ status: 401 }, { status: 401 }],
      integrationId: integration.id,
      summary: '1С не вошла. Она получила ответ: Неверный логин',
    })
  })

  it('keeps 200 calls of an exchange that carry nothing, and counts the others', async () => {
    const session = await aSession(db, integration)
    const journal = aJournal(db)
    for (let number = 0; number < 300; number++) begin('query', session, { journal }).finish('done', 0)
    await journal.settled()
    const exchange = (await getExchange(db, integration.locationId, session.id))!
    expect(exchange.entries).toHaveLength(200)
    expect(exchange.summary).toMatch(/только посчитал: 100/)
  })

  it('waits for no other whose session is locked', async () => {
    const [locked, free] = [await aSession(db, integration), await aSession(db, integration)]
    const journal = aJournal(db)
    await db.transaction(async tx => {
      await tx.query('select from exchange_session where id = $1 for update', [locked.id])
      for (const session of [locked, free]) begin('init', session, { journal }).finish('done')
      await expect.poll(() => entriesOf(free.id)).toHaveLength(1)
      expect(await entriesOf(locked.id)).toEqual([])
    })
    await journal.settled()
    expect(await entriesOf(locked.id)).toHaveLength(1)
  })

  it('takes whatever a client sends: NUL, lone surrogates, long words', async () => {
    const session = await aSession(db, integration)
    const record = aJournal(db).record(
      aRequest('query', {
        url: `/1c?type=sale&mode=${'x'.repeat(100_000)}`,
        mode: `a\0\ud800${'x'.repeat(1000)}`,
        headers: { x: 'a\0b' },
      }),
    )
    record.session(session)
    record.answer(200, TEXT)
    record.finish('failure')
    await record.written()
    expect((await entriesOf(session.id))[0]!.url).toHaveLength(2000)
  })

  it('that cannot be written harms nothing and is given up', async () => {
    await using nowhere = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' })
    await using journal = openJournal({
      db: nowhere,
      log: createLog('silent'),
      bodyLimit: 1000,
      dayLimit: 1000,
      heldLimit: 1000,
    })
    const record = journal.record(aRequest('query'))
    record.session({ id: 1 })
    await record.written()
    for (let i = 0; i < 100; i++) expect(record.responsePiece(randomBytes(100_000))).toBeUndefined()
    record.finish('done')
    await record.written()
    expect(record.id).toBeUndefined()
  })
})
