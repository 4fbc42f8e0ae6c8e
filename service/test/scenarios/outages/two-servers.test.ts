import { beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../../src/db/database.js'
import {
  newPlatform,
  numbersIn,
  oneC,
  type Platform,
  platformAt,
  retryWhileBusy,
  startTestServer,
  type TestServer,
} from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

describeOnNewestPostgres('two servers on one PostgreSQL', pg => {
  let first: TestServer
  let second: TestServer
  beforeAll(async () => {
    const db = await pg.freshDatabase()
    const own = openDatabase({ url: db.url })
    first = await startTestServer(db)
    second = await startTestServer(own)
    return async () => {
      await first[Symbol.asyncDispose]()
      await second[Symbol.asyncDispose]()
      await own[Symbol.asyncDispose]()
    }
  })
  const both = async (): Promise<[Platform, Platform]> => {
    const one = await newPlatform(first)
    return [one, platformAt(second.url, one)]
  }

  it('share a session: opened at one, query at the other, success at the first', async () => {
    const [here, there] = await both()
    const connected = await here.connect()
    await there.put('a')
    const [one, other] = [oneC(first, connected), oneC(second, connected)]
    const cookie = await one.signIn()
    expect(numbersIn(await other.ask('query', { cookie }))).toEqual(['1'])
    await here.put('a', { comment: 'x' })
    expect((await one.ask('success', { cookie })).text).toBe('success')
    expect((await other.ask('success', { cookie })).text).toBe('success')
    // Opened here, asked again there: the first batch is given up.
    const next = await other.signIn()
    expect(numbersIn(await one.ask('query', { cookie: next }))).toEqual(['1'])
    expect(numbersIn(await other.ask('query', { cookie: next }))).toEqual(['1'])
    expect((await one.ask('success', { cookie: next })).text).toBe('success')
    expect(await one.exchange()).toEqual([])
  })

  it('give each number once and each order once, whoever takes it in', async () => {
    const [here, there] = await both()
    const connected = await here.connect()
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        retryWhileBusy(() =>
          (index % 2 ? here : there).put(`o-${Math.floor(index / 2)}`, { comment: `${index % 2}` }),
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(60)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60)
    expect(new Set(answers.map(({ body }) => body.numberIn1c)).size).toBe(60)
    const seen = (
      await Promise.all([oneC(first, connected).exchange(), oneC(second, connected).exchange()])
    ).flat()
    const rest = await oneC(first, connected).exchange()
    expect(rest).toEqual([])
    expect(new Set(seen).size).toBe(60)
  })

  it('lock a guessing 1C out together', async () => {
    const [here] = await both()
    const connected = await here.connect()
    const guess = { login: connected.login, password: 'wrong' }
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await oneC(attempt % 2 ? first : second, guess).ask('checkauth')).status).toBe(401)
    for (const server of [first, second])
      expect((await oneC(server, connected).ask('checkauth')).text).toMatch(/^failure\n/)
  })

  it('see each other’s changes of settings, passwords and switches at once', async () => {
    const [here, there] = await both()
    const connected = await here.connect()
    await there.call('PATCH', `/api/v1/integrations/${connected.id}`, { enabled: false })
    expect((await oneC(first, connected).ask('checkauth')).text).toMatch(/^failure\n/)
    await here.call('PATCH', `/api/v1/integrations/${connected.id}`, { enabled: true })
    const { body } = await here.call('POST', `/api/v1/integrations/${connected.id}/password`)
    expect((await oneC(second, connected).ask('checkauth')).status).toBe(401)
    expect((await oneC(second, body).ask('checkauth')).text).toMatch(/^success\n/)
  })

  it('count their places for webhooks by who runs: one that stops gives its own up', async () => {
    const { db } = first
    const servers = async () => (await db.query('select pool_id from job_server')).rows.length
    await using third = await startTestServer(db)
    await expect.poll(servers).toBe(3)
    await third.app.close()
    expect(await servers()).toBe(2)
  })
})
