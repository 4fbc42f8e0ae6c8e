import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBase, documentsOf, runExchange } from '@obmen/simulator'
import { expect, it, vi } from 'vitest'
import { runObmen } from '../../support/app/run-obmen.js'
import { type Serving, startServing } from '../../support/app/serving.js'
import {
  type Connected1C,
  newPlatform,
  numbersIn,
  oneC,
  type Platform,
  platformAt,
  sampleOrder,
} from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { basic } from '../../support/exchange.js'

/** Orders of a batch: more than are answered at once. */
const BATCH = 1500
const LARGE = { comment: 'к'.repeat(4000) }
const NDJSON = { 'content-type': 'application/x-ndjson' }
const WITHIN = { timeout: 300_000, interval: 20 }

it('kill -9 during intake to the embedded database loses and doubles no acknowledged order', {
  timeout: 300_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'obmen-kill-'))
  try {
    const setup =
      '--location Л --timezone Europe/Moscow --company К --inn 7707083893 --admin-email a@example.ru'
    const { stdout } = await runObmen(
      ['setup', ...setup.split(' '), '--admin-password', 'dolgiy-parol-1', '--json'],
      { DATA_DIR: dataDir },
    )
    const made = JSON.parse(stdout)
    let serving: Serving | undefined
    let connected: Connected1C | undefined
    const acknowledged = new Map<string, { number: string; comment: string; revision: number }>()
    const answered: number[] = []
    for (let round = 0; round < 3; round++) {
      serving = await startServing({ DATA_DIR: dataDir })
      const platform = platformAt(serving.address, made)
      connected ??= await platform.connect()
      await expectKept(platform, acknowledged)
      let puts = 0
      let begun = 0
      const posting = [
        ...['x', 'y', 'z'].map(name =>
          postEndlessly(platform, `${round % 2}-${name}`, acknowledged, () => puts++),
        ),
        postBatch(platform, `batch-${round}`, acknowledged, () => begun++).then(lines =>
          answered.push(lines),
        ),
      ]
      // Early enough to cut the batch.
      await vi.waitUntil(() => puts > 9 && begun > 0, WITHIN)
      serving.process.kill('SIGKILL')
      await Promise.all([serving.ended, ...posting])
    }
    expect(Math.min(...answered), 'lines of the shortest answer to a batch').toBeLessThan(BATCH)
    await using last = await startServing({ DATA_DIR: dataDir })
    const platform = platformAt(last.address, made)
    await expectKept(platform, acknowledged)
    await expectEachOnceIn1C(last.address, platform, connected!)
  } finally {
    await vi.waitFor(() => rmSync(dataDir, { recursive: true, force: true }), WITHIN)
  }
})

