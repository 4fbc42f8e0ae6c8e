import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { makeOperator } from '../../src/people/roles.js'
import { type Person, signInAs } from '../support/app/person.js'
import { callApi, newPlatform, oneC, startTestServer, type TestServer } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'
import { CHEAP_HASHES } from '../support/location.js'

const OPERATOR = { email: 'operator@example.ru', password: 'пароль оператора' }
const OWN_PAGE = { 'x-obmen-csrf': '1' }

const HASHING = { passwordHashQueue: 6, passwordHashCost: 14, trustProxy: ['loopback'] }
const server = useFreshServer(HASHING)
let db: Database
let other: TestServer
beforeAll(async () => {
  db = server.db
  other = await startTestServer(db, HASHING)
  await makeOperator(db, OPERATOR, CHEAP_HASHES)
  return () => other[Symbol.asyncDispose]()
})

const from = (address: string) => ({ ...OWN_PAGE, 'x-forwarded-for': address })
const signIn = (email: string, password: string, address: string, at: TestServer = server) =>
  callApi(`${at.url}/api/v1/auth/sign-in`, 'POST', { email, password }, from(address))
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

/** An administrator of a location of their own, who knows how to send requests. */
async function administrator(): Promise<{ person: Person; locationId: string }> {
  const platform = await newPlatform(server)
  const { rows } = await db.query<{ email: string }>(
    'select u.email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1',
    [platform.locationId],
  )
  return { person: await signInAs(server, rows[0]!.email, 'dolgiy-parol-1'), locationId: platform.locationId }
}

describe('an administrator who invites the operator', () => {
  it('guesses ten times at most, on any number of servers; right and wrong are answered alike', async () => {
    const { person } = await administrator()
    let link = ''
    const guess = (password: string, index: number) =>
      callApi(
        `${[server, other][index % 2]!.url}/api/v1/open-invitations/${link}/accept`,
        'POST',
        { name: 'x', password },
        from('203.0.113.5'),
      )
    const looked: number[] = []
    for (let round = 0; round < 15; round++) {
      const { body } = await person.call('POST', '/invitations', { email: OPERATOR.email })
      link = body.url.split('/').at(-1)
      const answers = await Promise.all([0, 1, 2, 3].map(index => guess(`guess ${round}`, index)))
      looked.push(...statuses(answers).filter(status => status !== 429))
    }
    expect(looked).toEqual(new Array(10).fill(422))
    const [right, wrong] = [await guess(OPERATOR.password, 0), await guess('wrong', 1)]
    expect([right.status, right.body.code, right.headers.get('retry-after') !== null]).toEqual([
      429,
      'locked-out',
      true,
    ])
    const { instance: _, ...said } = right.body
    expect(wrong.body).toMatchObject({ ...said, detail: expect.any(String) })
    expect((await signIn(OPERATOR.email, OPERATOR.password, '203.0.113.5')).status).toBe(429)
  })

  it('gets nothing by being signed in as somebody else; the operator accepts without a password', async () => {
    const { person } = await administrator()
    const { body } = await person.call('POST', '/invitations', { email: OPERATOR.email })
    const accept = `/open-invitations/${body.url.split('/').at(-1)}/accept`
    expect((await person.call('POST', accept, {})).status).toBe(422)
    const operator = await signIn(OPERATOR.email, OPERATOR.password, '198.51.100.1')
    const cookie = operator.headers.getSetCookie()[0]!.split(';')[0]!
    const foreign = await callApi(`${server.url}/api/v1${accept}`, 'POST', {}, { cookie })
    expect(foreign.status).toBe(403)
    const accepted = await callApi(`${server.url}/api/v1${accept}`, 'POST', {}, { ...OWN_PAGE, cookie })
    expect([accepted.status, accepted.body.email]).toEqual([200, OPERATOR.email])
    expect(accepted.headers.getSetCookie()).toEqual([])
  })
})

