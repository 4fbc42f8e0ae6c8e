import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { generateSync } from 'otplib'
import { beforeAll, expect, it } from 'vitest'
import { type Person, signInAs } from '../../test/support/app/person.js'
import {
  callApi,
  newPlatform,
  type Platform,
  startTestServer,
  type TestServer,
} from '../../test/support/app/test-server.js'
import { freshDatabase } from '../../test/support/databases.js'
import { CHEAP_HASHES } from '../../test/support/location.js'
import type { Database } from '../db/database.js'
import { createLog } from '../log.js'
import { makeOperator } from '../people/roles.js'
import { REFUSAL_EVENTS, SECURITY_EVENTS } from './security-events.js'

const PASSWORD = 'dolgiy-parol-1'
const NEXT = 'dolgiy-parol-2'
const OPERATOR = { email: 'oleg@example.ru', password: PASSWORD }

let db: Database
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh
  await makeOperator(db, OPERATOR, CHEAP_HASHES)
  return () => fresh[Symbol.asyncDispose]()
})

type Line = Record<string, unknown>

/** Runs `work` at a server and returns the lines of its log, those of its stop too. */
async function logOf(work: (server: TestServer) => Promise<void>): Promise<Line[]> {
  const lines: string[] = []
  const write = (line: Buffer, _encoding: unknown, done: () => void): void => {
    lines.push(String(line))
    done()
  }
  {
    await using server = await startTestServer(db, {}, createLog('info', new Writable({ write })))
    await work(server)
  }
  expect(lines.join('')).not.toContain(PASSWORD)
  return lines.map(line => JSON.parse(line) as Line)
}

const eventsIn = (lines: Line[]) => lines.filter(({ msg }) => msg === 'security event')

