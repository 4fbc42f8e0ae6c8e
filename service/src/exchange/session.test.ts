import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Backend,
  type Connected,
  client,
  connect1c,
  send,
  signIn,
  startBackend,
  startFreshBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend({ signInAddressAttempts: 10_000 })
  db = backend.db
  one = await connect1c(db)
})
afterAll(() => backend[Symbol.asyncDispose]())

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
    expect(headers['set-cookie']).toEqual([
      `obmen1c=${text.split('\n')[2]}; Path=/; HttpOnly; SameSite=Strict`,
    ])
    await using behindProxy = await startBackend(db, { trustProxy: ['loopback'] })
    const encrypted = await client(behindProxy, one)('checkauth', {
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(encrypted.headers['set-cookie']?.[0]).toMatch(/; SameSite=Strict; Secure$/)
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
