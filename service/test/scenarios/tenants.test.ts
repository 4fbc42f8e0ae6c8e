import { setTimeout as delay } from 'node:timers/promises'
import { beforeEach, expect, it } from 'vitest'
import { lockCompanies } from '../../src/db/company-locks.js'
import type { Queryable } from '../../src/db/database.js'
import { stepRecalculation } from '../../src/orders/routing/recalculation.js'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  sampleOrder,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'
import { pauseJobs } from '../support/jobs.js'
import { changeSettings, PAID_BY_CARD } from '../support/place.js'

const NOBODY = { ...PAID_BY_CARD, paymentrules: [{ status: 'nothing' }] }
const WITHIN = { timeout: 60_000, interval: 200 }

describeOnNewestPostgres('one company', pg => {
  const server = useServer(pg)
  let busy: Platform
  beforeEach(async () => {
    busy = await newPlatform(server)
  })
  /** Another server, which soon gives up waiting: only what waits in any case may be asked of it. */
  const startImpatient = () =>
    startTestServer(server.db, { databaseLockTimeoutSeconds: 2, databaseStatementTimeoutSeconds: 3 })
  /** While this is done, somebody has what every put of the busy company needs. */
  const meanwhile = (take: (tx: Queryable) => Promise<unknown>, work: () => Promise<void>): Promise<void> =>
    server.db.transaction(async tx => {
      await take(tx)
      await work()
    })
  const putMany = async (platform: Platform, ids: readonly string[]): Promise<void> => {
    const { body } = await platform.batch(ids.map(id => sampleOrder(platform.companyId, { id })))
    expect(body.filter(({ status }: { status: number }) => status !== 201)).toEqual([])
  }
  const stateOf = async (platform: Platform, { id }: Connected1C) =>
    (await platform.call('GET', `/api/v1/integrations/${id}`)).body
  const keyOf = async ({ login }: Connected1C): Promise<number> =>
    (await server.db.query<{ key: number }>('select key from integration where login = $1', [login])).rows[0]!
      .key

  it('that is half recalculated is given orders by its new rules; any server goes on (O5)', async () => {
    const ids = ['a', 'b', 'c', 'd']
    const one = await busy.connect()
    await putMany(busy, ids)
    const key = await keyOf(one)
    const resume = await pauseJobs(server.db)
    await changeSettings(server.db, busy, key, NOBODY)
    expect(await stepRecalculation(server.db, key, 2)).toBe(true)
    expect(await stateOf(busy, one)).toMatchObject({
      recalculating: { progress: 0.5, since: expect.any(String) },
      counts: { owed: 2 },
    })
    // "d" still stands as owed, and is neither given nor told to be.
    expect((await busy.put('d')).body).toMatchObject({ changed: false, owedTo: [] })
    expect(await oneC(server, one).exchange()).toEqual([])
    expect(
      (await busy.call('GET', `/api/v1/integrations/${one.id}/preview`)).headers.get('x-order-count'),
    ).toBe('0')
    expect((await busy.put('e')).body.owedTo).toEqual([])

    // The newest settings win, from the first order on.
    await changeSettings(server.db, busy, key, PAID_BY_CARD)
    expect((await busy.put('d')).body.owedTo).toEqual([one.id])
    expect((await busy.put('f')).body.owedTo).toEqual([one.id])
    await resume()
    await expect.poll(() => stateOf(busy, one), WITHIN).toMatchObject({ recalculating: null })
    expect(await oneC(server, one).exchange()).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  it('can remove or pause an integration that is half recalculated', async () => {
    const [gone, paused] = [await busy.connect(), await busy.connect()]
    await putMany(busy, ['a', 'b', 'c'])
    const resume = await pauseJobs(server.db)
    for (const one of [gone, paused]) {
      await changeSettings(server.db, busy, await keyOf(one), NOBODY)
      await stepRecalculation(server.db, await keyOf(one), 1)
    }
    const goneKey = await keyOf(gone)
    expect((await busy.call('DELETE', `/api/v1/integrations/${gone.id}`)).status).toBe(204)
    expect(await stepRecalculation(server.db, goneKey, 1)).toBe(false)
    await resume()
    const left = () => server.db.query('select from outbox_entry where integration_key = $1', [goneKey])
    await expect.poll(async () => (await left()).rowCount, WITHIN).toBe(0)

    await busy.call('PATCH', `/api/v1/integrations/${paused.id}`, { enabled: false })
    await expect
      .poll(() => stateOf(busy, paused), WITHIN)
      .toMatchObject({ enabled: false, recalculating: null, counts: { owed: 0 } })
  })

  it('loses what a removed integration was owed also when its server ended before that was done', async () => {
    const one = await busy.connect()
    await putMany(busy, ['a', 'b'])
    const key = await keyOf(one)
    await server.db.query(
      `with gone as (delete from integration where key = $1 returning key, id, location_id, company_id, name, login)
       insert into removed_integration (key, id, location_id, company_id, name, login, removed_at, forgetting)
       select *, now() - interval '1 minute', true from gone`,
      [key],
    )
    await expect
      .poll(
        async () =>
          (await server.db.query('select from outbox_entry where integration_key = $1', [key])).rowCount,
        WITHIN,
      )
      .toBe(0)
  })

  it('whose puts all wait gets 503 for them; exchanges, health and REST of others go on', async () => {
    await using impatient = await startImpatient()
    busy = await newPlatform(impatient)
    const other = await newPlatform(impatient)
    const one = await busy.connect()
    const there = await other.connect()
    await other.put('a')
    await busy.put('first')
    await meanwhile(
      tx => lockCompanies(tx, 'rules', 'exclusive', [busy.companyId]),
      async () => {
        const waiting = Array.from({ length: 60 }, (_, index) => busy.putOnce(`o-${index}`))
        await delay(200)
        expect(await oneC(impatient, there).exchange()).toEqual(['1'])
        expect((await fetch(`${impatient.url}/readyz`)).status).toBe(200)
        expect((await other.put('b')).status).toBe(201)
        for (const { status, body, headers } of await Promise.all(waiting)) {
          expect([status, body.code]).toEqual([503, 'unavailable'])
          expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
        }
        const { ask, signIn } = oneC(impatient, one)
        const { status, text } = await ask('query', { cookie: await signIn() })
        expect([status, text]).toEqual([200, expect.stringMatching(/^failure\n[А-Я]/)])
      },
    )
    expect((await busy.put('o-0')).status).toBe(201)
  })

  it('whose statement takes too long gets 503 with Retry-After, its 1C a failure in words', async () => {
    await using impatient = await startImpatient()
    busy = await newPlatform(impatient)
    const one = await busy.connect()
    const { ask, signIn } = oneC(impatient, one)
    // Something to give out: an answer without orders writes nothing.
    await busy.put('waiting')
    const cookie = await signIn()
    await using _slow = await slowDown(server)
    const { status, body, headers } = await busy.putOnce('o')
    expect([status, body.code]).toEqual([503, 'unavailable'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    const answer = await ask('query', { cookie })
    expect([answer.status, answer.text]).toEqual([200, expect.stringMatching(/^failure\n[А-Я]/)])
  })

  it('that changes rules or adds a 1C is recalculated before the answer where that is quick', async () => {
    await putMany(
      busy,
      Array.from({ length: 1200 }, (_, index) => `o-${index}`),
    )
    const one = await busy.connect()
    await expect.poll(() => stateOf(busy, one), WITHIN).toMatchObject({ recalculating: null })
    expect((await stateOf(busy, one)).counts.owed).toBe(1200)
    await busy.call('PATCH', `/api/v1/integrations/${one.id}`, { settings: NOBODY })
    await expect.poll(() => stateOf(busy, one), WITHIN).toMatchObject({ recalculating: null })
    expect((await stateOf(busy, one)).counts.owed).toBe(0)
  })
})

/** Every insert of an order, and of a batch, sleeps longer than a statement may take. */
async function slowDown({ db }: TestServer): Promise<AsyncDisposable> {
  await db.query(
    `create function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(10); return new; end'`,
  )
  for (const table of ['sale_order', 'outbox_batch'])
    await db.query(`create trigger dawdle before insert on ${table} for each row execute function dawdle()`)
  return {
    async [Symbol.asyncDispose]() {
      await db.query('drop function dawdle cascade')
    },
  }
}
