import { beforeAll, describe, expect, it } from 'vitest'
import {
  addressOf,
  BODIES,
  type Fixture,
  inAddress,
  named,
  type Operation,
  operations,
  prepareFixture,
} from '../../test/support/app/every-operation.js'
import { enter, type Person } from '../../test/support/app/person.js'
import {
  type RestAnswer,
  retryWhileBusy,
  sampleOrder,
  startTestServer,
} from '../../test/support/app/test-server.js'
import { describeOnEachPostgres, freshDatabase } from '../../test/support/databases.js'
import { extremeWords, show, spoiledBodies } from '../../test/support/extreme-values.js'
import type { AppError } from '../errors/app-error.js'
import { STATUS } from '../errors/rest-problem.js'
import { toAppError } from '../errors/to-app-error.js'
import { makeOperator } from '../people/users/make-operator.js'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const NO_LIMITS = {
  ...{ apiRateLimit: 0, signInAttempts: 1e6, signInAddressAttempts: 1e6, signInLoginAttempts: 1e6 },
  passwordHashQueue: 1e6,
}

/** Some thousand calls: on a loaded machine these take many times as long as on an idle one. */
const TOO_LONG_MS = 1_800_000

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
/** Who may call every operation. */
async function operator({ server, platform }: Fixture): Promise<Person> {
  const { userId } = await makeOperator(server.db, { email: 'olga@example.ru', password: 'dolgiy-parol-7' })
  await server.db.query(
    `insert into user_role (user_id, role, location_id) values ($1, 'location-administrator', $2)`,
    [userId, platform.locationId],
  )
  return enter(server, 'olga@example.ru', 'dolgiy-parol-7')
}