describe('a flood of sign-ins', () => {
  it('is answered 401 or, with Retry-After, 429; who is signed in and the 1C notice nothing', async () => {
    const { person, locationId } = await administrator()
    const platform = await newPlatform(server)
    const connected = await platform.connect()
    await platform.put('olv-17')
    const flood = Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        signIn(`nobody-${index}@example.ru`, 'guess', `192.0.2.${index}`, index % 2 ? server : other),
      ),
    )
    expect(await oneC(server, connected).exchange()).toEqual(['1'])
    expect((await person.call('GET', '/me')).body.location.id).toBe(locationId)
    const answers = await flood
    expect(new Set(statuses(answers))).toEqual(new Set([401, 429]))
    for (const { status, body, headers } of answers)
      if (status === 429) {
        expect(body).toMatchObject({
          code: 'too-many-requests',
          detail: expect.stringContaining('одновременно'),
        })
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      }
    expect((await signIn(OPERATOR.email, OPERATOR.password, '198.51.100.2')).status).toBe(200)
  })

  it('from one address ends at a hundred failures of whatever logins, at all servers together', async () => {
    const closed = { signInAddressAttempts: 7, trustProxy: ['loopback'] }
    await using one = await startTestServer(db, closed)
    await using two = await startTestServer(db, closed)
    const tries: number[] = []
    for (let index = 0; index < 10; index++)
      tries.push(
        (await signIn(`who-${index}@example.ru`, 'x', `2001:db8:7:7::${index + 1}`, [one, two][index % 2]!))
          .status,
      )
    expect(tries).toEqual([401, 401, 401, 401, 401, 401, 401, 429, 429, 429])
    const elsewhere = await signIn(OPERATOR.email, OPERATOR.password, '2001:db8:7:8::1', one)
    expect(elsewhere.status).toBe(200)
  })

  it('that knows the owner’s address by heart does not shut the owner out where they work', async () => {
    const owner = { email: 'owner@example.ru', password: 'пароль владельца' }
    await makeOperator(db, owner, CHEAP_HASHES)
    const strict = { signInLoginAttempts: 6, trustProxy: ['loopback'] }
    await using own = await startTestServer(db, strict)
    const first = await signIn(owner.email, owner.password, '198.51.100.77', own)
    const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!
    for (let host = 0; host < 8; host++) await signIn(owner.email, 'x', `192.0.2.${100 + host}`, own)
    expect((await signIn(owner.email, owner.password, '192.0.2.200', own)).status).toBe(429)
    expect((await signIn(owner.email, owner.password, '198.51.100.77', own)).status).toBe(200)
    const change = { current: owner.password, next: 'новый пароль 1' }
    const changed = await callApi(`${own.url}/api/v1/me/password`, 'POST', change, { ...OWN_PAGE, cookie })
    expect(changed.status).toBe(204)
    await callApi(
      `${own.url}/api/v1/me/password`,
      'POST',
      { current: change.next, next: owner.password },
      { ...OWN_PAGE, cookie },
    )
  })
})

describe('a new password', () => {
  it.each(['        ', '\u00a0\u3000\u200b\u2003        ', 'пароль ', 'a  b  c  d'])(
    'of blanks %j is refused everywhere',
    async blank => {
      const { person } = await administrator()
      const { body } = await person.call('POST', '/invitations', { email: `new-${Math.random()}@example.ru` })
      const refusals = [
        await callApi(
          `${server.url}/api/v1/open-invitations/${body.url.split('/').at(-1)}/accept`,
          'POST',
          { name: 'x', password: blank },
          OWN_PAGE,
        ),
        await person.call('POST', '/me/password', { current: 'dolgiy-parol-1', next: blank }),
      ]
      for (const { status, body: problem } of refusals)
        expect([status, problem.errors[0].message]).toEqual([422, expect.stringContaining('короче 8')])
      await expect(makeOperator(db, { email: 'x@example.ru', password: blank })).rejects.toMatchObject({
        code: 'invalid',
      })
    },
  )
})
