import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, expect, it } from 'vitest'
import { type Person, signInAs } from '../../../test/support/app/person.js'
import {
  newPlatform,
  oneC,
  type Platform,
  startTestServer,
  type TestServer,
} from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'
import type { Database } from '../../db/database.js'
import { LIVE_CHANNEL } from '../../db/live-channel.js'
import { createToken } from '../../people/api-tokens.js'
import { resetPassword } from '../../people/sign-in/change-password.js'

const PASSWORD = 'dolgiy-parol-1'

const server = useFreshServer()
let db: Database
/** The streams are open here, access is taken at the first: as with two servers behind a proxy. */
let watched: TestServer
let platform: Platform
let email: string
let person: Person
beforeAll(async () => {
  db = server.db
  watched = await startTestServer(db)
  platform = await newPlatform(server)
  const { rows } = await db.query<{ email: string }>('select email from user_account')
  email = rows[0]!.email
  person = await signInAs(server, email, PASSWORD)
  return () => watched[Symbol.asyncDispose]()
})

/** Opens a stream; `rest` resolves to everything it received once it has ended, `brought` is what it has received so far. */
async function watch(
  headers: Record<string, string>,
): Promise<{ rest: Promise<string>; brought: () => string }> {
  const answer = await fetch(`${watched.url}/api/v1/live`, { headers })
  expect(answer.status).toBe(200)
  let text = ''
  const readAll = async (): Promise<string> => {
    const decoder = new TextDecoder()
    for await (const piece of answer.body!) text += decoder.decode(piece, { stream: true })
    return text
  }
  return { rest: readAll(), brought: () => text }
}