describeOnNewestPostgres('kill -9 of a server', pg => {
  /** A server with these many orders, and the 1C that they are owed to. */
  const start = async (orders: number, settings = {}, content: object = LARGE) => {
    const db = await pg.freshDatabase()
    const env = { DATABASE_URL: db.url }
    const serving = await startServing(env)
    const platform = await newPlatform({ db, url: serving.address })
    const connected = await platform.connect({ batchlimit: 10_000, ...settings })
    const lines = Array.from({ length: orders }, (_, index) =>
      JSON.stringify(sampleOrder(platform.companyId, { id: `o-${index}`, ...content, number: `N-${index}` })),
    )
    const { body } = await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), NDJSON)
    expect(body.filter(({ status }: { status: number }) => status === 201)).toHaveLength(orders)
    return { db, env, serving, platform, connected }
  }

  it('while a download runs confirms nothing; after the restart all comes once', {
    timeout: 300_000,
  }, async () => {
    // 16 MB, more than lies between a server that is killed and a client that waits.
    const { env, serving, platform, connected } = await start(1500)
    const { cookie, answer, piece } = await readSlowly(serving, connected)
    serving.process.kill('SIGKILL')
    await serving.ended
    const rest = [piece]
    answer.on('data', more => rest.push(more as Buffer)).on('error', () => undefined)
    answer.resume()
    if (!answer.closed) await once(answer, 'close').catch(() => undefined)
    expect(Buffer.concat(rest).toString()).not.toContain('</КоммерческаяИнформация>')

    await using next = await startServing(env)
    const { ask } = oneC({ url: next.address }, connected)
    expect((await ask('success', { cookie })).text).toMatch(/^failure\n/)
    await expectEachOnceIn1C(next.address, platformAt(next.address, platform), connected)
  })

  it('while a client reads slowly leaves dates, numbers and the time zone free again', {
    timeout: 300_000,
  }, async () => {
    const { env, serving, platform, connected } = await start(1500, { ordernumber: 'platform' })
    const { answer } = await readSlowly(serving, connected)
    const moved = { ...LARGE, number: 'N-moved', placedAt: '2026-11-18T09:00:00+05:00' }
    expect((await platform.put('o-0', moved)).body.code).toBe('placed-at-fixed')
    serving.process.kill('SIGKILL')
    await serving.ended
    answer.destroy()

    await using next = await startServing(env)
    const after = platformAt(next.address, platform)
    await expect.poll(async () => (await after.put('o-0', moved)).status, WITHIN).toBe(200)
    const timezone = { timezone: 'Asia/Yekaterinburg' }
    expect((await after.call('PATCH', '/api/v1/locations/current', timezone)).status).toBe(200)
  })

  it('between the download and success: the same session confirms at the next server', {
    timeout: 300_000,
  }, async () => {
    const { env, serving, platform, connected } = await start(20)
    const before = oneC({ url: serving.address }, connected)
    const cookie = await before.signIn()
    expect((await before.ask('query', { cookie })).text).toContain('</КоммерческаяИнформация>')
    await platform.put('o-7', { comment: 'изменён' })
    serving.process.kill('SIGKILL')
    await serving.ended

    await using next = await startServing(env)
    const after = oneC({ url: next.address }, connected)
    expect((await after.ask('success', { cookie })).text).toBe('success')
    expect((await after.ask('success', { cookie })).text).toBe('success')
    expect(await after.exchange()).toEqual(['8'])
    expect(await after.exchange()).toEqual([])
  })

  it('between two parts of a success: the next query finds all confirmed, each once', {
    timeout: 300_000,
  }, async () => {
    const orders = 5001
    const { db, env, serving, connected } = await start(orders, {}, {})
    const before = oneC({ url: serving.address }, connected)
    const cookie = await before.signIn()
    expect(numbersIn(await before.ask('query', { cookie }))).toHaveLength(orders)
    await db.transaction(async tx => {
      // The second part waits for its only order.
      await tx.query('select from outbox_entry order by order_key desc limit 1 for update')
      const success = before.ask('success', { cookie }).catch(() => undefined)
      const begun = 'select from outbox_batch where confirmed_through > 0'
      await vi.waitUntil(async () => (await db.query(begun)).rows.length > 0, WITHIN)
      serving.process.kill('SIGKILL')
      await Promise.all([serving.ended, success])
    })

    await using next = await startServing(env)
    const after = oneC({ url: next.address }, connected)
    expect(await after.exchange()).toEqual([])
    expect((await after.ask('success', { cookie })).text).toBe('success')
    const { rows } = await db.query(
      `select count(*), count(distinct order_id) as orders, (select sum(orders_confirmed)::int from exchange_day) as counted
         from event where type = 'order.exported'`,
    )
    expect(rows).toEqual([{ count: orders, orders, counted: orders }])
  })
})

