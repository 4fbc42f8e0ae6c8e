import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Connected1C,
  type FrontDoor,
  newPlatform,
  oneC,
  openFrontDoor,
  type Platform,
  type RestAnswer,
  sampleOrder,
} from '../../test/support/app/front-door.js'
import { enter, type Person } from '../../test/support/app/person.js'
import { describeOnEachPostgres, freshDatabase } from '../../test/support/databases.js'
import { extremeWords, show, spoiledBodies } from '../../test/support/extreme-values.js'
import type { Database } from '../db/database.js'
import type { AppError } from '../errors/app-error.js'
import { STATUS } from '../errors/rest-problem.js'
import { toAppError } from '../errors/to-app-error.js'
import { makeOperator } from '../people/users/make-operator.js'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const NO_LIMITS = {
  ...{ apiRateLimit: 0, signInAttempts: 1e6, signInAddressAttempts: 1e6, signInLoginAttempts: 1e6 },
  passwordHashQueue: 1e6,
}

interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string }[]
  hasBody: boolean
}

/** Values with which each operation works; `{id}` of what can be removed is nobody's. */
const BODIES: Record<string, (at: Scene) => object> = {
  'post /companies': () => ({ name: 'ООО «Лютик»', inn: '7701045624', kpp: '773601001' }),
  'patch /companies/{id}': () => ({
    name: 'ООО «Ромашка»',
    inn: '7707083893',
    kpp: '773601001',
    archived: false,
  }),
  'patch /locations/current': () => ({ name: 'Технопарк', timezone: 'Asia/Yekaterinburg' }),
  'post /orders/{id}/resend': ({ one }) => ({ integrationId: one.id }),
  'post /orders/{id}/hold': ({ one }) => ({ integrationId: one.id, reason: 'Ждём подписи' }),
  'post /orders/{id}/release': ({ one }) => ({ integrationId: one.id }),
  'post /webhooks': ({ platform }) => ({
    url: 'https://platform.example/hook',
    types: ['*'],
    companyId: platform.companyId,
    description: 'Платформа',
  }),
  'patch /webhooks/{id}': () => ({
    url: 'https://platform.example/hook',
    types: ['order.exported'],
    enabled: true,
  }),
  'post /webhooks/{id}/replay': () => ({
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-02T00:00:00Z',
    types: ['order.exported'],
  }),
  'post /integrations': ({ platform }) => ({
    class: 'CommerceML',
    name: 'Касса',
    companyId: platform.companyId,
    settings: SETTINGS,
  }),
  'patch /integrations/{id}': ({ platform }) => ({
    name: 'Касса',
    enabled: true,
    companyId: platform.companyId,
    settings: SETTINGS,
  }),
  'post /integrations/settings:validate': ({ platform }) => ({
    settings: SETTINGS,
    companyId: platform.companyId,
  }),
  'post /auth/sign-in': () => ({ email: 'who@example.ru', password: 'dolgiy-parol-0' }),
  'patch /me': () => ({ name: 'Ольга', locale: 'ru' }),
  'post /me/password': () => ({ current: 'dolgiy-parol-0', next: 'dolgiy-parol-1' }),
  'patch /users/{id}': () => ({ name: 'Пётр', disabled: false }),
  'post /invitations': () => ({ email: 'new@example.ru', role: 'location-administrator' }),
  'post /invitations/{secret}/accept': () => ({ name: 'Пётр', password: 'dolgiy-parol-2' }),
  'post /tokens': () => ({ name: 'Платформа', rights: ['orders:read'] }),
  'patch /system': () => ({ logLevel: 'silent' }),
  'post /system/locations': () => ({
    name: 'Другой',
    timezone: 'Europe/Moscow',
    adminEmail: 'other@example.ru',
  }),
  'put /orders/{id}': ({ platform }) => sampleOrder(platform.companyId),
}
const MORE_OF_AN_ORDER = {
  ...{ comment: 'к', place: { id: 'p', name: 'Зал' }, attributes: { Этаж: '5' } },
  delivery: { name: 'Курьер', address: 'ул. Мира, 9', amount: '0.00', vat: '20' },
}
const HEADER_VALUES = [
  ...[
    '',
    '*',
    '"0"',
    '"1"',
    '"2147483648"',
    '"999999999"',
    '"9999999999"',
    '"9223372036854775808"',
    '1',
    '"-1"',
    '"1.5"',
  ],
  ...[
    'W/"1"',
    '"1", "2"',
    '"1',
    "'1'",
    '""',
    'x'.repeat(8_000),
    '\u00ff\u00fe',
    '00000000-0000-4000-8000-000000000000',
    NOBODY.toUpperCase(),
  ],
  ...[
    'Bearer',
    'Bearer x',
    `Bearer ${'x'.repeat(5_000)}`,
    'Basic eDp5',
    'Bearer obm_\u00ff',
    'bytes=0-1',
    'application/json; charset=x',
  ],
]
const SETTINGS = {
  ...{ paymentrules: [{ status: 'purchased', gateway: 'CKassa', paymentmethodname: 'Карта' }] },
  ...{ paymentmethodname: 'Оплата картой внешняя', client: 'bp', schemaversion: '2.08', encoding: 'utf-8' },
  ...{ payments: 'auto', ordernumber: 'sequence', ordernumberfrom: 1, batchlimit: 5000 },
  ...{ ordersfrom: '2020-01-01', commentprefix: true, zip: false, filelimit: 1000 },
}