async function colleague(): Promise<{ id: string; email: string; here: Person }> {
  const address = `c${Math.random()}@example.ru`
  const { body } = await person.call('POST', '/invitations', { email: address })
  const guest = await fetch(`${server.url}/api/v1/open-invitations/${body.url.split('/').at(-1)}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-obmen-csrf': '1' },
    body: JSON.stringify({ name: 'Коллега', password: PASSWORD }),
  })
  const { id } = (await guest.json()) as { id: string }
  return { id, email: address, here: await signInAs(server, address, PASSWORD) }
}

it('live events come while access lasts, and the stream ends when its person signs out', async () => {
  const { here } = await colleague()
  const { rest, brought } = await watch({ cookie: here.cookie })
  await oneC(server, await platform.connect()).signIn()
  await expect.poll(brought, { timeout: 60_000 }).toContain('"session-opened"')
  expect((await here.call('POST', '/auth/sign-out', {})).status).toBe(204)
  await rest
})

it.each<[string, (who: Awaited<ReturnType<typeof colleague>>) => Promise<unknown>]>([
  ['the person’s role is taken', ({ id }) => person.call('DELETE', `/users/${id}`)],
  ['the person is disabled', ({ id }) => person.call('PATCH', `/users/${id}`, { disabled: true })],
  [
    'the password is given anew from the command line',
    who => resetPassword(db, { email: who.email, password: 'drugoy-parol-2' }),
  ],
  [
    'the password is changed in another session',
    async who =>
      (await signInAs(server, who.email, PASSWORD)).call('POST', '/me/password', {
        current: PASSWORD,
        next: 'drugoy-parol-2',
      }),
  ],
  [
    'the session is ended from another',
    async who => (await signInAs(server, who.email, PASSWORD)).call('DELETE', '/me/sessions'),
  ],
  [
    'the session is ended singly',
    async who =>
      who.here.call(
        'DELETE',
        `/me/sessions/${(await who.here.call('GET', '/me/sessions')).body.items[0].id}`,
      ),
  ],
  [
    'somebody signs in in the same browser',
    who => who.here.call('POST', '/auth/sign-in', { email, password: PASSWORD }),
  ],
])('a stream ends when %s; others go on', async (_what, take) => {
  const who = await colleague()
  const { rest } = await watch({ cookie: who.here.cookie })
  const mine = await watch({ cookie: person.cookie })
  let over = false
  void mine.rest.then(() => (over = true))
  await take(who)
  await rest
  expect(over).toBe(false)
})

it('the stream of who changed the password goes on in the session where it was changed', async () => {
  const who = await colleague()
  const { rest, brought } = await watch({ cookie: who.here.cookie })
  await who.here.call('POST', '/me/password', { current: PASSWORD, next: 'drugoy-parol-2' })
  await oneC(server, await platform.connect()).signIn()
  await expect.poll(brought, { timeout: 60_000 }).toContain('"session-opened"')
  await who.here.call('POST', '/auth/sign-out', {})
  await rest
})

it('a stream of a token ends when the token is revoked', async () => {
  const input = { locationId: platform.locationId, name: 'Экран', rights: ['journal:read'] }
  const { token, secret } = await createToken(db, input)
  const { rest } = await watch({ authorization: `Bearer ${secret}` })
  expect((await person.call('DELETE', `/tokens/${token.id}`)).status).toBe(204)
  await rest
})

it('a caller opens so many streams, a location half of all; the newest is refused', async () => {
  await using narrow = await startTestServer(db, { liveStreamsPerCaller: 2, liveStreamsAtOnce: 6 })
  const others = await newPlatform(narrow)
  const ofToken = async (locationId: string) => {
    const { secret } = await createToken(db, { locationId, name: 'Экран', rights: ['journal:read'] })
    return { authorization: `Bearer ${secret}` }
  }
  const streams: AbortController[] = []
  const open = async (headers: Record<string, string>) => {
    const stream = new AbortController()
    const answer = await fetch(`${narrow.url}/api/v1/live`, { headers, signal: stream.signal })
    if (answer.status === 200) streams.push(stream)
    return { status: answer.status, problem: answer.status === 200 ? {} : await answer.json(), answer }
  }
  const [one, two, three] = [
    await ofToken(platform.locationId),
    await ofToken(platform.locationId),
    await ofToken(others.locationId),
  ]
  expect([(await open(one)).status, (await open(one)).status]).toEqual([200, 200])
  const third = await open(one)
  expect(third).toMatchObject({
    status: 429,
    problem: {
      code: 'too-many-requests',
      reason: 'live-streams-of-caller',
      params: { limit: 2 },
      detail: expect.stringMatching(/уже слушают 2 вкладок/),
    },
  })
  expect(third.answer.headers.get('retry-after')).not.toBeNull()
  expect((await open(two)).status).toBe(200)
  const beyond = await open({ cookie: person.cookie })
  expect(beyond).toMatchObject({
    status: 503,
    problem: { code: 'unavailable', reason: 'live-streams-full' },
  })
  expect((await open(three)).status).toBe(200)
  // Who leaves makes room.
  streams[0]!.abort()
  await expect.poll(async () => (await open(one)).status, { timeout: 30_000 }).toBe(200)
  for (const stream of streams) stream.abort()
})

it('a stream that nobody reads is cut once 64 KiB wait for it here', async () => {
  await using narrow = await startTestServer(db, { liveStreamsPerCaller: 1 })
  const { locationId } = await newPlatform(narrow)
  const input = { locationId, name: 'Экран', rights: ['journal:read' as const] }
  const authorization = `Bearer ${(await createToken(db, input)).secret}`
  const deaf = connect(Number(new URL(narrow.url).port), '127.0.0.1')
  deaf.on('error', () => {})
  deaf.write(`GET /api/v1/live HTTP/1.1\r\nhost: obmen\r\nauthorization: ${authorization}\r\n\r\n`)
  await once(deaf, 'readable')
  const open = async (): Promise<number> => {
    const stream = new AbortController()
    const { status } = await fetch(`${narrow.url}/api/v1/live`, {
      headers: { authorization },
      signal: stream.signal,
    })
    stream.abort()
    return status
  }
  expect(await open()).toBe(429)
  // The network between them holds some megabytes, too.
  const flood = () =>
    db.query(
      `select pg_notify($1, jsonb_build_object('kind', 'entry-finished', 'locationId', $2::text, 'integrationId', null,
                                               'sessionId', n + (random() * 1e9)::bigint * 100000)::text)
         from generate_series(1, 50000) n`,
      [LIVE_CHANNEL, locationId],
    )
  let status = 429
  for (let round = 0; round < 10 && status === 429; round++) {
    await flood()
    status = await open()
  }
  deaf.destroy()
  expect(status).toBe(200)
})

it('streams end when events may have been lost: the database ended the session that listens', async () => {
  const { here } = await colleague()
  const { rest } = await watch({ cookie: here.cookie })
  // What the session said last is `listen`, or the heartbeat after it.
  const ended = await db.query<{ ended: boolean }>(
    `select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query = any($1) and pid <> pg_backend_pid()`,
    [[`listen "${LIVE_CHANNEL}"`, 'select 1']],
  )
  expect(ended.rows).toContainEqual({ ended: true })
  await rest
  const again = await watch({ cookie: here.cookie })
  await oneC(server, await platform.connect()).signIn()
  await expect.poll(again.brought, { timeout: 60_000 }).toContain('"session-opened"')
  await here.call('POST', '/auth/sign-out', {})
  await again.rest
})

it('streams of clients that leave while they are authenticated keep no places', async () => {
  await using narrow = await startTestServer(db, { liveStreamsPerCaller: 2 })
  const { locationId } = await newPlatform(narrow)
  const input = { locationId, name: 'Экран', rights: ['journal:read' as const] }
  const { secret } = await createToken(db, input)
  const live = `GET /api/v1/live HTTP/1.1\r\nhost: obmen\r\nauthorization: Bearer ${secret}\r\n\r\n`
  const waiting = async () =>
    (
      await db.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            and query like '%api_token%'`,
      )
    ).rowCount
  await db.transaction(async tx => {
    await tx.query('lock table api_token in access exclusive mode')
    const clients = [1, 2].map(() => connect(Number(new URL(narrow.url).port), '127.0.0.1'))
    for (const client of clients) client.write(live)
    await expect.poll(waiting, { timeout: 60_000 }).toBe(2)
    for (const client of clients) client.destroy()
    await Promise.all(clients.map(client => once(client, 'close')))
    // The server has heard of it by the time it has answered others.
    for (const _ of [1, 2]) await fetch(`${narrow.url}/healthz`)
  })
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0)
  const stream = new AbortController()
  const headers = { authorization: `Bearer ${secret}` }
  const answer = await fetch(`${narrow.url}/api/v1/live`, { headers, signal: stream.signal })
  stream.abort()
  expect(answer.status).toBe(200)
})
