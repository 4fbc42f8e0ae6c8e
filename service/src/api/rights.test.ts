import { readFile } from 'node:fs/promises'
import { RIGHTS, type Right } from '@obmen/contract'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type Connected1C,
  callApi,
  type FrontDoor,
  newPlatform,
  oneC,
  openFrontDoor,
  type Platform,
  type RestAnswer,
} from '../../test/support/app/front-door.js'
import { enter } from '../../test/support/app/person.js'
import { freshDatabase } from '../../test/support/databases.js'
import type { Database } from '../db/database.js'
import { createToken } from '../people/tokens/create-token.js'
import { requireAccess } from './access.js'

/** Who may: a token with all of these rights, one with any of them, people only, or anybody. */
type Allowed = { all: readonly Right[] } | { any: readonly Right[] } | 'people' | 'anybody'

const GUIDE = new URL('../../../docs/platform.md', import.meta.url)

const NOBODY = '00000000-0000-4000-8000-000000000000'
/** Words that stand in one kind of thing alone, and the rights that show that kind. */
const MARKS: Record<string, readonly Right[]> = {
  'Заказчик-метка': ['orders:read', 'journal:read'],
  '7701045624': ['companies:read'],
  'client-mark': ['integrations:read', 'journal:read'],
  '2001-02-03': ['integrations:read'],
}

let db: Database
let door: FrontDoor
let platform: Platform
let connected: Connected1C
let spare: Connected1C
let exchange: { id: number; entryId: number }
beforeAll(async () => {
  db = await freshDatabase()
  door = await openFrontDoor(db)
  platform = await newPlatform(door)
  await db.query(`update company set inn = '7701045624' where id = $1`, [platform.companyId])
  connected = await platform.connect({ ordersfrom: '2001-02-03' })
  spare = await platform.connect()
  const customer = { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Заказчик-метка' }
  await platform.put('olv-17', { customer })
  const { ask } = oneC(door, connected)
  const [, name, value] = (await ask('checkauth')).text.split('\n')
  await ask('query', { cookie: `${name}=${value}`, headers: { 'user-agent': 'client-mark' } })
  await ask('checkauth', { headers: { 'user-agent': 'client-mark' } })
  await platform.put('olv-17', { customer, comment: 'ещё раз' })
  await vi.waitFor(async () => {
    const ended = `select from journal_entry where mode = 'query' and outcome = 'done'`
    expect((await db.query(ended)).rowCount).toBe(1)
  })
  const { rows } = await db.query<{ id: number; entryId: number }>(
    `select session_id as id, id as "entryId" from journal_entry where mode = 'query'`,
  )
  exchange = rows[0]!
})
afterAll(async () => {
  await door[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

function mayWith(right: Right, allowed: Allowed): boolean {
  if (typeof allowed === 'string') return allowed === 'anybody'
  return 'any' in allowed ? allowed.any.includes(right) : allowed.all.every(needed => needed === right)
}

async function ask(operation: string, rights: readonly Right[]): Promise<RestAnswer> {
  const [method = '', template = ''] = operation.split(' ')
  const { secret } = await createToken(db, { locationId: platform.locationId, name: 'x', rights })
  const body = BODIES[operation]?.()
  return callApi(`${door.url}/api/v1${addressOf(method, template)}`, method.toUpperCase(), body, {
    authorization: `Bearer ${secret}`,
    ...(template === '/orders:batch' && { 'content-type': 'application/x-ndjson' }),
  })
}

function addressOf(method: string, template: string): string {
  const isChange = method !== 'get'
  const id = template.startsWith('/orders')
    ? 'olv-17'
    : template.startsWith('/integrations')
      ? method === 'delete'
        ? spare.id
        : connected.id
      : template.startsWith('/companies')
        ? platform.companyId
        : template.startsWith('/exchanges')
          ? String(exchange.id)
          : NOBODY
  const path = template
    .replace('{id}', id)
    .replace('{revision}', '1')
    .replace('{entryId}', String(exchange.entryId))
    .replace('{secret}', 'nonsense')
  if (isChange) return path
  if (/xml$|preflight$/.test(path) && !path.endsWith('sent-xml'))
    return `${path}?integrationId=${connected.id}`
  return path.endsWith('sent-xml') ? `${path}?batchId=1` : path
}

const BODIES: Record<string, () => unknown> = {
  'post /companies': () => ({ name: 'ООО «Ещё»', inn: '7707083893', kpp: '773601001' }),
  'patch /companies/{id}': () => ({}),
  'patch /locations/current': () => ({}),
  'post /orders:batch': () => '',
  'put /orders/{id}': () => ({ companyId: platform.companyId }),
  'post /orders/{id}/resend': () => ({ integrationId: connected.id }),
  'post /integrations': () => ({
    ...{ class: 'CommerceML', name: 'Ещё', companyId: platform.companyId },
    settings: { paymentrules: [{}], paymentmethodname: 'Карта' },
  }),
  'patch /integrations/{id}': () => ({}),
  'post /integrations/settings:validate': () => ({
    settings: { paymentrules: [{}], paymentmethodname: 'Карта' },
  }),
  'patch /me': () => ({}),
  'post /me/password': () => ({ current: 'x', next: 'long enough password' }),
  'patch /users/{id}': () => ({}),
  'post /tokens': () => ({ name: 'x' }),
  'post /invitations': () => ({ email: 'a@example.ru' }),
  'patch /system': () => ({ logLevel: 'info' }),
  'post /system/locations': () => ({ name: 'x', timezone: 'UTC', adminEmail: 'a@example.ru' }),
  'post /auth/sign-in': () => ({ email: 'a@example.ru', password: 'x' }),
  'post /invitations/{secret}/accept': () => ({}),
}

/** Who may call each operation, as its route declares it and OpenAPI tells it. */
async function declared(): Promise<Map<string, Allowed>> {
  const { body } = await callApi(`${door.url}/api/v1/openapi.json`, 'GET', undefined, {})
  const paths = body.paths as Record<string, Record<string, { security: Record<string, Right[]>[] }>>
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { security }]) =>
          [`${method} ${path.replace('/api/v1', '')}`, allowedBy(security)] as const,
      ),
    ),
  )
}

