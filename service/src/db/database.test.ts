import { expect, it } from 'vitest'
import { describeOnNewestPostgres, freshDatabase } from '../../test/support/databases.js'
import { openProxy } from '../../test/support/postgres/swallowing-proxy.js'
import { toAppError } from '../errors/to-app-error.js'
import { openDatabase } from './database.js'

const SILENCE_MS = 1000
const code = (error: unknown): string => toAppError(error).code

describeOnNewestPostgres('a database behind a proxy', pg => {
  const open = async (statementTimeoutMs: number) => {
    const { url } = await pg.freshDatabase()
    const proxy = await openProxy(url)
    const db = openDatabase({ url: proxy.url, poolSize: 3, statementTimeoutMs, silenceMs: SILENCE_MS })
    await Promise.all([1, 2, 3].map(() => db.query('select pg_sleep(0.1)')))
    return {
      proxy,
      db,
      async [Symbol.asyncDispose]() {
        await db[Symbol.asyncDispose]()
        await proxy[Symbol.asyncDispose]()
      },
    }
  }

  it('that lost the open connections costs one statement, and the next one is answered', async () => {
    await using it = await open(2000)
    it.proxy.swallowOpen()
    await expect(it.db.query('select 1').catch(code)).resolves.toBe('unavailable')
    expect((await it.db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('that answers nobody fails all statements long before their time', async () => {
    await using it = await open(600_000)
    it.proxy.swallowAll()
    const transaction = it.db.transaction(tx => tx.query('select 1')).catch(code)
    expect(await Promise.all([transaction, it.db.query('select 1').catch(code)])).toEqual([
      'unavailable',
      'unavailable',
    ])
    expect(await it.db.query('select 1').catch(code)).toBe('unavailable')
    it.proxy.passAgain()
    expect((await it.db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it.each([600_000, 0])(
    'that works on a long statement is waited for, with a limit of %s ms',
    async limit => {
      await using it = await open(limit)
      expect((await it.db.query(`select 1 as one from pg_sleep(${(3 * SILENCE_MS) / 1000})`)).rows).toEqual([
        { one: 1 },
      ])
    },
  )
})

it('instants are written in UTC, whatever the time zone of the database is', async () => {
  const db = await freshDatabase()
  await db.query(`do $$ begin
    execute format('alter database %I set timezone = ''Asia/Yekaterinburg''', current_database());
  end $$`)
  await using later = openDatabase({ url: db.url })
  const { rows } = await later.query(`select json_build_object('at', to_timestamp(0)) as json`)
  expect(rows).toEqual([{ json: { at: '1970-01-01T00:00:00+00:00' } }])
})

it('nothing is asked once the signal has aborted', async () => {
  await using db = openDatabase({ url: 'postgresql://127.0.0.1:9/none', poolSize: 1 })
  const stopped = db.until(AbortSignal.abort(new Error('stopped')))
  await expect(stopped.query('select 1')).rejects.toThrow('stopped')
})
