import { beforeEach, expect, it } from 'vitest'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { anIntegration } from '../../test/support/journal.js'
import { dropPartitions } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { EMPTY_EXCHANGES_AN_HOUR, FAILED_CALLS_KEPT, measureDays } from './limit-growth.js'
import { createDays, JOURNAL_TABLES } from './partitions.js'
import { sweepJournal } from './sweep-journal.js'

const KEEP = { keepDays: 90, maxBytes: 2 ** 40, sessionIdleSeconds: 86_400 }

describeOnEachPostgres('growth of the journal', pg => {
  let db: Database
  let integration: Awaited<ReturnType<typeof anIntegration>>
  beforeEach(async () => {
    await awayFromMidnight()
    db = await pg.freshDatabase()
    integration = await anIntegration(db)
  })

  async function openSessions(
    count: number,
    { outcome = 'nothing', minutesAgo = 20 } = {},
  ): Promise<number[]> {
    const { rows } = await db.query<{ id: number }>(
      `insert into exchange_session (token_hash, integration_key, location_id, outcome, orders_offered,
         opened_at, last_call_at)
       select sha256(n::text::bytea), $1, $2, $3, case $3 when 'confirmed' then 1 else 0 end, at, at
         from generate_series(1, $4::int) n, (select now() - make_interval(mins => $5) as at) past
       returning id`,
      [integration.key, integration.locationId, outcome, count, minutesAgo],
    )
    return rows.map(({ id }) => id)
  }

  const addRefused = (session: number, count: number, requestSize = 0) =>
    db.query(
      `insert into journal_entry (integration_key, location_id, session_id, address, method, url, outcome,
         request_headers, request_size)
       select $1, $2, $3, '', 'GET', '/1c', 'failure', '{}', $5 from generate_series(1, $4::int)`,
      [integration.key, integration.locationId, session, count, requestSize],
    )

  const kept = async (table: string, condition = 'true') =>
    (await db.query<{ n: number }>(`select count(*) as n from ${table} where ${condition}`)).rows[0]!.n

  it('forgets empty and refused exchanges of a 1C that calls without end, and nothing else', async () => {
    const [confirmed] = await openSessions(1, { outcome: 'confirmed' })
    const earlier = await openSessions(30)
    const [refused] = await openSessions(1, { outcome: 'failed' })
    await addRefused(refused!, 1)
    const [withFile] = await openSessions(1)
    await db.query(
      `insert into upload (session_id, integration_key, location_id, type, name)
       values ($1, $2, $3, 'sale', 'orders.xml')`,
      [withFile, integration.key, integration.locationId],
    )
    const [open] = await openSessions(1, { minutesAgo: 5 })
    const latest = await openSessions(EMPTY_EXCHANGES_AN_HOUR)
    expect(await sweepJournal(db, KEEP)).toBe(earlier.length + 1)
    expect(await kept('exchange_session', `id in (${[confirmed, withFile, open, ...latest]})`)).toBe(
      latest.length + 3,
    )
    expect(await kept('exchange_session')).toBe(latest.length + 3)
    expect(await kept('journal_entry')).toBe(0)
  })

  it('keeps every exchange of a 1C that calls ten times a minute', async () => {
    await openSessions(EMPTY_EXCHANGES_AN_HOUR, { minutesAgo: 90 })
    await openSessions(EMPTY_EXCHANGES_AN_HOUR - 1)
    expect(await sweepJournal(db, KEEP)).toBe(0)
  })

  it('counts the earliest failed calls of an exchange instead of keeping all of them', async () => {
    const [session] = await openSessions(1, { outcome: 'failed' })
    await addRefused(session!, 40)
    await addRefused(session!, 1, 500)
    await addRefused(session!, FAILED_CALLS_KEPT)
    expect(await sweepJournal(db, KEEP)).toBe(40)
    expect(await kept('journal_entry')).toBe(FAILED_CALLS_KEPT + 1)
    expect(await kept('exchange_session', 'calls_missing = 40')).toBe(1)
  })

  it('drops the earliest days beyond its size, but none of exchanges that may go on', async () => {
    const today = dayOf(new Date())
    await dropPartitions(db, JOURNAL_TABLES, Number.POSITIVE_INFINITY)
    for (const daysAgo of [5, 3, 1, 0]) await createDays(db, new Date((today - daysAgo) * 86_400_000))
    const days = async () => (await measureDays(db)).filter(({ day }) => day <= today).map(({ day }) => day)
    expect(await days()).toEqual([5, 4, 3, 2, 1, 0].map(ago => today - ago))
    await db.query(
      `insert into exchange_session (id, token_hash, integration_key)
       select $1::bigint + n, sha256(n::text::bytea), $2 from generate_series(1, 500) n`,
      [firstIdOf(today - 3), integration.key],
    )
    const measured = await measureDays(db)
    const bytes = measured.reduce((sum, { bytes: ofDay }) => sum + ofDay, 0)
    const loaded = measured.find(({ day }) => day === today - 3)!.bytes
    await sweepJournal(db, { ...KEEP, maxBytes: bytes - 1 })
    expect(await days()).toEqual([4, 3, 2, 1, 0].map(ago => today - ago))
    await sweepJournal(db, { ...KEEP, maxBytes: bytes - loaded })
    expect(await days()).toEqual([2, 1, 0].map(ago => today - ago))
    await sweepJournal(db, { ...KEEP, maxBytes: 0 })
    expect(await days()).toEqual([today - 1, today])
  })
})
