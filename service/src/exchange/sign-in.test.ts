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
import { deleteIntegration } from '../integrations/delete-integration.js'
import { changeIntegrationPassword } from '../integrations/update-integration.js'

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

const bare = (query: string, cookie: string, on: Pick<Backend, 'url'> = backend) =>
  send(on, `/1c?type=sale&mode=${query}`, { cookie })

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

  it('3.8: to a paused integration gets a failure with its name for every command', async () => {
    const paused = await connectAnother(db, one)
    await db.query('update integration set enabled = false where key = $1', [paused.key])
    for (const mode of ['checkauth', 'init', 'query', 'success']) {
      const { status, text } = await client(backend, paused)(mode)
      expect([status, text.split('\n')[0]]).toEqual([200, 'failure'])
      expect(text).toContain('«Бухгалтерия» приостановлена')
    }
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

describe('calls', () => {
  it('1.11: that a page makes a browser send are refused, and confirm nothing', async () => {
    const its = await connect1c(db)
    await putOrder(db, its, 'a')
    const cookie = await signIn(client(backend, its))
    const authorization = basic(its.login, its.password)
    expect(numbersIn(await client(backend, its)('query', { cookie }))).toEqual(['1'])
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', authorization },
      { 'sec-fetch-site': 'same-origin', authorization },
      { origin: 'https://elsewhere.example' },
      { origin: 'null', 'sec-fetch-site': 'none', authorization },
    ]) {
      const { status, text } = await send(backend, '/1c?type=sale&mode=success', { cookie, headers })
      expect([status, text.split('\n')[0]]).toEqual([403, 'failure'])
      expect(text).toContain('не 1С')
    }
    // Nothing was confirmed: asked again, the order comes again. A person may type the address.
    const typed = { authorization, 'sec-fetch-site': 'none' }
    const again = await send(backend, '/1c?type=sale&mode=query', { cookie, headers: typed })
    expect(numbersIn(again)).toEqual(['1'])
    expect(again.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("base-uri 'none'"),
    })
  })

  it('3.9: beyond what one integration may send in a minute get 429, and others go on', async () => {
    const busy = await connect1c(db)
    await withHeader(basic(busy.login, 'wrong'))
    const failures = async () =>
      (
        await db.query<{ entries: number; repeats: number }>(
          `select count(*)::int as entries, coalesce(sum(e.repeats), 0)::int as repeats from journal_entry e
             join exchange_session s on s.id = e.session_id where s.integration_key = $1 and s.summary_only`,
          [busy.key],
        )
      ).rows[0]!
    await expect.poll(failures).toEqual({ entries: 1, repeats: 0 })
    const own = await startBackend(db, { exchangeCallsPerMinute: 5 })
    const ask = client(own, busy)
    const cookie = await signIn(ask)
    await putOrder(db, busy, 'a')
    for (let at = 0; at < 3; at++) expect((await ask('init', { cookie })).status).toBe(200)
    expect(numbersIn(await ask('query', { cookie }))).toEqual(['1'])
    for (const call of [ask('success', { cookie }), ask('checkauth'), bare('success', cookie, own)]) {
      const { status, headers, text } = await call
      expect([status, text.split('\n')[0]]).toEqual([429, 'failure'])
      expect(text).toContain('слишком часто')
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    }
    expect((await client(own, one)('checkauth')).text).toMatch(/^success/)
    await own[Symbol.asyncDispose]()
    expect(await failures(), 'nothing counts as another wrong password').toEqual({ entries: 1, repeats: 0 })
    // Through another server it goes on where it was.
    expect((await client(backend, busy)('success', { cookie })).text).toBe('success')
  })
})

it('3.10: of one integration two calls are in work, 256 wait, more get 429, and others go on', async () => {
  const [busy, other] = [await connect1c(db), await connect1c(db)]
  const ask = client(backend, busy)
  const cookie = await signIn(ask)
  const statuses: number[] = []
  const { calls } = await db.transaction(async tx => {
    await tx.query('select from exchange_session where integration_key = $1 for update', [busy.key])
    await tx.query('select from integration where key = $1 for update', [busy.key])
    const calls = Array.from({ length: 2 + 256 + 3 }, async () => {
      const { status, text } = await ask('query', { cookie })
      if (status === 429) expect(text).toMatch(/^failure\nСлишком много запросов сразу/)
      statuses.push(status)
    })
    await expect.poll(() => statuses.filter(status => status === 429).length, { timeout: 60_000 }).toBe(3)
    expect((await client(backend, other)('checkauth')).text).toMatch(/^success/)
    return { calls }
  })
  await Promise.all(calls)
})

describe('a cookie without a password', () => {
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
})