function allowedBy(security: Record<string, Right[]>[]): Allowed {
  if (security.length === 0) return 'anybody'
  const tokens = security.flatMap(({ token }) => (token ? [token] : []))
  if (tokens.length === 0) return 'people'
  return tokens.length === 1 ? { all: tokens[0]! } : { any: tokens.flat() }
}

/** The same as docs/platform.md says it: a row of its table for each right or group of them. */
async function documented(): Promise<Map<string, Allowed>> {
  const [, section = ''] = (await readFile(GUIDE, 'utf8')).split('## What each right allows\n')
  const rows = section.split('\n## ')[0]!.matchAll(/^\| (?!who)(.+?) \| (.+) \|$/gm)
  return new Map(
    [...rows].flatMap(([, who, operations]) => {
      const rights = [...who!.matchAll(/`([a-z]+:[a-z]+)`/g)].map(([, right]) => right as Right)
      const allowed: Allowed =
        rights.length === 0
          ? who === 'anybody'
            ? 'anybody'
            : 'people'
          : who!.includes(' or ')
            ? { any: rights }
            : { all: rights }
      return [...operations!.matchAll(/`([A-Z]+) ([^`]+)`/g)].map(
        ([, method, path]) => [`${method!.toLowerCase()} ${path}`, allowed] as const,
      )
    }),
  )
}

describe('who may call what', () => {
  it('is the same in the routes and in docs/platform.md, for every operation', async () => {
    const inOrder = (all: Map<string, Allowed>) => [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(inOrder(await documented())).toEqual(inOrder(await declared()))
  })

  it('is declared by every route, or the server does not start', async () => {
    await using server = fastify()
    requireAccess(server)
    expect(() => server.get('/all', async () => '')).toThrow(/GET \/all .*config\.access/)
    server.get('/own', { config: { access: 'orders:read' } }, async () => '')
  })
})

describe('a token', () => {
  it('with one right may call what that right allows, and is shown nothing else', async () => {
    for (const [operation, allowed] of await declared()) {
      if (allowed === 'anybody' || operation === 'get /live') continue
      for (const right of RIGHTS) {
        const { status, text } = await ask(operation, [right])
        expect([operation, right, status === 403], `${status} ${text}`).toEqual([
          operation,
          right,
          !mayWith(right, allowed),
        ])
        for (const [mark, shown] of Object.entries(MARKS))
          if (!shown.includes(right) && !right.endsWith(':write'))
            expect([operation, right, mark, text.includes(mark)]).toEqual([operation, right, mark, false])
      }
    }
  }, 120_000)

  it('without the right is refused before its body is looked at', async () => {
    const { secret } = await createToken(db, {
      locationId: platform.locationId,
      name: 'x',
      rights: ['orders:read'],
    })
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const answer = await fetch(`${door.url}/api/v1/orders/olv-17`, { method: 'PUT', body: '{', headers })
    expect(answer.status).toBe(403)
  })

  it('is shown each mark by the rights that it belongs to', async () => {
    const shown = async (operation: string, right: Right): Promise<string> =>
      (await ask(operation, [right])).text
    expect(await shown('get /orders/{id}', 'orders:read')).toContain('Заказчик-метка')
    expect(await shown('get /companies/{id}', 'companies:read')).toContain('7701045624')
    const integration = await shown('get /integrations/{id}', 'integrations:read')
    expect(integration).toContain('client-mark')
    expect(integration).toContain('2001-02-03')
    expect(await shown('get /exchanges', 'journal:read')).toContain('client-mark')
  })

  it('sees of the overview the parts of its rights, and nothing else', async () => {
    const parts = async (...rights: Right[]): Promise<string[]> => {
      const { body } = await ask('get /overview', rights)
      const { days, ...rest } = body
      const day = Object.entries(days[0]).map(([name, value]) => [`days.${name}`, value])
      return [...Object.entries(rest), ...day]
        .flatMap(([name, value]) => (value === null ? [] : [String(name)]))
        .toSorted()
    }
    const orders = [
      'days.ordersConfirmed',
      'days.ordersReceived',
      'held',
      'ordersToLookAt',
      'owed',
      'owedLate',
      'owedSince',
    ]
    expect(await parts('orders:read')).toEqual(['days.date', ...orders])
    expect(await parts('integrations:read')).toEqual(['days.date', 'integrations'])
    const exchanges = ['days.date', 'days.exchanges', 'days.failures', 'recentExchanges']
    expect(await parts('journal:read')).toEqual(exchanges)
    expect(await parts('orders:read', 'journal:read')).toEqual([...exchanges, ...orders].toSorted())
  })

  it('sees the orders of an integration’s next package with both rights only', async () => {
    for (const operation of ['get /integrations/{id}/preview', 'post /integrations/{id}/dry-run']) {
      const { status, text } = await ask(operation, ['integrations:read', 'orders:read'])
      expect(status, text).toBe(200)
    }
  })
})

describe('who administers a location alone', () => {
  const OPERATOR = 'system-operator'
  it.each<[string, string, object?]>([
    ['GET', `/users?role=${OPERATOR}`],
    ['PATCH', `/users/${NOBODY}?role=${OPERATOR}`, { disabled: true }],
    ['DELETE', `/users/${NOBODY}?role=${OPERATOR}`],
    ['GET', `/invitations?role=${OPERATOR}`],
    ['POST', '/invitations', { email: 'a@example.ru', role: OPERATOR }],
    ['POST', '/invitations?role=location-administrator', { email: 'a@example.ru', role: OPERATOR }],
    ['DELETE', `/invitations/${NOBODY}?role=${OPERATOR}`],
    ['GET', '/system'],
    ['POST', '/system/locations', BODIES['post /system/locations']!() as object],
  ])('may not use the role of the whole system: %s %s', async (method, path, body) => {
    const { rows } = await db.query<{ email: string }>('select email from user_account')
    const person = await enter(door, rows[0]!.email, 'dolgiy-parol-1')
    expect((await person.call(method, path, body)).status).toBe(403)
    expect((await person.call('GET', '/users')).status).toBe(200)
  })
})
