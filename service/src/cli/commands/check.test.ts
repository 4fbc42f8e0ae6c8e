import { mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { emptyDatabaseUrl } from '../../../test/support/databases.js'
import { openPooler } from '../../../test/support/postgres/transaction-pooler.js'
import { openDatabase } from '../../db/database.js'

/** This machine as another one sees it. */
const outward = Object.values(networkInterfaces())
  .flatMap(addresses => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

const folder = mkdtempSync(join(tmpdir(), 'obmen-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let env: { DATABASE_URL: string }
beforeAll(async () => {
  env = { DATABASE_URL: await emptyDatabaseUrl() }
  expect(await runObmen(['migrate'], env)).toMatchObject({ exitCode: 0 })
})

describe('check', () => {
  it('finds a good installation good', async () => {
    expect(await runObmen(['check'], env)).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.not.stringContaining('!'),
    })
  })

  it('says that tables are missing and how to get them', async () => {
    const run = await runObmen(['check'], { DATABASE_URL: await emptyDatabaseUrl() })
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^! .*obmen migrate/m) })
  })

  it('finds more connections in the pools than the database allows', async () => {
    expect(await runObmen(['check'], { ...env, DATABASE_POOL_SIZE: '900' })).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^! Серверу нужно до 916 соединений .* а база разрешает \d+ /m),
    })
  })

  it('counts the limits of the role and of the database, too', async () => {
    const url = await emptyDatabaseUrl()
    await runObmen(['migrate'], { DATABASE_URL: url })
    await using db = openDatabase({ url, poolSize: 1 })
    await db.query(`alter database ${new URL(url).pathname.slice(1)} connection limit 30`)
    expect(await runObmen(['check'], { DATABASE_URL: url })).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^! .* а база разрешает 30 .*alter database/m),
    })
  })

  it('says that no connection is left, not that the database is down', async () => {
    const url = await emptyDatabaseUrl()
    await using db = openDatabase({ url, poolSize: 1 })
    await db.query(`alter database ${new URL(url).pathname.slice(1)} connection limit 1`)
    const { stdout } = await runObmen(['check'], { DATABASE_URL: url })
    expect(stdout).toMatch(/^! База данных не даёт больше соединений/m)
  })

  it('prints with --json one array for a monitoring', async () => {
    const good = await runObmen(['check', '--json'], env)
    expect(good).toMatchObject({ exitCode: 0, stderr: '' })
    const results = JSON.parse(good.stdout) as { code: string; ok: boolean; text: string }[]
    expect(results.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['variables', 'database', 'migrations', 'connections', 'journal', 'clock']),
    )
    expect(results.every(({ ok, text }) => ok && text !== '')).toBe(true)
    const bad = await runObmen(['check', '--json'], { DATABASE_URL: 'postgresql://127.0.0.1:9/obmen' })
    expect(bad.exitCode).toBe(1)
    expect(JSON.parse(bad.stdout)).toContainEqual({ code: 'database', ok: false, text: expect.any(String) })
  })

  it('names variables that look like ours and are none, and no others', async () => {
    const more = {
      EVENTS_KEEP_DAY: '7',
      DATABASE_URL_FIL: '/x',
      PUBLIC_URL_FILE: '/x',
      OBMEN_LOG_LEVEL: 'debug',
      SORT: 'x',
      HOSTS: 'x',
    }
    const { exitCode, stdout } = await runObmen(['check'], { ...env, ...more })
    expect([exitCode, /^! .*ни на что не влияют: (.*?)\. /m.exec(stdout)?.[1]]).toEqual([
      1,
      'EVENTS_KEEP_DAY (может быть, EVENTS_KEEP_DAYS), ' +
        'DATABASE_URL_FIL (может быть, DATABASE_URL_FILE), PUBLIC_URL_FILE (может быть, PUBLIC_URL), ' +
        'OBMEN_LOG_LEVEL (может быть, LOG_LEVEL)',
    ])
  })

  it('knows a pooler that lends its connections for a transaction', async () => {
    await using pooler = await openPooler(env.DATABASE_URL)
    expect(await runObmen(['check'], { DATABASE_URL: pooler.url })).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^! .*PgBouncer/m),
    })
  })

  it.runIf(outward)('names a connection to another host that is not encrypted', async () => {
    await using proxy = await openPooler(env.DATABASE_URL, outward)
    const { stdout } = await runObmen(['check', '--json'], { DATABASE_URL: proxy.url })
    expect(JSON.parse(stdout)).toContainEqual({
      ...{ code: 'tls', ok: expect.any(Boolean) },
      text: expect.stringMatching(new RegExp(`${outward} не зашифровано`)),
    })
  })

  it('tells a clock that differs from the database’s, and does not call it right as well', async () => {
    await using db = openDatabase({ url: env.DATABASE_URL, poolSize: 1 })
    await db.query(`insert into journal_entry (at, address, method, url, request_headers, outcome)
      values (now() + interval '1 hour', '', 'GET', '/1c', '{}', 'done')`)
    const { exitCode, stdout } = await runObmen(['check'], env)
    expect([exitCode, stdout.match(/час[ыо].*/g)?.length]).toEqual([1, 1])
    await db.query('delete from journal_entry')
  })

  it('goes on after the first fault', async () => {
    const run = await runObmen(['check'], { DATABASE_URL: 'postgresql://127.0.0.1:9/obmen' })
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^! .*DATABASE_URL[\s\S]*^\+ /m) })
  })

  it('does not make an embedded database that is not there yet', async () => {
    const run = await runObmen(['check'], { DATA_DIR: join(folder, 'none') })
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('obmen setup') })
  })
})