interface Scene {
  door: FrontDoor
  platform: Platform
  one: Connected1C
  person: Person
  exchange: { id: number; entryId: number; batchId: number }
}

async function setScene(db: Database): Promise<Scene> {
  const door = await openFrontDoor(db, NO_LIMITS)
  const platform = await newPlatform(door)
  const one = await platform.connect()
  await platform.put('olv-17')
  expect(await oneC(door, one).exchange()).toHaveLength(1)
  await platform.put('olv-17', { comment: 'изменён' })
  const { userId } = await makeOperator(db, { email: 'olga@example.ru', password: 'dolgiy-parol-7' })
  await db.query(
    `insert into user_role (user_id, role, location_id) values ($1, 'location-administrator', $2)`,
    [userId, platform.locationId],
  )
  const person = await enter(door, 'olga@example.ru', 'dolgiy-parol-7')
  const { rows } = await db.query<Scene['exchange']>(
    `select session_id as id, id as "entryId", batch_id as "batchId" from journal_entry where mode = 'query'`,
  )
  return { door, platform, one, person, exchange: rows[0]! }
}

async function operations({ door }: Scene): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${door.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { parameters?: Operation['parameters']; requestBody?: unknown }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      ...{ method, path: path.replace('/api/v1', ''), parameters, hasBody: requestBody !== undefined },
    })),
  )
}

const named = ({ method, path }: Operation): string => `${method} ${path}`

/** The address of an operation with values that work, but for those given. */
function addressOf(
  { path }: Operation,
  scene: Scene,
  query: string,
  given: Record<string, string> = {},
): string {
  const { platform, one, exchange } = scene
  const id = path.startsWith('/orders/')
    ? 'olv-17'
    : path.startsWith('/integrations/')
      ? one.id
      : path.startsWith('/exchanges/')
        ? exchange.id
        : path.startsWith('/companies/')
          ? platform.companyId
          : NOBODY
  const values: Record<string, string | number> = {
    id,
    revision: 1,
    entryId: exchange.entryId,
    secret: 'x',
    ...given,
  }
  const needed = /\/(xml|preflight)$/.test(path)
    ? `integrationId=${one.id}`
    : path.endsWith('/sent-xml')
      ? `batchId=${exchange.batchId}`
      : ''
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => inAddress(String(values[name])))
  return `${filled}?${[needed, query].filter(Boolean).join('&')}`
}

/** Halves of characters as bytes that no UTF-8 has. */
function inAddress(text: string): string {
  return [...text].map(part => (/\p{Cs}/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part))).join('')
}

