import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type Backend,
  basic,
  type Connected,
  client,
  connect1c,
  send,
  signIn,
  startBackend,
  startFreshBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'
import { createLog } from '../log.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend({ signInAddressAttempts: 10_000 })
  db = backend.db
  one = await connect1c(db)
})
afterAll(() => backend[Symbol.asyncDispose]())

const checkauth = '/1c?type=sale&mode=checkauth'
const withHeader = (authorization: string, on = backend) =>
  send(on, checkauth, { headers: { authorization } })

describe('signing in', () => {
  it('3.4: is refused for some minutes after too many failures, with the right password too', async () => {
    const locked = await connect1c(db)
    for (let i = 0; i < 10; i++)
      expect((await withHeader(basic(locked.login, `wrong ${i}`))).status).toBe(401)
    const { status, text } = await withHeader(basic(locked.login, locked.password))
    expect(status).toBe(200)
    expect(text).toMatch(/^failure\nСлишком много неудачных попыток.*повторите через 10 минут\.$/)
    expect((await withHeader(basic(one.login, one.password))).text).toMatch(/^success\n/)
  })

  it('3.4: lasts no longer if the clock of the server that counted was ahead', async () => {
    const locked = await connect1c(db)
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] })
    try {
      for (let i = 0; i < 10; i++) await withHeader(basic(locked.login, `wrong ${i}`))
      expect((await withHeader(basic(locked.login, locked.password))).text).toContain('через 10 минут')
    } finally {
      vi.useRealTimers()
    }
    expect((await withHeader(basic(locked.login, locked.password))).text).toContain('через 10 минут')
    await db.query(`update sign_in_failure set failed_at = failed_at - interval '10 minutes'`)
    expect((await withHeader(basic(locked.login, locked.password))).text).toMatch(/^success\n/)
  })

  it('3.4: counts another address by itself, and ends when the minutes have passed', async () => {
    await using behindProxy = await startBackend(db, { trustProxy: ['loopback'] })
    const locked = await connect1c(db)
    const from = (address: string, password: string) =>
      send(behindProxy, checkauth, {
        headers: { authorization: basic(locked.login, password), 'x-forwarded-for': address },
      })
    for (let i = 0; i < 10; i++) await from('203.0.113.7', 'wrong')
    expect((await from('203.0.113.7', locked.password)).text).toMatch(/^failure\nСлишком много/)
    expect((await from('203.0.113.8', locked.password)).text).toMatch(/^success\n/)
    await db.query(`update sign_in_failure set failed_at = failed_at - interval '10 minutes'`)
    expect((await from('203.0.113.7', locked.password)).text).toMatch(/^success\n/)
  })

  it('3.4: a hundred wrong passwords at once are looked at ten times, and kept ten times', async () => {
    const victim = await connect1c(db)
    const guesses = Array.from({ length: 100 }, (_, guess) =>
      withHeader(basic(victim.login, `wrong ${guess}`)),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ text }) => text.includes('Слишком много неудачных попыток'))).toHaveLength(90)
    await backend.journal.settled()
    const { rows } = await db.query(
      `select count(*)::int as kept from journal_entry where integration_key = $1`,
      [victim.key],
    )
    expect(rows).toEqual([{ kept: 10 }])
  })

  it('3.4: calls of a locked-out login are one number in the journal', async () => {
    const victim = await connect1c(db)
    {
      // Whatever other tests failed at from this address.
      await using own = await startBackend(db, { signInAddressAttempts: 1000 })
      const url = `${checkauth}&pass=S3CRET&x=${'y'.repeat(6000)}`
      const headers = {
        authorization: basic(victim.login, 'wrong'),
        'x-long': 'z'.repeat(5000),
        'x-auth-token': 'S3CRET',
      }
      for (let i = 0; i < 13; i++) await send(own, url, { headers })
    }
    const { rows } = await db.query<{ repeats: number; size: number; kept: string }>(
      `select e.repeats, pg_column_size(e.*) as size, e::text as kept from journal_entry e
        where integration_key = $1 order by id`,
      [victim.key],
    )
    expect(rows).toHaveLength(10)
    expect(rows.map(({ repeats }) => repeats)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
    for (const { size, kept } of rows) {
      expect(size).toBeLessThan(2000)
      expect(kept).not.toContain('S3CRET')
    }
  })

  it('3.5: an address that failed too often under many logins lets the right password in', async () => {
    await using own = await startBackend(db, { signInAddressAttempts: 20, trustProxy: ['loopback'] })
    const neighbour = await connect1c(db)
    const from = (authorization: string) =>
      send(own, checkauth, { headers: { authorization, 'x-forwarded-for': '203.0.113.50' } })
    for (let i = 0; i < 20; i++) expect((await from(basic(`guess-${i}`, 'x'))).status).toBe(401)
    const before = await db.query(
      'select count(*)::int as rows, sum(failures)::int as failures from sign_in_failure',
    )
    for (let i = 20; i < 60; i++) {
      const { status, text } = await from(basic(`guess-${i}`, 'x'))
      expect([status, text.slice(0, 60)]).toEqual([200, expect.stringContaining('Слишком много неудачных')])
    }
    const after = await db.query(
      'select count(*)::int as rows, sum(failures)::int as failures from sign_in_failure',
    )
    expect(after.rows).toEqual(before.rows)
    expect((await from(basic(neighbour.login, neighbour.password))).text).toMatch(/^success\n/)
  })

  it('3.5: a login guessed from everywhere is open to its owner, and only counted in the journal', async () => {
    await using own = await startBackend(db, { signInLoginAttempts: 15, trustProxy: ['loopback'] })
    const victim = await connect1c(db)
    const from = (host: number, password: string) =>
      send(own, checkauth, {
        headers: { authorization: basic(victim.login, password), 'x-forwarded-for': `198.51.100.${host}` },
      })
    for (let host = 1; host <= 40; host++) expect((await from(host, 'wrong')).status).toBe(401)
    expect((await from(99, victim.password)).text).toMatch(/^success\n/)
    await own.journal.settled()
    const { rows } = await db.query(
      `select count(*)::int as headings from exchange_session where integration_key = $1 and summary_only`,
      [victim.key],
    )
    expect(rows).toEqual([{ headings: 15 }])
  })
})