it('each event of docs/operating.md is logged, with who did it, and none of the secrets', async () => {
  const secrets: string[] = []
  let operator!: Person
  let platform!: Platform
  const lines = await logOf(async server => {
    platform = await newPlatform(server)
    const { locationId } = platform
    const { rows } = await db.query<{ email: string }>(
      'select email from user_account u join user_role r on r.user_id = u.id where location_id = $1',
      [locationId],
    )
    operator = await signInAs(server, OPERATOR.email, PASSWORD)
    const admin = await signInAs(server, rows[0]!.email, PASSWORD)
    const call = async (by: Person, method: string, path: string, body?: object) => {
      const answer = await by.call(method, path, body)
      expect([path, answer.status < 400], answer.text).toEqual([path, true])
      return answer.body
    }
    const invite = (email: string) => call(admin, 'POST', '/invitations', { email })
    const { url } = await invite('anna@example.ru')
    await call(admin, 'DELETE', `/invitations/${(await invite('ivan@example.ru')).id}`)
    const accept = `/open-invitations/${url.split('/').at(-1)}/accept`
    await call({ ...operator, call: asGuest(server) }, 'POST', accept, { name: 'Анна', password: PASSWORD })
    const anna = await signInAs(server, 'anna@example.ru', PASSWORD)
    const { token, id } = await call(anna, 'POST', '/tokens', { name: 'x', rights: ['orders:read'] })
    await call(anna, 'DELETE', `/tokens/${id}`)
    await call(anna, 'POST', '/me/password', { current: PASSWORD, next: NEXT })
    const { secret } = await call(anna, 'POST', '/me/second-factor', { password: NEXT })
    const codes = await call(anna, 'POST', '/me/second-factor/confirm', { code: generateSync({ secret }) })
    const [code, ...others] = codes.recoveryCodes
    const proof = { password: NEXT, code }
    await anna.call('DELETE', '/me/second-factor', { ...proof, code: 'wrong' })
    const renewed = await call(anna, 'POST', '/me/second-factor/recovery-codes', proof)
    const last = { ...proof, code: renewed.recoveryCodes[0] }
    await call(anna, 'DELETE', '/me/second-factor', last)
    const own = (await call(anna, 'GET', '/me')).id
    await call(admin, 'PATCH', `/users/${own}`, { disabled: true })
    await call(admin, 'DELETE', `/users/${own}`)
    const { password } = await platform.connect()
    await call(operator, 'DELETE', '/me/sessions')
    const elsewhere = { name: 'Другая', timezone: 'Europe/Moscow', adminEmail: 'a@example.ru' }
    await call(operator, 'POST', '/system/locations', elsewhere)
    await call(admin, 'POST', '/auth/sign-out', {})
    secrets.push(NEXT, secret, code, last.code, ...others)
    secrets.push(token, password, url.split('/').at(-1), operator.cookie.split('=')[1]!)

    expect((await callApi(`${server.url}/api/v1/orders`, 'GET', undefined, bearer(token))).status).toBe(401)
    expect((await platform.call('GET', '/api/v1/users')).status).toBe(403)
    const guess = () => asGuest(server)('POST', '/auth/sign-in', { ...OPERATOR, password: 'guess' })
    for (let failure = 0; failure < 11; failure++) await guess()
  })
  const events = eventsIn(lines)
  const known = [...SECURITY_EVENTS, ...REFUSAL_EVENTS]
  expect([...new Set(events.map(({ event }) => event))].toSorted()).toEqual(known.toSorted())
  for (const one of events)
    expect([one.event, one.address, one.requestId]).toEqual([one.event, '127.0.0.1', expect.any(String)])
  const find = (name: string) => events.filter(({ event }) => event === name)
  const [first] = find('signed-in')
  expect(first).toMatchObject({ email: 'o***@example.ru', userId: expect.any(String), level: 30 })
  const { locationId } = platform
  expect(find('token-created')).toMatchObject([{ locationId, target: find('token-revoked')[0]!.target }])
  expect(find('integration-password-made')).toMatchObject([{ locationId, tokenId: expect.any(String) }])
  expect(find('forbidden')).toMatchObject([
    { level: 40, reason: 'people-only', operation: 'GET /api/v1/users' },
  ])
  expect(find('sign-in-refused')).toMatchObject([{ level: 40, reason: 'second-factor-wrong' }])
  for (const secret of secrets) expect(lines.map(line => JSON.stringify(line)).join('')).not.toContain(secret)
})

it('a flood of refused sign-ins is one line an address and minute, and their number', async () => {
  const lines = await logOf(async server => {
    const guess = (guess: number) =>
      asGuest(server)('POST', '/auth/sign-in', { email: `who${guess}@example.ru`, password: 'a guess' })
    for (let round = 0; round < 5; round++)
      await Promise.all(Array.from({ length: 10 }, (_, place) => guess(round * 10 + place)))
  })
  expect(eventsIn(lines)).toMatchObject([{ event: 'sign-in-refused', reason: 'no-account' }])
  const summed = lines.filter(({ msg }) => msg === 'security: further requests were refused')
  expect(summed).toMatchObject([{ calls: 49, most: { address: 'sign-in-refused 127.0.0.1', calls: 49 } }])
})

it('docs/operating.md lists the events', () => {
  const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8')
  const [, section = ''] = /### Security events(.*?)\n##? /s.exec(page) ?? []
  const listed = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => cell!.match(/[a-z-]+/g) ?? [])
  expect(listed.filter(name => name !== 'event')).toEqual(
    [...new Set(listed)].filter(name => name !== 'event'),
  )
  expect(listed.filter(name => name !== 'event').toSorted()).toEqual(
    [...SECURITY_EVENTS, ...REFUSAL_EVENTS].toSorted(),
  )
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Calls of a browser that has not signed in. */
function asGuest({ url }: { url: string }): Person['call'] {
  return (method, path, body) => callApi(`${url}/api/v1${path}`, method, body, { 'x-obmen-csrf': '1' })
}