/** What was answered 500, or refused in another form than ours. */
async function faults(calls: Iterable<[what: string, call: () => Promise<RestAnswer>]>): Promise<string[]> {
  const found: string[] = []
  const waiting = calls[Symbol.iterator]()
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const [what, call] = next.value
      const { status, body, text } = await call()
      const known =
        status < 400 || (body?.code in STATUS && STATUS[body.code as keyof typeof STATUS] === status)
      // What only the database refuses has been forgotten by a check of ours.
      const late = text.includes('База данных не приняла')
      if (status >= 500 || !known || late) found.push(`${what}: ${status} ${text.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return found
}

describe('whatever is asked of the API', () => {
  let scene: Scene
  let all: Operation[]
  beforeAll(async () => {
    const db = await freshDatabase()
    scene = await setScene(db)
    all = await operations(scene)
    return async () => {
      await scene.door[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    }
  })
  const call = (operation: Operation, address: string, headers?: Record<string, string>) => {
    const body = BODIES[named(operation)]?.(scene)
    return scene.person.call(operation.method.toUpperCase(), address, body, headers)
  }
  // A list as CSV is read as the same list in the other format.
  const sample = (): Operation[] =>
    all.filter(({ path }) => path !== '/live' && path !== '/orders:batch' && !path.endsWith('.csv'))

  it('each operation with a body has one here that works', () => {
    const withBody = all.filter(operation => operation.hasBody && operation.path !== '/orders:batch')
    expect(withBody.map(named).sort()).toEqual(Object.keys(BODIES).sort())
  })

  it('in its address, is never answered 500', async () => {
    expect(all.length).toBeGreaterThan(50)
    function* calls(): Generator<[string, () => Promise<RestAnswer>]> {
      for (const operation of sample())
        for (const { name, in: place } of operation.parameters)
          for (const word of extremeWords(name)) {
            const address =
              place === 'path'
                ? addressOf(operation, scene, '', { [name]: word })
                : addressOf(operation, scene, `${name}=${inAddress(word)}`)
            // "." and ".." in a path lead elsewhere.
            if (place === 'path' && /^\.*$/.test(word)) continue
            yield [`${named(operation)} ${name}=${show(word)}`, () => call(operation, address)]
          }
    }
    expect(await faults(calls())).toEqual([])
  }, 300_000)

  it('in a body, is never answered 500', async () => {
    function* calls(): Generator<[string, () => Promise<RestAnswer>]> {
      for (const operation of sample().filter(one => one.hasBody && named(one) !== 'put /orders/{id}'))
        for (const { at, body } of spoiledBodies(BODIES[named(operation)]!(scene))) {
          const address = addressOf(operation, scene, '')
          yield [
            `${named(operation)} ${at}`,
            () => scene.person.call(operation.method.toUpperCase(), address, JSON.stringify(body)),
          ]
        }
    }
    expect(await faults(calls())).toEqual([])
  }, 600_000)

  it('in an order, spoils that order alone and is never answered 500', async () => {
    const order = { ...sampleOrder(scene.platform.companyId), id: 'spoiled', ...MORE_OF_AN_ORDER }
    const spoiled = [...spoiledBodies(order)]
    const { status, body } = await scene.platform.call(
      'POST',
      '/api/v1/orders:batch',
      spoiled.map(one => `${JSON.stringify(one.body)}\n`).join(''),
      { 'content-type': 'application/x-ndjson' },
    )
    expect([status, body.length]).toEqual([200, spoiled.length])
    const known = new Set([200, 201, 400, 409, 413, 422])
    const faulty = body.flatMap((line: { status: number }, at: number) =>
      known.has(line.status) && !JSON.stringify(line).includes('База данных не приняла')
        ? []
        : [`${spoiled[at]!.at}: ${JSON.stringify(line).slice(0, 200)}`],
    )
    expect(faulty).toEqual([])
  }, 600_000)

  it('in a header, is never answered 500', async () => {
    const order = all.find(operation => named(operation) === 'put /orders/{id}')!
    const integration = all.find(operation => named(operation) === 'patch /integrations/{id}')!
    const headers = [
      'if-match',
      'if-none-match',
      'x-obmen-location',
      'authorization',
      'content-type',
      'range',
      'accept',
    ]
    function* calls(): Generator<[string, () => Promise<RestAnswer>]> {
      for (const name of headers)
        for (const value of HEADER_VALUES)
          for (const operation of [order, integration])
            yield [
              `${named(operation)} ${name}: ${show(value)}`,
              () => call(operation, addressOf(operation, scene, ''), { [name]: value }),
            ]
    }
    expect(await faults(calls())).toEqual([])
  })

  it('of the first and last days that it knows, is told by the clock of any location', async () => {
    const { platform } = scene
    const faulty: string[] = []
    // The farthest from Greenwich, those that skipped a day or were ahead by odd seconds, and every tenth other.
    const odd = [
      'Pacific/Kiritimati',
      'Pacific/Niue',
      'Pacific/Apia',
      'Asia/Manila',
      'America/Juneau',
      'Africa/Monrovia',
    ]
    const zones = [...odd, ...Intl.supportedValuesOf('timeZone').filter((_, at) => at % 10 === 0)]
    const { rows } = await scene.door.db.query<{ name: string }>('select name from pg_timezone_names')
    const known = new Set(rows.map(({ name }) => name))
    for (const zone of zones.filter(name => known.has(name))) {
      await scene.door.db.query('update location set timezone = $2 where id = $1', [
        platform.locationId,
        zone,
      ])
      const ask = async (from: string, to: string) =>
        (await platform.call('GET', `/api/v1/orders?from=${from}&to=${to}`)).status
      const statuses = [await ask('1900-01-01', '2999-12-31'), await ask('0001-01-01', '9999-12-31')]
      if (String(statuses) !== '200,422') faulty.push(`${zone}: ${statuses}`)
    }
    expect(faulty).toEqual([])
  }, 300_000)

  it('is refused with the name of the parameter', async () => {
    for (const [address, path] of [
      ['/orders?from=0001-01-01', '/from'],
      ['/orders?to=9999-12-31', '/to'],
      ['/orders?from=2026-02-30T00:00:00Z', '/from'],
      ['/exchanges?to=9999-12-31', '/to'],
      ['/orders/olv-17/revisions/2147483648', '/params/revision'],
    ] as const) {
      const { status, body } = await scene.platform.call('GET', `/api/v1${address}`)
      expect([address, status, body.code, body.errors?.[0].path]).toEqual([address, 422, 'invalid', path])
    }
  })
})

describeOnEachPostgres('a value that only the database refuses', pg => {
  it('is told in words, with the value if PostgreSQL names it', async () => {
    const db = await pg.freshDatabase()
    const told = async (statement: string): Promise<[string, string]> => {
      const error = await db.query(statement).then(
        () => new Error('it was taken'),
        cause => toAppError(cause),
      )
      return [(error as AppError).code, error.message]
    }
    expect(await told(`select '2147483648'::int`)).toEqual([
      'invalid',
      expect.stringContaining('«2147483648»: число вне'),
    ])
    expect(await told(`select '0000-01-01'::date`)).toEqual([
      'invalid',
      expect.stringContaining('«0000-01-01»'),
    ])
    expect(await told(`select 'x'::uuid`)).toEqual(['invalid', expect.stringContaining('«x»: это не')])
    expect(await told(`select '{'::json`)).toEqual([
      'invalid',
      expect.stringContaining('База данных не приняла'),
    ])
    expect(await told(`select 1e300::float8::int`)).toEqual([
      'invalid',
      expect.stringContaining('одно из значений'),
    ])
    expect(await told(`select repeat('(', 30000)::tsquery`)).toEqual([
      'invalid',
      expect.stringContaining('База данных'),
    ])
    expect(await told(`select 1 from nowhere`)).toEqual(['internal', expect.stringContaining('Обмен')])
  })
})