/** What was answered 500, or refused in another form than ours. */
async function faults(calls: Iterable<[what: string, call: () => Promise<RestAnswer>]>): Promise<string[]> {
  const found: string[] = []
  const waiting = calls[Symbol.iterator]()
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const [what, call] = next.value
      const { status, body, text } = await retryWhileBusy(call)
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
  let fixture: Fixture
  let person: Person
  let all: Operation[]
  beforeAll(async () => {
    const db = await freshDatabase()
    fixture = await prepareFixture(await startTestServer(db, NO_LIMITS), '17')
    person = await operator(fixture)
    all = await operations(fixture.server)
    return async () => {
      await fixture.server[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    }
  })
  const call = (operation: Operation, address: string, headers?: Record<string, string>) => {
    const body = BODIES[named(operation)]?.(fixture)
    return person.call(operation.method.toUpperCase(), address, body, headers)
  }
  // A list as CSV is read as the same list in the other format.
  const sample = (): Operation[] =>
    all.filter(({ path }) => path !== '/live' && path !== '/orders:batch' && !path.endsWith('.csv'))

  it('each operation with a body has one here that works', () => {
    const withBody = all.filter(({ hasBody }) => hasBody)
    expect(withBody.map(named).sort()).toEqual(Object.keys(BODIES).sort())
  })

  it(
    'in its address, is never answered 500',
    async () => {
      expect(all.length).toBeGreaterThan(50)
      function* calls(): Generator<[string, () => Promise<RestAnswer>]> {
        for (const operation of sample())
          for (const { name, in: place } of operation.parameters)
            for (const word of extremeWords(name)) {
              const address =
                place === 'path'
                  ? addressOf(operation, fixture.ids, '', { [name]: word })
                  : addressOf(operation, fixture.ids, `${name}=${inAddress(word)}`)
              // "." and ".." in a path lead elsewhere.
              if (place === 'path' && /^\.*$/.test(word)) continue
              yield [`${named(operation)} ${name}=${show(word)}`, () => call(operation, address)]
            }
      }
      expect(await faults(calls())).toEqual([])
    },
    TOO_LONG_MS,
  )

  it('is refused with the name of the parameter that holds U+0000, wherever it stands', async () => {
    for (const operation of sample())
      for (const { name, in: place } of operation.parameters) {
        const address =
          place === 'path'
            ? addressOf(operation, fixture.ids, '', { [name]: 'a\0b' })
            : addressOf(operation, fixture.ids, `${name}=a%00b`)
        const { status, body } = await call(operation, address)
        expect([named(operation), name, status, body.errors]).toEqual([
          named(operation),
          name,
          422,
          expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining(name) })]),
        ])
      }
  })

  it(
    'in a body, is never answered 500',
    async () => {
      function* calls(): Generator<[string, () => Promise<RestAnswer>]> {
        for (const operation of sample().filter(one => one.hasBody && named(one) !== 'put /orders/{id}'))
          for (const { at, body } of spoiledBodies(BODIES[named(operation)]!(fixture))) {
            const address = addressOf(operation, fixture.ids, '')
            yield [
              `${named(operation)} ${at}`,
              () => person.call(operation.method.toUpperCase(), address, JSON.stringify(body)),
            ]
          }
      }
      expect(await faults(calls())).toEqual([])
    },
    TOO_LONG_MS,
  )

  it(
    'in an order, spoils that order alone and is never answered 500',
    async () => {
      const order = { ...sampleOrder(fixture.platform.companyId), id: 'spoiled', ...MORE_OF_AN_ORDER }
      const spoiled = [...spoiledBodies(order)]
      const { status, body } = await fixture.platform.call(
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
    },
    TOO_LONG_MS,
  )

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
              () => call(operation, addressOf(operation, fixture.ids, ''), { [name]: value }),
            ]
    }
    expect(await faults(calls())).toEqual([])
  })

  it(
    'of the first and last days that it knows, is told by the clock of any location',
    async () => {
      const { platform } = fixture
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
      const { rows } = await fixture.server.db.query<{ name: string }>('select name from pg_timezone_names')
      const known = new Set(rows.map(({ name }) => name))
      for (const zone of zones.filter(name => known.has(name))) {
        await fixture.server.db.query('update location set timezone = $2 where id = $1', [
          platform.locationId,
          zone,
        ])
        const ask = async (from: string, to: string) =>
          (await platform.call('GET', `/api/v1/orders?from=${from}&to=${to}`)).status
        const statuses = [await ask('1900-01-01', '2999-12-31'), await ask('0001-01-01', '9999-12-31')]
        if (String(statuses) !== '200,422') faulty.push(`${zone}: ${statuses}`)
      }
      expect(faulty).toEqual([])
    },
    TOO_LONG_MS,
  )

  it('that ends before it begins is refused with its name, wherever a time is asked for', async () => {
    const { call } = fixture.platform
    const { id: integrationId } = await fixture.platform.connect()
    const webhook = (
      await call('POST', '/api/v1/webhooks', {
        ...{ url: 'https://platform.example.ru/x', types: ['order.exported'] },
      })
    ).body
    const from = '2026-11-17T12:00:00Z'
    const to = '2026-11-17T11:59:59Z'
    for (const [method, address, body, path] of [
      ['GET', '/orders?from=2026-11-18&to=2026-11-17', undefined, '/from'],
      ['GET', `/exchanges?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/requests?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/orders.csv?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/exchanges.csv?from=${from}&to=${to}`, undefined, '/from'],
      ['POST', `/webhooks/${webhook.id}/replay`, { from, to }, '/from'],
      ['POST', '/bulk-actions', { action: 'hold', reason: 'x', filter: { from, to } }, '/filter/from'],
    ] as const) {
      const refused = await call(
        method,
        `/api/v1${address}`,
        body && { ...body, ...(address === '/bulk-actions' && { integrationId }) },
      )
      const [problem] = refused.body.errors ?? []
      expect([address, refused.status, problem?.path, problem?.code]).toEqual([
        address,
        422,
        path,
        'range-reversed',
      ])
    }
    expect((await call('GET', '/api/v1/orders?from=2026-11-17&to=2026-11-17')).status).toBe(200)
    const empty = { from, to: from }
    expect(await call('POST', `/api/v1/webhooks/${webhook.id}/replay`, empty)).toMatchObject({
      status: 202,
      body: { events: 0 },
    })
  })

  it('is refused with the name of the parameter', async () => {
    for (const [address, path] of [
      ['/orders?from=0001-01-01', '/from'],
      ['/orders?to=9999-12-31', '/to'],
      ['/orders?from=2026-02-30T00:00:00Z', '/from'],
      ['/exchanges?to=9999-12-31', '/to'],
      ['/orders/olv-17/revisions/2147483648', '/params/revision'],
    ] as const) {
      const { status, body } = await fixture.platform.call('GET', `/api/v1${address}`)
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
