import { beforeEach, expect, it, vi } from 'vitest'
import { startTestServer } from '../../test/support/app/test-server.js'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { aJournal, anIntegration, aSession, recordCall } from '../../test/support/journal.js'
import { type Database, openDatabase } from '../db/database.js'
import { dayName, dayOf, IDS_A_DAY } from '../db/days.js'
import { getExchange } from './exchanges/get-exchange.js'
import { listExchanges } from './exchanges/list-exchanges.js'
import { createDays } from './partitions.js'
import { sweepJournal } from './sweep-journal.js'

const KEEP = { keepDays: 90, sessionIdleSeconds: 86_400 }
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
  const tables = async () =>
    (
      await db.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relname ~ '^(exchange|journal).*_[0-9]{8}$' order by 1`,
      )
    ).rows.map(({ name }) => name)

  it('is kept in tables of the day and of the next', async () => {
    await sweepJournal(db, KEEP)
    const tomorrow = dayName(dayOf(new Date()) + 1)
    expect(await tables()).toEqual(
      ['exchange_session', 'journal_body', 'journal_entry'].flatMap(table => [
        `${table}_${today}`,
        `${table}_${tomorrow}`,
      ]),
    )
    const id = await anExchange()
    expect(await rowsIn(`exchange_session_${today}`)).toBe(1)
    expect(await rowsIn(`journal_entry_${today}`)).toBe(1)
    expect(await rowsIn(`journal_body_${today}`)).toBe(1)
    expect(await list()).toEqual([id])
    await sweepJournal(db, KEEP)
    expect(await tables()).toHaveLength(6)
  })

  it('loses nothing of a day that has no tables yet, and moves it there once they are made', async () => {
    const id = await anExchange()
    expect(await rowsIn('exchange_session_default')).toBe(1)
    const before = await getExchange(db, integration.locationId, id)
    await createDays(db, new Date())
    expect(await rowsIn('exchange_session_default')).toBe(0)
    expect(await rowsIn(`journal_body_${today}`)).toBe(1)
    expect(await getExchange(db, integration.locationId, id)).toEqual(before)
  })

  it('gets its tables from several servers that start at once', async () => {
    const servers = Array.from({ length: 3 }, () => openDatabase({ url: db.url, poolSize: 1 }))
    try {
      await Promise.all(servers.map(server => createDays(server, new Date())))
      expect(await tables()).toHaveLength(6)
    } finally {
      await Promise.all(servers.map(server => server[Symbol.asyncDispose]()))
    }
  })

  it('loses the days that were kept for long enough by dropping their tables, whatever lives on', async () => {
    const now = new Date()
    await createDays(db, new Date(now.getTime() - 91 * DAY_MS))
    await createDays(db, now)
    const gone = await moveBack(await anExchange(), 91)
    const alive = await moveBack(await anExchange(), 91)
    const kept = await moveBack(await anExchange(), 90)
    const young = await anExchange()
    await db.query('update exchange_session set last_call_at = now() where id = $1', [alive])
    expect(await sweepJournal(db, { ...KEEP, keepDays: 92 })).toBe(0)
    expect(await list()).toEqual([young, kept, alive, gone])

    expect(await sweepJournal(db, KEEP)).toBe(1)
    expect(await list()).toEqual([young, kept, alive])
    expect((await tables()).some(name => name.endsWith(dayName(dayOf(now) - 91)))).toBe(false)
    expect(await rowsIn('journal_entry')).toBe(2)
    expect(await rowsIn('exchange_session_default')).toBe(1)

    await db.query(`update exchange_session set last_call_at = now() - interval '91 days' where id = $1`, [
      alive,
    ])
    expect(await sweepJournal(db, KEEP)).toBe(1)
    expect(await list()).toEqual([young, kept])
  })

  it('reads no whole day while every call of a 1C waits for the lock', async () => {
    const old = new Date(Date.now() - 91 * DAY_MS)
    await createDays(db, old)
    await createDays(db, new Date())
    const alive = await moveBack(await anExchange(), 91)
    await db.query('update exchange_session set last_call_at = now() where id = $1', [alive])
    const statements: string[] = []
    const recorded: Database = {
      ...db,
      transaction: work =>
        db.transaction(tx =>
          work({
            ...tx,
            query(...statement) {
              statements.push(statement[0])
              return tx.query(...statement)
            },
          }),
        ),
    }
    expect(await sweepJournal(recorded, KEEP)).toBe(1)
    const locked = statements.findIndex(text => text.startsWith('lock table exchange_session in'))
    expect(locked).toBeGreaterThan(0)
    const reads = statements
      .slice(locked)
      .filter(text => text.includes(`from exchange_session_${dayName(dayOf(old))}`))
    expect(reads).toEqual([expect.stringContaining('id = any($1)')])
    expect(await list()).toEqual([alive])
  })

  it('loses what is old in no day’s table as well, however young what stands before it', async () => {
    for (let i = 0; i < 3; i++) await anExchange()
    await db.query(
      `update exchange_session set id = id - 80 * ${IDS_A_DAY}::bigint where id = (select min(id) from exchange_session)`,
    )
    await db.query(
      `update exchange_session set last_call_at = now() - interval '91 days' where id <> (select min(id) from exchange_session)`,
    )
    await db.query(`update journal_entry set at = now() - interval '91 days'`)
    // Not by the way of dropping: nobody makes tables for days that have gone.
    await db.query(`update exchange_session set id = id - 200 * ${IDS_A_DAY}::bigint`)
    await db.query(`update journal_entry set id = id - 200 * ${IDS_A_DAY}::bigint`)
    await db.query(`update journal_body set entry_id = entry_id - 200 * ${IDS_A_DAY}::bigint`)
    expect(await sweepJournal(db, KEEP)).toBe(5)
    expect(await rowsIn('exchange_session')).toBe(1)
    expect(await rowsIn('journal_entry')).toBe(0)
    expect(await rowsIn('journal_body')).toBe(0)
  })

  it('loses old bodies whose day has no table, where that of their entries has gone', async () => {
    const old = await moveBack(await anExchange(), 91)
    const kept = await moveBack(await anExchange(), 89)
    await db.query('delete from journal_entry where session_id = $1', [old])
    await db.query('delete from exchange_session where id = $1', [old])
    const bodies = await rowsIn('journal_body_default')
    expect(bodies).toBeGreaterThan(1)
    await sweepJournal(db, KEEP)
    expect(await rowsIn('journal_body_default')).toBe(bodies / 2)
    expect(await list()).toEqual([kept])
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
    expect((await tables()).filter(name => name.endsWith(today))).not.toEqual([])
  })

  it('waits for nobody who reads for hours: the tables go the next time', async () => {
    await createDays(db, new Date(Date.now() - 91 * DAY_MS))
    await createDays(db, new Date())
    await using reader = openDatabase({ url: db.url, poolSize: 1 })
    await reader.transaction(async tx => {
      await tx.query('select count(*) from exchange_session')
      expect(await sweepJournal(db, KEEP)).toBe(0)
      expect(await list()).toEqual([])
    })
    expect(await sweepJournal(db, KEEP)).toBe(1)
  })

  it('is swept by one server at a time', async () => {
    await anExchange()
    await db.query(
      `update journal_entry set at = now() - interval '91 days', id = id - 100 * ${IDS_A_DAY}::bigint`,
    )
    await createDays(db, new Date())
    await db.transaction(async tx => {
      await tx.query('select pg_advisory_xact_lock(7120385541)')
      expect(await sweepJournal(db, KEEP)).toBe(0)
    })
    expect(await sweepJournal(db, KEEP)).toBe(1)
  })
})
