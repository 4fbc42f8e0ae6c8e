import { beforeEach, expect, it, vi } from 'vitest'
import { startTestServer } from '../../test/support/app/test-server.js'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { aJournal, anIntegration, aRequest, aSession, recordCall, TEXT } from '../../test/support/journal.js'
import { dropPartitions } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { dayName, dayOf, IDS_A_DAY } from '../db/days.js'
import { getExchange } from './exchanges/get-exchange.js'
import { listExchanges } from './exchanges/list-exchanges.js'
import { createDays, JOURNAL_TABLES } from './partitions.js'
import { sweepJournal } from './sweep-journal.js'

const KEEP = { keepDays: 90, maxBytes: 2 ** 40, sessionIdleSeconds: 86_400 }
const DAY_MS = 86_400_000

describeOnEachPostgres('the journal by day', pg => {
  let db: Database
  let integration: Awaited<ReturnType<typeof anIntegration>>
  let today: string
  beforeEach(async () => {
    await awayFromMidnight()
    today = dayName(dayOf(new Date()))
    db = await pg.freshDatabase()
    integration = await anIntegration(db)
  })

  async function anExchange(): Promise<number> {
    const session = await aSession(db, integration)
    const journal = aJournal(db)
    await recordCall(journal, { integration, session, mode: 'checkauth', answer: 'success' })
    await recordCall(journal, { integration, session, mode: 'query', answer: '<?xml', orderCount: 3 })
    return session.id
  }

  /** Lets an exchange have happened so many days ago: ids tell the day. */
  async function moveBack(id: number, days: number): Promise<number> {
    const moved = id - days * IDS_A_DAY
    await db.query(
      `update journal_entry set id = id - $2::int * ${IDS_A_DAY}::bigint, session_id = $3, at = at - make_interval(days => $2::int)
        where session_id = $1`,
      [id, days, moved],
    )
    await db.query(
      `update journal_body b set entry_id = b.entry_id - $1::int * ${IDS_A_DAY}::bigint
        from journal_entry e where e.session_id = $2 and b.entry_id = e.id + $1::int * ${IDS_A_DAY}::bigint`,
      [days, moved],
    )
    await db.query(
      `update exchange_session set id = $3, opened_at = opened_at - make_interval(days => $2::int),
              last_call_at = last_call_at - make_interval(days => $2::int), ended_at = ended_at - make_interval(days => $2::int) where id = $1`,
      [id, days, moved],
    )
    return moved
  }

  const list = async () =>
    (await listExchanges(db, { scope: integration.locationId, limit: 50 })).items.map(({ id }) => id)
  const rowsIn = async (table: string): Promise<number> =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count

  it('loses nothing of a day that has no partitions', async () => {
    await dropPartitions(db, JOURNAL_TABLES, Number.POSITIVE_INFINITY)
    const id = await anExchange()
    expect(await rowsIn('exchange_session_default')).toBe(1)
    const before = await getExchange(db, integration.locationId, id)
    await sweepJournal(db, KEEP)
    expect(await getExchange(db, integration.locationId, id)).toEqual(before)
  })

  it('loses the days that were kept for long enough', async () => {
    const now = new Date()
    await createDays(db, new Date(now.getTime() - 97 * DAY_MS))
    await createDays(db, now)
    const gone = await moveBack(await anExchange(), 91)
    const kept = await moveBack(await anExchange(), 90)
    const young = await anExchange()
    expect(await sweepJournal(db, { ...KEEP, keepDays: 98 })).toBe(0)
    expect(await list()).toEqual([young, kept, gone])
    // Of them one has its own partitions and the other does not.
    expect(await sweepJournal(db, KEEP)).toBe(7)
    expect(await list()).toEqual([young, kept])
    expect(await rowsIn('journal_entry')).toBe(2)
  })

  it('keeps exchanges that carried nothing for eight days, and all others', async () => {
    const now = new Date()
    for (const daysAgo of [15, 7]) await createDays(db, new Date(now.getTime() - daysAgo * DAY_MS))
    const journal = aJournal(db)
    const empty = async (daysAgo: number) => {
      const session = await aSession(db, integration)
      for (const mode of ['checkauth', 'query'])
        await recordCall(journal, { integration, session, mode, answer: 'x', orderCount: 0 })
      return moveBack(session.id, daysAgo)
    }
    const uploaded = await aSession(db, integration)
    const record = journal.record(aRequest('file', { method: 'POST' }))
    record.integration(integration)
    record.session(uploaded)
    record.requestPiece(Buffer.from('<?xml'))
    record.answer(200, TEXT)
    record.finish('done')
    await record.written()
    const carried = [await moveBack(uploaded.id, 9), await moveBack(await anExchange(), 9)]
    await empty(9)
    const young = await empty(8)
    expect(await list()).toHaveLength(4)
    await sweepJournal(db, KEEP)
    expect((await list()).toSorted((a, b) => b - a)).toEqual([young, ...carried.toReversed()])
    expect(await rowsIn(`exchange_session_${dayName(dayOf(now) - 9)}`)).toBe(2)
    const { rows } = await db.query('select exchanges from exchange_day where integration_key = $1', [
      integration.key,
    ])
    expect(rows).toEqual([{ exchanges: 4 }])
    expect(await sweepJournal(db, KEEP)).toBe(0)
  })

  it('outlives a server whose clock is ahead', async () => {
    await createDays(db, new Date())
    const id = await anExchange()
    vi.useFakeTimers({ now: Date.now() + 400 * DAY_MS, toFake: ['Date'] })
    try {
      const server = await startTestServer(db)
      // Ends when the first sweep is over.
      await server[Symbol.asyncDispose]()
    } finally {
      vi.useRealTimers()
    }
    expect(await list()).toEqual([id])
    expect(await rowsIn(`exchange_session_${today}`)).toBe(1)
  })
})
