import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { type Person, signInAs } from '../support/app/person.js'
import { callApi, newPlatform, type Platform, type RestAnswer } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'

const server = useFreshServer({ trustProxy: ['loopback'] })
let db: Database
beforeAll(() => {
  db = server.db
})

interface Location {
  platform: Platform
  admin: Person
}

async function newLocation(): Promise<Location> {
  const platform = await newPlatform(server)
  const { rows } = await db.query<{ email: string }>(
    'select u.email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1',
    [platform.locationId],
  )
  return { platform, admin: await signInAs(server, rows[0]!.email, 'dolgiy-parol-1') }
}

let callers = 0
/** An address of its own for each caller, so that counters of failures don't meet. */
const browser = () => ({
  'x-obmen-csrf': '1',
  'x-forwarded-for': `198.51.${callers >> 8}.${callers++ & 255}`,
})

async function invite({ admin }: Location, email: string): Promise<string> {
  const { body, text } = await admin.call('POST', '/invitations', { email })
  if (!body.url) throw new Error(text)
  return `${server.url}/api/v1/open-invitations/${body.url.split('/').at(-1)}`
}

const accept = (link: string, password: string, headers = browser()): Promise<RestAnswer> =>
  callApi(`${link}/accept`, 'POST', { name: 'Виктор', password }, headers)

const locationsOf = ({ body }: RestAnswer): string[] =>
  body.roles.map(({ locationId }: { locationId: string }) => locationId)

describe('an administrator who accepts an invitation to another’s address themselves', () => {
  const email = 'victim@example.ru'
  let own: Location
  let theirs: Location
  beforeAll(async () => {
    own = await newLocation()
    theirs = await newLocation()
    expect((await accept(await invite(own, email), 'parol-obmanshchika')).status).toBe(200)
  })

  it('keeps nobody from accepting another location’s invitation, and sees nothing of it', async () => {
    const accepted = await accept(await invite(theirs, email), 'parol-vladeltsa')
    expect([accepted.status, locationsOf(accepted)]).toEqual([200, [theirs.platform.locationId]])
    for (const [password, location] of [
      ['parol-obmanshchika', own],
      ['parol-vladeltsa', theirs],
    ] as const) {
      const person = await signInAs(server, email, password)
      expect(locationsOf(await person.call('GET', '/me'))).toEqual([location.platform.locationId])
    }
    const third = await newLocation()
    expect((await accept(await invite(third, email), 'parol-vladeltsa')).status).toBe(200)
    const victim = await signInAs(server, email, 'parol-vladeltsa')
    expect(locationsOf(await victim.call('GET', '/me')).toSorted()).toEqual(
      [theirs, third].map(({ platform }) => platform.locationId).toSorted(),
    )
    expect(
      locationsOf(await (await signInAs(server, email, 'parol-obmanshchika')).call('GET', '/me')),
    ).toEqual([own.platform.locationId])
  })

  it('is not allowed more guesses at the other account by signing in to their own', async () => {
    const from = browser()
    const enter = (password: string) =>
      callApi(`${server.url}/api/v1/auth/sign-in`, 'POST', { email, password }, from)
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess++) {
      statuses.push((await enter(`guess-${guess}`)).status)
      await enter('parol-obmanshchika')
    }
    expect(statuses).toEqual([...new Array(10).fill(401), 429, 429])
  })

  it('may try only their own account where they are signed in, once others’ guesses closed it', async () => {
    const from = browser()
    const enter = (password: string, headers: Record<string, string>) =>
      callApi(`${server.url}/api/v1/auth/sign-in`, 'POST', { email, password }, headers)
    expect((await enter('parol-obmanshchika', from)).status).toBe(200)
    await db.query(
      `update sign_in_failure set failures = 1000, failed_at = now(), started_at = now()
        where scope = 'web' and login = $1 and address = ''`,
      [email],
    )
    expect((await enter('parol-obmanshchika', from)).status).toBe(200)
    expect((await enter('parol-vladeltsa', from)).status).toBe(401)
    expect((await enter('parol-vladeltsa', browser())).status).toBe(429)
    await db.query('delete from sign_in_failure')
  })
})

describe('whether an address has an account elsewhere', () => {
  const known = 'known@example.ru'
  const unknown = 'other@example.ru'
  let here: Location
  beforeAll(async () => {
    await accept(await invite(await newLocation(), known), 'parol-vladeltsa')
    here = await newLocation()
  })
  /** The same but for what names the address, the moment and the random. */
  const shape = ({ status, text }: RestAnswer) => [
    status,
    text
      .replaceAll(/known@|other@/g, '')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, 'time')
      .replaceAll(/invitations?\/[\w-]{43}/g, 'link')
      .replaceAll(/"instance":"[\w-]+"/g, ''),
  ]

  it('is learned neither by who invites, nor by who has the link', async () => {
    const invited = await Promise.all(
      [known, unknown].map(email => here.admin.call('POST', '/invitations', { email })),
    )
    expect(shape(invited[0]!)).toEqual(shape(invited[1]!))
    const links = invited.map(
      ({ body }) => `${server.url}/api/v1/open-invitations/${body.url.split('/').at(-1)}`,
    )
    const both = async (call: (link: string) => Promise<RestAnswer>): Promise<number> => {
      const [one, other] = await Promise.all(links.map(call))
      expect(shape(one!)).toEqual(shape(other!))
      return one!.status
    }
    expect(await both(link => callApi(link, 'GET', undefined, {}))).toBe(200)
    expect(await both(link => callApi(`${link}/accept`, 'POST', {}, browser()))).toBe(422)
    expect(await both(link => accept(link, 'short'))).toBe(422)
    expect(
      await both(link => callApi(`${link}/accept`, 'POST', { password: 'long-enough' }, browser())),
    ).toBe(422)
    expect(await both(link => accept(link, 'chuzhoy-parol-1'))).toBe(200)
    expect(await both(link => accept(link, 'chuzhoy-parol-1'))).toBe(404)
  })
})

it('a link works once, however many open it at the same time', async () => {
  const email = 'once@example.ru'
  const link = await invite(await newLocation(), email)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => accept(link, `parol-nomer-${index}`)),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404, 404])
  expect((await db.query('select from user_account where email = $1', [email])).rowCount).toBe(1)
})

it('who slips at the password of their account gets the role there after all, as a refusal says', async () => {
  const email = 'slip@example.ru'
  const [first, second] = [await newLocation(), await newLocation()]
  await accept(await invite(first, email), 'parol-vladeltsa')
  const slipped = await accept(await invite(second, email), 'parol-vladelsta')
  const again = await second.admin.call('POST', '/invitations', { email })
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('заберите')])
  expect((await second.admin.call('DELETE', `/users/${slipped.body.id}`)).status).toBe(200)
  const joined = await accept(await invite(second, email), 'parol-vladeltsa')
  expect(locationsOf(joined).toSorted()).toEqual(
    [first, second].map(({ platform }) => platform.locationId).toSorted(),
  )
})
