import { createBase, runExchange } from '@obmen/simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Backend,
  basic,
  type Connected,
  client,
  connect1c,
  connectAnother,
  numbersIn,
  putOrder,
  send,
  signIn,
  startBackend,
  startFreshBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'
import { changeIntegrationPassword } from '../integrations/connection/change-integration-password.js'
import { deleteIntegration } from '../integrations/delete-integration.js'

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
  it('3.3: without credentials, with unreadable or wrong ones gets 401 that begins failure', async () => {
    const answers = [
      await send(backend, checkauth),
      await send(backend, '/1c?mode=nonsense'),
      await withHeader('Bearer abc'),
      await withHeader('Basic ???'),
      await withHeader(basic(one.login, 'wrong')),
      await withHeader(basic('nobody', one.password)),
      await withHeader(basic('no\0body', one.password)),
      await withHeader(basic(`${'x'.repeat(5000)}`, one.password)),
    ]
    for (const { status, headers, text } of answers) {
      expect(status).toBe(401)
      expect(headers['www-authenticate']).toBe('Basic realm="Obmen", charset="UTF-8"')
      expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      expect(text).toMatch(/^failure\n.*логин/)
    }
  })

  it('3.1: one login belongs to one integration, and so does its cookie', async () => {
    const cookie = await signIn(client(backend, one))
    const other = await connect1c(db)
    const { text } = await client(backend, other)('init', { cookie })
    expect(text).toMatch(/^failure\n.*под другим логином/)
  })

  it('3.2: takes letters beyond ASCII in UTF-8 and in windows-1251', async () => {
    const login = `вектор-${one.key}`
    await db.query('update integration set login = $1 where key = $2', [login, one.key])
    const windows1251 = Buffer.concat([
      Buffer.from([0xe2, 0xe5, 0xea, 0xf2, 0xee, 0xf0]),
      Buffer.from(`-${one.key}:${one.password}`),
    ])
    expect((await withHeader(basic(login, one.password))).text).toMatch(/^success\n/)
    expect((await withHeader(`Basic ${windows1251.toString('base64')}`)).text).toMatch(/^success\n/)
    await db.query('update integration set login = $1 where key = $2', [one.login, one.key])
  })

  it('3.4: is refused for some minutes after too many failures, also with the right password, and says how long', async () => {
    const locked = await connect1c(db)
    for (let i = 0; i < 10; i++)
      expect((await withHeader(basic(locked.login, `wrong ${i}`))).status).toBe(401)
    const { status, text } = await withHeader(basic(locked.login, locked.password))
    expect(status).toBe(200)
    expect(text).toMatch(/^failure\nСлишком много неудачных попыток.*повторите через 10 минут\.$/)
    expect((await withHeader(basic(one.login, one.password))).text).toMatch(/^success\n/)
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

  it('3.8: to a paused integration gets a failure with its name for every command', async () => {
    const paused = await connectAnother(db, one)
    await db.query('update integration set enabled = false where key = $1', [paused.key])
    for (const mode of ['checkauth', 'init', 'query', 'success']) {
      const { status, text } = await client(backend, paused)(mode)
      expect([status, text.split('\n')[0]]).toEqual([200, 'failure'])
      expect(text).toContain('«Бухгалтерия» приостановлена')
    }
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

  it('3.4: calls of a locked-out login are one number in the journal, and what a stranger sends is kept short', async () => {
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

  it('3.5: an address that failed too often under many logins still lets in who has the right password', async () => {
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

  it('3.1: notes what 1C shows of itself', async () => {
    const seen = await connectAnother(db, one)
    await client(backend, seen)('checkauth')
    await expect
      .poll(async () => {
        const { rows } = await db.query(
          'select last_user_agent from integration where key = $1 and first_seen_at is not null',
          [seen.key],
        )
        return rows
      })
      .toEqual([{ last_user_agent: '1C+Enterprise/8.3' }])
  })
})

describe('a cookie without a password', () => {
  const bare = (query: string, cookie: string, on: Pick<Backend, 'url'> = backend) =>
    send(on, `/1c?type=sale&mode=${query}`, { cookie })

  it('3.6: goes through a whole exchange', async () => {
    const its = await connect1c(db)
    await putOrder(db, its, 'a')
    const cookie = await signIn(client(backend, its))
    expect((await bare('init', cookie)).text).toMatch(/^zip=no\nfile_limit=\d+$/)
    expect(numbersIn(await bare('query', cookie))).toEqual(['1'])
    expect((await bare('success', cookie)).text).toBe('success')
    expect(numbersIn(await bare('query', cookie))).toEqual([])
  })

  it.each(['bp', 'unf', 'ut', 'rt', 'bitrix'] as const)('3.6: is enough for an emulated %s', async kind => {
    const its = await connect1c(db, { client: kind })
    await putOrder(db, its, 'a')
    const url = `${backend.url}/bitrix/admin/1c_exchange.php`
    const result = await runExchange(createBase(kind), { ...its, url, cookieOnly: true })
    expect([result.outcome, result.steps.filter(({ status }) => status !== 200)]).toEqual(['confirmed', []])
  })

  it('3.6: is not enough for checkauth, nor when it is unknown or a day old', async () => {
    const cookie = await signIn(client(backend, one))
    const old = await signIn(client(backend, one))
    await backend.journal.settled()
    await db.query(
      `update exchange_session set last_call_at = now() - interval '25 hours' where token_hash = sha256($1)`,
      [Buffer.from(old.split('.')[1]!)],
    )
    for (const answer of [
      await bare('checkauth', cookie),
      await bare('query', 'obmen1c=nonsense'),
      await bare('query', old),
    ]) {
      expect([answer.status, answer.text.split('\n')[0]]).toEqual([401, 'failure'])
      expect(answer.headers['www-authenticate']).toMatch(/^Basic/)
    }
  })

  it('3.6: counts for nothing beside a wrong password', async () => {
    const cookie = await signIn(client(backend, one))
    const headers = { authorization: basic(one.login, 'wrong') }
    expect((await send(backend, '/1c?type=sale&mode=query', { cookie, headers })).status).toBe(401)
  })

  it('3.7: ends with the password, and so does the session for who brings the new one', async () => {
    const its = await connectAnother(db, one)
    const cookie = await signIn(client(backend, its))
    expect((await bare('init', cookie)).status).toBe(200)
    const { password } = await changeIntegrationPassword(db, {
      locationId: its.locationId,
      integrationId: its.id,
      by: {},
    })
    expect((await bare('query', cookie)).status).toBe(401)
    const renewed = client(backend, { ...its, password })
    expect((await renewed('query', { cookie })).text).toMatch(/^failure\nСеанс обмена устарел/)
    expect((await bare('query', await signIn(renewed))).status).toBe(200)
  })

  it('3.8: gets a failure while its integration is paused, 401 when it is gone', async () => {
    const its = await connectAnother(db, one)
    const cookie = await signIn(client(backend, its))
    await db.query('update integration set enabled = false where key = $1', [its.key])
    expect((await bare('query', cookie)).text).toMatch(/^failure\n.*приостановлена/)
    await deleteIntegration(db, its.locationId, its.id)
    expect((await bare('query', cookie)).status).toBe(401)
  })

  it('3.6: guessed at, closes the address to guesses', async () => {
    await using own = await startBackend(db, { signInAddressAttempts: 5, trustProxy: ['loopback'] })
    const guess = (cookie: string) =>
      send(own, '/1c?type=sale&mode=query', { cookie, headers: { 'x-forwarded-for': '203.0.113.77' } })
    for (let i = 0; i < 5; i++) expect((await guess(`obmen1c=${i}`)).status).toBe(401)
    expect((await guess('obmen1c=6')).text).toContain('Слишком много неудачных попыток')
    expect((await guess(await signIn(client(backend, one)))).text).toMatch(/^<\?xml/)
  })
})

describe('a session', () => {
  const cookieOf = (token: string) => `obmen1c=${token}`

  it('4.1: is a new one at every checkauth, also with a cookie of an earlier or of nobody’s', async () => {
    const ask = client(backend, one)
    const first = await signIn(ask)
    const cookies = [first, cookieOf('nonsense')].map(
      async cookie => (await ask('checkauth', { cookie })).text.split('\n')[2],
    )
    expect(new Set([first.split('=')[1], ...(await Promise.all(cookies))]).size).toBe(3)
  })

  it('4.1: checkauth sets the cookie in a header too, for clients that keep them as browsers do', async () => {
    const { headers, text } = await client(backend, one)('checkauth')
    expect(headers['set-cookie']).toEqual([`obmen1c=${text.split('\n')[2]}; Path=/; HttpOnly; SameSite=Lax`])
  })

  it.each([
    ['unknown', async () => cookieOf('nonsense'), /не знает этого сеанса/],
    ['empty', async () => cookieOf(''), /не знает этого сеанса/],
    [
      'expired',
      async () => {
        const cookie = await signIn(client(backend, one))
        // The call is written down a moment later, and moves the time again.
        await expect
          .poll(async () => {
            const { rows } = await db.query<{ written: boolean }>(
              'select bool_and(ended_at is not null) as written from exchange_session where integration_key = $1',
              [one.key],
            )
            return rows[0]!.written
          })
          .toBe(true)
        await db.query(
          `update exchange_session set last_call_at = now() - interval '25 hours' where integration_key = $1`,
          [one.key],
        )
        return cookie
      },
      /устарел/,
    ],
    ['another login’s', async () => signIn(client(backend, await connect1c(db))), /под другим логином/],
  ] as const)('4.3: of an %s cookie is refused for every command', async (_what, makeCookie, words) => {
    const cookie = await makeCookie()
    for (const mode of ['init', 'query', 'success', 'info', 'deactivate']) {
      const { status, text } = await client(backend, one)(mode, { cookie })
      expect(status).toBe(200)
      expect(text).toMatch(/^failure\n/)
      expect(text).toMatch(words)
    }
  })

  it('4.5: sessid alone identifies nobody', async () => {
    const ask = client(backend, one)
    const sessid = (await ask('checkauth')).text.split('\n')[3]!
    expect((await send(backend, `/1c?type=sale&mode=query&${sessid}`)).status).toBe(401)
    const other = await connect1c(db)
    expect((await client(backend, other)(`success&${sessid}`)).text).toBe('success')
  })

  it('4.6: goes on at another server of the same database', async () => {
    await using second = await startBackend(db)
    const cookie = await signIn(client(backend, one))
    expect((await client(second, one)('query', { cookie })).text).toMatch(/^<\?xml/)
    expect((await client(backend, one)('success', { cookie })).text).toBe('success')
  })
})
