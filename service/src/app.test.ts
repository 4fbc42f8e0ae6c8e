import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../test/support/databases.js'
import { basic, type Connected, connect1c } from '../test/support/exchange.js'
import { TEST_SECRET_KEY } from '../test/support/secrets.js'
import { type App, createApp } from './app.js'
import { type Config, readConfig } from './config.js'
import type { Database } from './db/database.js'
import { createLog } from './log.js'

let db: Database
let one: Connected
beforeAll(async () => {
  db = await freshDatabase()
  one = await connect1c(db)
})
afterAll(() => db[Symbol.asyncDispose]())

async function start(settings: Partial<Config> = {}, database = db): Promise<App & { address: string }> {
  const config = {
    ...readConfig({ PORT: '0', DATABASE_URL: db.url, SECRET_KEY: TEST_SECRET_KEY }),
    ...settings,
  }
  const app = await createApp({ config, db: database, log: createLog('silent') })
  return { ...app, address: await app.listen() }
}

describe('the app', () => {
  it('serves health, the exchange, the API and pages at one address', async () => {
    await using app = await start()
    const get = (path: string, headers: Record<string, string> = {}) => fetch(app.address + path, { headers })
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    const checkauth = await get('/1c?type=sale&mode=checkauth', {
      authorization: basic(one.login, one.password),
    })
    expect(await checkauth.text()).toMatch(/^success\nobmen1c\n/)
    expect((await get('/api/v1/openapi.json')).status).toBe(200)
    const refused = await get('/api/v1/orders')
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ])
    const missing = await get('/nothing.js')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    expect(app.publicUrl()).toBe(app.address)
  })

  it('gives pages and answers to 1C a policy that browsers keep to', async () => {
    await using app = await start()
    const page = await fetch(`${app.address}/orders`, { headers: { accept: 'text/html' } })
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    const exchange = await fetch(`${app.address}/1c?type=sale&mode=checkauth`)
    expect(exchange.headers.get('content-security-policy')).toContain("base-uri 'none'")
    expect(exchange.headers.get('x-request-id')).toMatch(/./)
  })

  it('tells browsers of every answer not to guess its type, frame it or ask for it by http', async () => {
    await using app = await start({ publicUrl: 'https://example.ru/obmen' })
    const answers = await Promise.all([
      ...['/healthz', '/1c', '/%zz', '/nothing.js', '/api/v1/orders', '/api/v1/docs/'].map(path =>
        fetch(app.address + path),
      ),
      fetch(app.address, { headers: { 'x-large': 'x'.repeat(20_000) } }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 404, 401, 200, 431])
    for (const { headers, url } of answers) {
      expect(headers.get('x-content-type-options'), url).toBe('nosniff')
      expect(headers.get('strict-transport-security'), url).toBe('max-age=31536000')
      expect(headers.get('referrer-policy'), url).toBe('same-origin')
      expect(headers.get('content-security-policy'), url).toMatch(/object-src 'none'.*frame-ancestors 'none'/)
    }
  })

  it('is reached under the path of PUBLIC_URL, whether the proxy cuts it or not', async () => {
    await using app = await start({ publicUrl: 'https://example.ru/obmen' })
    for (const prefix of ['', '/obmen']) {
      expect((await fetch(`${app.address}${prefix}/healthz`)).status).toBe(200)
      expect((await fetch(`${app.address}${prefix}/api/v1/openapi.json`)).status).toBe(200)
      expect((await fetch(`${app.address}${prefix}/1c`)).status).toBe(401)
    }
    expect(app.publicUrl()).toBe('https://example.ru/obmen')
  })

  it('says 503 with Retry-After while the database is away, and that it is not ready', async () => {
    // Away from the moment that the app has started on.
    await using app = await start({}, { ...db, url: 'postgresql://nobody@127.0.0.1:1/none' })
    expect((await fetch(`${app.address}/healthz`)).status).toBe(200)
    expect((await fetch(`${app.address}/readyz`)).status).toBe(503)
    const orders = await fetch(`${app.address}/api/v1/orders`, { headers: { authorization: 'Bearer obm_x' } })
    expect([orders.status, orders.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('stays ready on a newer database, but not on one that lacks a migration', async () => {
    await using migrated = await freshDatabase()
    await using app = await start({}, migrated)
    const ready = async () => (await fetch(`${app.address}/readyz`)).status
    await migrated.query(`insert into schema_migration (name, run_on) values ('9999_of_the_future', now())`)
    expect(await ready()).toBe(200)
    await migrated.query(`delete from schema_migration where name = '0001_schema'`)
    expect(await ready()).toBe(503)
  })

  it('closes once, however often it is asked', async () => {
    const app = await start()
    await Promise.all([app.close(), app.close()])
    await expect(fetch(app.address)).rejects.toThrow()
  })
})
