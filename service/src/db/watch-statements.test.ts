import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { openProxy, type SwallowingProxy } from '../../test/support/postgres/swallowing-proxy.js'
import { type Database, openDatabase } from './database.js'

/** A new connection must be available within it, on a busy machine too. */
const SILENCE_MS = 2000

describeOnEachPostgres('a silent database', pg => {
  /** A pool behind a proxy of its own. */
  const open = async (
    silenceMs = SILENCE_MS,
  ): Promise<AsyncDisposable & { proxy: SwallowingProxy; db: Database }> => {
    const direct = await pg.freshDatabase()
    const proxy = await openProxy(direct.url)
    const db = openDatabase({ url: proxy.url, poolSize: 5, silenceMs })
    return {
      proxy,
      db,
      async [Symbol.asyncDispose]() {
        await db[Symbol.asyncDispose]()
        await proxy[Symbol.asyncDispose]()
      },
    }
  }
  const fill = (db: Database) =>
    Promise.all(Array.from({ length: 5 }, () => db.query('select pg_sleep(0.05)')))

  it.concurrent('is noticed where a connection died without a word, and the other old connections are not tried', async () => {
    await using silent = await open()
    const { proxy, db } = silent
    await fill(db)
    proxy.swallowOpen()
    await expect(db.query('select 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    for (let turn = 0; turn < 5; turn++)
      expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it.concurrent('is noticed in the middle of a transaction, whose connection is not used again', async () => {
    await using silent = await open()
    const { proxy, db } = silent
    const broken = db.transaction(async tx => {
      await tx.query('select 1')
      proxy.swallowOpen()
      await tx.query('select 2')
    })
    await expect(broken).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(await db.transaction(tx => tx.query('select 1 as one'))).toMatchObject({ rows: [{ one: 1 }] })
  })

  it.concurrent('holds no lock of a transaction whose answers a proxy swallowed', async () => {
    await using silent = await open()
    const { proxy, db } = silent
    await using strict = openDatabase({
      url: proxy.url,
      silenceMs: SILENCE_MS,
      lockTimeoutMs: 3 * SILENCE_MS,
    })
    await db.query('create table t (a int)')
    const broken = db.transaction(async tx => {
      await tx.query('lock table t')
      proxy.swallowOpen()
      await tx.query('select 2')
    })
    await expect(broken).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect((await strict.query('insert into t values (1)')).rowCount).toBe(1)
  })

  it.concurrent('is noticed while rows are copied in', async () => {
    await using silent = await open()
    const { proxy, db } = silent
    await db.query('create table t (a text)')
    proxy.swallowOpen()
    await expect(db.copyIn('copy t (a) from stdin', 'x\n')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(await db.copyIn('copy t (a) from stdin', 'x\n')).toBe(1)
  })

  it.concurrent('refuses while nothing at all gets through, and serves again once it does', async () => {
    await using silent = await open()
    const { proxy, db } = silent
    await fill(db)
    proxy.swallowAll()
    const refused = await Promise.allSettled(Array.from({ length: 8 }, () => db.query('select 1')))
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 'rejected'))
    proxy.passAgain()
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it.concurrent('is not suspected of a statement that merely takes long, or waits for another', async () => {
    const silenceMs = 5000
    await using silent = await open(silenceMs)
    const { db } = silent
    await db.query('create table t (a int)')
    const [long, , waiting] = await Promise.all([
      db.query(`select pg_sleep(${(silenceMs * 2) / 1000}), 'done' as said`),
      db.transaction(async tx => {
        await tx.query('lock table t')
        await delay(silenceMs * 2)
      }),
      db.query('insert into t values (1)'),
    ])
    expect(long.rows).toMatchObject([{ said: 'done' }])
    expect(waiting.rowCount).toBe(1)
  })

  it.concurrent('does not keep a pool from being closed', async () => {
    await using silent = await open()
    const { proxy } = silent
    const db = openDatabase({ url: proxy.url, poolSize: 5, silenceMs: SILENCE_MS })
    await fill(db)
    proxy.swallowAll()
    await db[Symbol.asyncDispose]()
  })

  it.concurrent('loses no notice for good: whoever listens connects anew', async ({ expect }) => {
    await using silent = await open()
    const { proxy, db } = silent
    const heard: string[] = []
    await using _listening = await db.listen('channel', payload => heard.push(payload))
    const before = proxy.opened()
    proxy.swallowOpen()
    await expect.poll(() => proxy.opened(), { timeout: 60_000 }).toBeGreaterThan(before)
    await expect
      .poll(
        async () => {
          await db.query(`select pg_notify('channel', 'here')`).catch(() => undefined)
          return heard
        },
        { timeout: 60_000 },
      )
      .toContain('here')
  })

  it.concurrent('ends sessions that we forgot, and says so in words of its own', async () => {
    await using silent = await open()
    const { proxy } = silent
    await using strict = openDatabase({
      url: proxy.url,
      statementTimeoutMs: 2000,
      lockTimeoutMs: 100,
      idleTransactionMs: 100,
    })
    await expect(strict.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' })
    const idle = strict.transaction(async tx => {
      await tx.query('select 1')
      await delay(500)
      await tx.query('select 2')
    })
    await expect(idle).rejects.toThrow()
    const { rows } = await strict.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
        where name in ('tcp_user_timeout', 'tcp_keepalives_idle', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      idle_in_transaction_session_timeout: '100',
      lock_timeout: '100',
      tcp_keepalives_idle: '30',
      tcp_user_timeout: '60000',
    })
  })

  it.concurrent('fails no other caller where a statement can not be canceled', async ({ expect }) => {
    await using silent = await open()
    const { proxy } = silent
    await using db = openDatabase({ url: proxy.url, poolSize: 1 })
    await db.query('create table t (a int)')
    const stopping = new AbortController()
    const answers = await silent.db.transaction(async tx => {
      await tx.query('lock table t')
      const canceled = db.until(stopping.signal).query('insert into t values (1)')
      const next = db.query('select 1 as one')
      const settled = Promise.allSettled([canceled, next])
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await expect.poll(async () => (await tx.query(waiting)).rowCount, { timeout: 60_000 }).toBe(1)
      const before = proxy.opened()
      proxy.swallowNew()
      stopping.abort()
      await expect.poll(() => proxy.opened(), { timeout: 60_000 }).toBeGreaterThan(before)
      proxy.passAgain()
      return { settled }
    })
    const [, next] = await answers.settled
    expect(next).toMatchObject({ value: { rows: [{ one: 1 }] } })
  })
})