describe('a cookie without a password', () => {
  it('3.6: guessed at, closes the address to guesses', async () => {
    await using own = await startBackend(db, { signInAddressAttempts: 5, trustProxy: ['loopback'] })
    const guess = (cookie: string) =>
      send(own, '/1c?type=sale&mode=query', { cookie, headers: { 'x-forwarded-for': '203.0.113.77' } })
    for (let i = 0; i < 5; i++) expect((await guess(`obmen1c=${i}`)).status).toBe(401)
    expect((await guess('obmen1c=6')).text).toContain('Слишком много неудачных попыток')
    expect((await guess(await signIn(client(backend, one)))).text).toMatch(/^<\?xml/)
  })
})

it('refused calls of an address are a short line of the log a minute, and a sum', async () => {
  const lines: string[] = []
  const log = createLog('info', { write: line => void lines.push(line) })
  const own = await startBackend(db, {}, log)
  const long = `/1c?type=${'t'.repeat(5000)}&mode=${'m'.repeat(5000)}`
  for (let at = 0; at < 20; at++) expect((await send(own, long)).status).toBe(401)
  await own[Symbol.asyncDispose]()
  const calls = lines.map(line => JSON.parse(line)).filter(({ msg }) => String(msg).startsWith('exchange'))
  expect(calls.map(({ msg, calls: summed }) => [msg, summed])).toEqual([
    ['exchange', undefined],
    ['exchange: further calls were refused', 19],
  ])
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(1000)
})
