import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import {
  type Connected1C,
  callApi,
  type FrontDoor,
  newPlatform,
  oneC,
  openFrontDoor,
  type Platform,
  type RestAnswer,
} from '../../test/support/front-door.js'
import type { Database } from '../db/database.js'
import { createToken } from '../people/create-token.js'
import { RIGHTS, type Right } from '../people/right.js'

/** Who may: a token with all of these rights, one with any of them, people only, or anybody. */
type Allowed = readonly Right[] | { any: readonly Right[] } | 'people' | 'open'

const OPERATIONS: Record<string, Allowed> = {
  'get /companies': ['companies:read'],
  'post /companies': ['companies:write'],
  'get /companies/{id}': ['companies:read'],
  'patch /companies/{id}': ['companies:write'],
  'get /locations/current': ['companies:read'],
  'patch /locations/current': ['companies:write'],
  'get /places': ['companies:read'],
  'get /orders': ['orders:read'],
  'post /orders:batch': ['orders:write'],
  'get /orders/{id}': ['orders:read'],
  'put /orders/{id}': ['orders:write'],
  'get /orders/{id}/exports': ['orders:read'],
  'post /orders/{id}/resend': ['orders:write'],
  'get /orders/{id}/timeline': ['orders:read'],
  'get /orders/{id}/revisions/{revision}': ['orders:read'],
  'get /orders/{id}/xml': ['orders:read'],
  'get /orders/{id}/preflight': ['orders:read'],
  'get /orders/{id}/sent-xml': ['orders:read'],
  'get /facets': ['orders:read'],
  'get /integrations': ['integrations:read'],
  'post /integrations': ['integrations:write'],
  'get /integrations/{id}': ['integrations:read'],
  'patch /integrations/{id}': ['integrations:write'],
  'delete /integrations/{id}': ['integrations:write'],
  'post /integrations/{id}/password': ['integrations:write'],
  'get /integrations/{id}/changes': ['integrations:read'],
  'get /integrations/{id}/preview': ['integrations:read', 'orders:read'],
  'post /integrations/{id}/dry-run': ['integrations:read', 'orders:read'],
  'post /integrations/settings:validate': ['integrations:read'],
  'get /exchanges': ['journal:read'],
  'get /exchanges/{id}': ['journal:read'],
  'get /exchanges/{id}/orders': ['journal:read'],
  'get /exchanges/{id}/entries/{entryId}/body': ['journal:read'],
  'get /live': ['journal:read'],
  'get /overview': { any: ['orders:read', 'integrations:read', 'journal:read'] },
  'get /overview/integrations': ['integrations:read'],
  'get /me': 'people',
  'patch /me': 'people',
  'post /me/password': 'people',
  'get /users': 'people',
  'patch /users/{id}': 'people',
  'delete /users/{id}': 'people',
  'get /tokens': 'people',
  'post /tokens': 'people',
  'delete /tokens/{id}': 'people',
  'get /invitations': 'people',
  'post /invitations': 'people',
  'delete /invitations/{id}': 'people',
  'get /system': 'people',
  'patch /system': 'people',
  'get /system/locations': 'people',
  'post /system/locations': 'people',
  'post /auth/sign-in': 'open',
  'post /auth/sign-out': 'open',
  'get /invitations/{secret}': 'open',
  'post /invitations/{secret}/accept': 'open',
}

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

describe('a token', () => {
  it('finds every operation of the API in the list of who may call it', async () => {
    const answer = await callApi(`${door.url}/api/v1/openapi.json`, 'GET', undefined, {})
    const document = answer.body
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path.replace('/api/v1', '')}`),
    )
    expect(described.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
  })

  const closed = Object.entries(OPERATIONS).filter(([operation]) => operation !== 'get /live')
  it.each(closed)('with one right: %s', async (operation, allowed) => {
    if (allowed === 'open') return
    for (const right of RIGHTS) {
      const { status, text } = await ask(operation, [right])
      const may =
        allowed === 'people'
          ? false
          : 'any' in allowed
            ? allowed.any.includes(right)
            : allowed.every(wanted => wanted === right)
      expect([right, status === 403], `${status} ${text}`).toEqual([right, !may])
      for (const [mark, shown] of Object.entries(MARKS))
        if (!shown.includes(right) && !right.endsWith(':write'))
          expect([right, mark, text.includes(mark)]).toEqual([right, mark, false])
    }
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
