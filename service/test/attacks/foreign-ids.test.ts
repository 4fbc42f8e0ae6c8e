import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import {
  addressOf,
  BODIES,
  type Fixture,
  type Operation,
  operations,
  prepareFixture,
} from '../support/app/every-operation.js'
import { isTranslatable, type RestAnswer } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'

/** Stands in whatever is the others': customer, webhook, token. */
const THEIRS = 'чужое-слово'
/** Which of the others' ids a parameter may bring. */
const BY_PARAMETER: Record<string, (of: Fixture) => string | number> = {
  companyId: ({ ids }) => ids.company,
  integrationId: ({ ids }) => ids.integration,
  createdBy: ({ ids }) => ids.user,
  batchId: ({ ids }) => ids.batch,
  q: () => THEIRS,
}

describe('with ids of another location', () => {
  const server = useFreshServer({ apiRateLimit: 0 })
  let own: Fixture
  let theirs: Fixture
  let all: Operation[]
  let before: Record<string, unknown>
  beforeAll(async () => {
    own = await prepareFixture(server, '17')
    theirs = await prepareFixture(server, THEIRS)
    all = (await operations(server)).filter(({ path }) => path !== '/live')
    before = await rowsOf(server.db, theirs)
  })

  /** As the platform, then as a person: who may not call it at all is told so. */
  const ask = async (operation: Operation, address: string, body?: unknown): Promise<RestAnswer[]> => {
    const method = operation.method.toUpperCase()
    return [
      await own.platform.call(method, `/api/v1${address}`, body),
      await own.person.call(method, address, body),
    ]
  }
  const shows = ({ text }: RestAnswer): boolean =>
    text.replaceAll(theirs.ids.order, '').includes(THEIRS) || text.includes(theirs.one.login)

  it('in its path, each operation finds nothing', async () => {
    const foreign = all.filter(({ path }) => path.includes('{id}') && path !== '/orders/{id}')
    expect(foreign.length).toBeGreaterThan(35)
    for (const operation of foreign) {
      const body = BODIES[operation.name]?.(own)
      const query = operation.parameters.some(({ name }) => name === 'role')
        ? 'role=location-administrator'
        : ''
      const answers = await ask(
        operation,
        addressOf(operation, { ...theirs.ids, ...{ batch: own.ids.batch } }, query),
        body,
      )
      for (const answer of answers) {
        expect([operation.name, isTranslatable(answer)], answer.text).toEqual([operation.name, true])
        const known = answer.status === 404 || (answer.status === 403 && answer === answers[0])
        expect([operation.name, known, shows(answer)], answer.text).toEqual([operation.name, true, false])
      }
      expect([operation.name, answers[1]!.status]).toEqual([operation.name, 404])
    }
  })

  it('in a parameter, each operation shows nothing', async () => {
    for (const operation of all)
      for (const { name, in: place } of operation.parameters) {
        const value = BY_PARAMETER[name]?.(theirs)
        if (place !== 'query' || value === undefined) continue
        const address = addressOf(operation, own.ids, `${name}=${encodeURIComponent(value)}`)
        for (const answer of await ask(operation, address))
          expect([address, answer.status < 500, shows(answer), items(answer)]).toEqual([
            address,
            true,
            false,
            0,
          ])
      }
  })

  it('in a body, each operation refuses them', async () => {
    const asTheirs = {
      ...own,
      ids: { ...theirs.ids, order: own.ids.order },
      platform: { ...own.platform, companyId: theirs.ids.company },
    }
    const names = ['companyId', 'integrationId']
    const asked: string[] = []
    for (const operation of all) {
      const body = BODIES[operation.name]?.(asTheirs) as Record<string, unknown> | undefined
      if (!body || !names.some(name => name in body)) continue
      asked.push(operation.name)
      for (const answer of await ask(operation, addressOf(operation, own.ids, ''), body))
        expect([operation.name, [404, 409, 422].includes(answer.status), shows(answer)], answer.text).toEqual(
          [operation.name, true, false],
        )
    }
    expect(asked.length).toBeGreaterThan(6)
    const batch = await own.platform.batch([BODIES['put /orders/{id}']!(asTheirs)])
    expect(batch.body).toMatchObject([{ status: 409 }])
  })

  it('without any, lists show what is their own alone', async () => {
    for (const operation of all.filter(({ method, path }) => method === 'get' && !path.includes('{')))
      for (const answer of await ask(operation, addressOf(operation, own.ids, '')))
        expect([operation.name, shows(answer)]).toEqual([operation.name, false])
  })

  it('nothing of the others has changed', async () => {
    expect(await rowsOf(server.db, theirs)).toEqual(before)
    expect(Object.keys(before).length).toBeGreaterThan(10)
    const { status, text } = await theirs.platform.call('GET', '/api/v1/orders')
    expect([status, text.includes(THEIRS)]).toEqual([200, true])
  })
})

/** How many rows a list has. */
function items({ body }: RestAnswer): number {
  return body?.items?.length ?? 0
}

/** Written a moment after what its own people and 1C did. */
const LATE = ['api_request', 'event', 'integration_state']

/** Of webhooks, whose attempts go on. */
const COUNTERS = ['failures', 'failing_since', 'position']

/** All rows of a location, table by table. */
async function rowsOf(db: Database, { platform }: Fixture): Promise<Record<string, unknown>> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'location_id'
      where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname <> all($1) order by 1`,
    [LATE],
  )
  const found: Record<string, unknown> = {}
  for (const { name } of rows) {
    const table = await db.query<{ rows: string }>(
      `select jsonb_agg(to_jsonb(t) - $2::text[] order by to_jsonb(t)::text)::text as rows from "${name}" t where location_id = $1`,
      [platform.locationId, COUNTERS],
    )
    found[name] = table.rows[0]!.rows
  }
  return found
}