/** A 1C that has read one piece of its answer, and waits. */
async function readSlowly({ address }: Serving, { login, password }: Connected1C) {
  const cookie = await oneC({ url: address }, { login, password }).signIn()
  const headers = { cookie, authorization: basic(login, password) }
  const download = get(`${address}/1c?type=sale&mode=query`, { headers, agent: false })
  const [answer] = (await once(download, 'response')) as [IncomingMessage]
  const [piece] = (await once(
    answer.on('error', () => undefined),
    'data',
  )) as [Buffer]
  answer.pause()
  return { cookie, answer, piece }
}

type Acknowledged = Map<string, { number: string; comment: string; revision: number }>

/** Puts new orders and changes until the server is gone. */
async function postEndlessly(
  platform: Platform,
  name: string,
  acknowledged: Acknowledged,
  onAcknowledged: () => void,
): Promise<void> {
  for (let index = 0; ; index++) {
    const [id, comment] = [`${name}-${index % 50}`, `${index}-${Math.random()}`]
    try {
      const { status, body } = await platform.put(id, { comment })
      if (status >= 300) throw new Error(`${status}`)
      acknowledged.set(id, { number: body.numberIn1c, comment, revision: body.revision })
      onAcknowledged()
    } catch {
      // Whether this change was saved nobody was told.
      const last = acknowledged.get(id)
      if (last) acknowledged.set(id, { ...last, comment: `${last.comment}|${comment}` })
      return
    }
  }
}

/** A batch that is cut; its whole answer lines, the number of which it returns, count. */
async function postBatch(
  platform: Platform,
  name: string,
  acknowledged: Acknowledged,
  onAnswer: () => void,
): Promise<number> {
  const lines = Array.from({ length: BATCH }, (_, index) =>
    JSON.stringify(sampleOrder(platform.companyId, { id: `${name}-${index}`, comment: name })),
  )
  const answer = await fetch(`${platform.url}/api/v1/orders:batch`, {
    ...{ method: 'POST', body: lines.join('\n') },
    headers: { ...NDJSON, authorization: `Bearer ${platform.apiToken}` },
  }).catch(() => undefined)
  let text = ''
  try {
    for await (const piece of answer?.body ?? []) {
      text += Buffer.from(piece).toString('latin1')
      onAnswer()
    }
  } catch {
    // Cut, as it should be.
  }
  const whole = text
    .split('\n')
    .slice(0, -1)
    .filter(line => line !== '')
  for (const line of whole) {
    const { id, numberIn1c: number, revision, status } = JSON.parse(line)
    if (status === 201) acknowledged.set(id, { number, comment: name, revision })
  }
  return whole.length
}

async function expectKept(platform: Platform, acknowledged: Acknowledged): Promise<void> {
  for (const [id, { number, comment, revision }] of acknowledged) {
    const { body } = await platform.call('GET', `/api/v1/orders/${id}`)
    expect(body).toMatchObject({ id, numberIn1c: number })
    expect(body.revision).toBeGreaterThanOrEqual(revision)
    expect(comment.split('|')).toContain(body.comment)
  }
}

async function expectEachOnceIn1C(url: string, platform: Platform, connected: Connected1C): Promise<void> {
  const stored = new Set<string>()
  let cursor = ''
  do {
    const { body } = await platform.call('GET', `/api/v1/orders?limit=500${cursor}`)
    for (const { numberIn1c: number } of body.items) {
      expect(stored.has(number), `number ${number} twice`).toBe(false)
      stored.add(number)
    }
    cursor = body.next === null ? '' : `&cursor=${body.next}`
  } while (cursor)
  const base = createBase('bp', { detail: 'brief' })
  const exchange = () =>
    runExchange(base, { url: `${url}/1c`, login: connected.login, password: connected.password })
  let documents = 0
  for (;;) {
    const result = await exchange()
    expect(result.confirmed, result.summary).toBe(true)
    if (result.counts.documents === 0) break
    documents += result.counts.documents
  }
  expect(documents).toBe(stored.size)
  for (const number of stored) expect(documentsOf(base, number)).toHaveLength(1)
}
