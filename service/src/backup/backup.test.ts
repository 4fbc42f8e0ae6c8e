import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runObmen, startObmen } from '../../test/support/app/run-obmen.js'
import { describeOnEachPostgres, emptyDatabaseUrl, freshDatabase } from '../../test/support/databases.js'
import { dumpSchema } from '../../test/support/postgres/dump-schema.js'
import { fillEveryTable, fingerprint } from '../../test/support/postgres/sample-data.js'
import { changePartitions } from '../db/daily-tables.js'
import { type Database, openDatabase, singleClient } from '../db/database.js'
import { listMigrations, migrate, pendingMigrations } from '../db/migrate.js'
import { writeFile } from './backup-file.js'
import { takeBackup } from './take-backup.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const newFile = (): string => join(folder, `${randomBytes(6).toString('hex')}.backup`)
const backUp = (db: Database, file: string, ...words: string[]) =>
  runObmen(['backup', file, ...words], { DATABASE_URL: db.url })
const restore = (url: string, file: string, ...words: string[]) =>
  runObmen(['restore', file, ...words], { DATABASE_URL: url })
/** What a restore changes on purpose, and the record of backups. */
const CHANGED = [
  'integration',
  'integration_change',
  'company_counter',
  'user_session',
  'bulk_action',
  'backup',
]

async function rowsOf(db: Database): Promise<object> {
  const found = await fingerprint(db)
  return Object.fromEntries(Object.entries(found).filter(([name]) => !CHANGED.includes(name.split('.')[1]!)))
}

describeOnEachPostgres('a backup', pg => {
  let source: Database
  let file: string
  beforeAll(async () => {
    source = await pg.freshDatabase()
    await fillEveryTable(source)
    file = newFile()
    expect(await backUp(source, file)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/перечитана: .*заказов 4.*\n.*SECRET_KEY|secret\.key/),
    })
  })

  it('is restored with every row of every table into an empty database', async () => {
    const url = await pg.emptyDatabaseUrl()
    const restored = await restore(url, file)
    expect(restored).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Восстановлено строк') })
    expect(restored.stderr).toContain('заказов 4, локаций 1')
    await using target = openDatabase({ url, poolSize: 2 })
    expect(await rowsOf(target)).toEqual(await rowsOf(source))
    expect(await dumpSchema(target)).toBe(await dumpSchema(source))
    const { rows } = await target.query(
      `select (select bool_and(not enabled and restored_at is not null) from integration) as paused,
              (select count(*) from user_session) as sessions,
              (select count(*) from backup where ended_at is null) as begun,
              (select count(*) from bulk_action where state = 'running') as actions`,
    )
    expect(rows).toEqual([{ paused: true, sessions: 0, begun: 0, actions: 0 }])
  })

  it('holds up nobody: writers go on, and a partition that is due to go waits for the next sweep', async () => {
    const blocked = await pg.freshDatabase()
    await fillEveryTable(blocked)
    await using holder = openDatabase({ url: blocked.url, poolSize: 1 })
    const child = await holder.transaction(async tx => {
      await tx.query('lock table webhook in access exclusive mode')
      const running = startObmen(['backup', newFile()], { DATABASE_URL: blocked.url })
      await untilWaiting(blocked, 'webhook')
      await blocked.query(`update location set name = 'Во время копии'`)
      expect(await changePartitions(blocked, async () => {})).toBe(false)
      return running
    })
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(await changePartitions(blocked, async () => {})).toBe(true)
  })

  it('that was killed leaves no file of its name, and a killed restore an empty database; both are repeated', async () => {
    const killed = newFile()
    await using holder = openDatabase({ url: source.url, poolSize: 1 })
    await holder.transaction(async tx => {
      await tx.query('lock table webhook in access exclusive mode')
      const child = startObmen(['backup', killed], { DATABASE_URL: source.url })
      await untilWaiting(source, 'webhook')
      child.kill('SIGKILL')
      await once(child, 'exit')
    })
    expect(existsSync(killed)).toBe(false)
    expect(await backUp(source, killed)).toMatchObject({ exitCode: 0 })

    const url = await pg.emptyDatabaseUrl()
    const before = await look(url, async db => {
      await migrate(db)
      return fingerprint(db)
    })
    // No server of ours: a restore has the database to itself.
    const stranger = singleClient({ connectionString: url, application_name: 'stranger' })
    await stranger.connect()
    // Wanted when all rows are there, just before the commit.
    await stranger.query(`begin; select nextval('event_position')`)
    const child = startObmen(['restore', killed, '--yes'], { DATABASE_URL: url })
    await untilWaiting(stranger, 'event_position')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await stranger.query('rollback')
    await untilAlone(stranger)
    await stranger.end()
    expect(await look(url, fingerprint)).toEqual(before)
    expect(await restore(url, killed)).toMatchObject({ exitCode: 0 })
    expect(await look(url, rowsOf)).toEqual(await rowsOf(source))
  })
})

/** Without a connection that stays. */
async function look<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  await using db = openDatabase({ url, poolSize: 2 })
  return await work(db)
}

interface Asked {
  query(text: string): Promise<{ rowCount: number | null }>
}

async function untilWaiting(db: Asked, relation: string): Promise<void> {
  await untilNone(
    db,
    `select where not exists (
    select from pg_locks where not granted and relation = '${relation}'::regclass)`,
  )
}

const untilAlone = (db: Asked): Promise<void> =>
  untilNone(
    db,
    `select from pg_stat_activity where datname = current_database() and application_name = 'obmen copy'`,
  )

async function untilNone(db: Asked, statement: string): Promise<void> {
  for (let tries = 0; (await db.query(statement)).rowCount! > 0; tries++) {
    expect(tries, statement).toBeLessThan(600)
    await delay(100)
  }
}

describe('a file', () => {
  let source: Database
  let file: string
  const key = join(folder, 'key')
  beforeAll(async () => {
    source = await freshDatabase()
    await fillEveryTable(source)
    file = newFile()
    writeFileSync(key, randomBytes(32).toString('base64'))
    expect(await backUp(source, file, '--key-file', key)).toMatchObject({ exitCode: 0 })
  })
  afterAll(() => source[Symbol.asyncDispose]())

  it('of which one byte was changed, or the end is missing, is refused before anything is written', async () => {
    const whole = readFileSync(file)
    const url = await emptyDatabaseUrl()
    const changed = newFile()
    const places = [40, 0.1, 0.5, 0.9].map(at => (at < 1 ? Math.floor(whole.length * at) : at))
    for (const at of [...places, whole.length - 40, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1
      writeFileSync(changed, bytes)
      const refused = await restore(url, changed, '--key-file', key)
      expect(refused, String(at)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(changed) })
    }
    for (const length of [0, 30, 1000, whole.length - 1]) {
      writeFileSync(changed, whole.subarray(0, length))
      const refused = await restore(url, changed, '--key-file', key)
      expect(refused, String(length)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(changed) })
    }
    const tables = await look(url, db => db.query(`select from pg_class where relname = 'location'`))
    expect(tables.rowCount).toBe(0)
  })

  it('that is encrypted opens with its key alone, and shows no order', async () => {
    expect(readFileSync(file, 'latin1')).not.toContain('olv-17')
    const url = await emptyDatabaseUrl()
    expect(await restore(url, file)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('--key-file'),
    })
    const other = join(folder, 'other-key')
    writeFileSync(other, randomBytes(32).toString('base64'))
    const wrong = await restore(url, file, '--key-file', other)
    expect(wrong).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('другим ключом') })
    writeFileSync(other, 'short')
    expect((await restore(url, file, '--key-file', other)).stderr).toContain('32')
    expect(await restore(url, file, '--key-file', key)).toMatchObject({ exitCode: 0 })
  })

  it('is not replaced unless that is asked for', async () => {
    const before = readFileSync(file)
    const refused = await backUp(source, file)
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--force') })
    expect(readFileSync(file).equals(before)).toBe(true)
    const copy = newFile()
    writeFileSync(copy, 'old')
    expect(await backUp(source, copy, '--force')).toMatchObject({ exitCode: 0 })
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })

  it('of an older version is restored and brought up to date', async () => {
    const older = newFile()
    await look(await emptyDatabaseUrl(), async db => {
      await migrate(db, { upTo: '0018_backups' })
      await db.query(`insert into location (name, timezone) values ('Давняя', 'Europe/Moscow')`)
      await takeBackup(db.url, { file: older, version: '0.3.0' })
    })
    const url = await emptyDatabaseUrl()
    expect(await restore(url, older)).toMatchObject({ exitCode: 0 })
    expect(await look(url, pendingMigrations)).toEqual([])
    const { rows } = await look(url, db => db.query('select name from location'))
    expect(rows).toEqual([{ name: 'Давняя' }])

    const newer = await emptyDatabaseUrl()
    await look(newer, migrate)
    const refused = await restore(newer, older)
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('новее копии') })
  })

  it('is not restored over data, beside foreign tables, or from a newer version', async () => {
    const inUse = await restore(source.url, file, '--key-file', key)
    expect(inUse).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('остановите их') })
    const url = await emptyDatabaseUrl()
    expect(await restore(url, file, '--key-file', key)).toMatchObject({ exitCode: 0 })
    const before = await look(url, fingerprint)
    const held = await restore(url, file, '--key-file', key)
    expect(held).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('только в пустую') })
    expect(await look(url, fingerprint)).toEqual(before)

    const foreign = await emptyDatabaseUrl()
    await look(foreign, db => db.query('create table report (a int)'))
    const refused = await restore(foreign, file, '--key-file', key)
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('report') })

    const newer = newFile()
    const facts = { version: '9.0.0', takenAt: new Date().toISOString(), locations: 1, orders: 1 }
    const migrations = [...(await listMigrations()), '9999_flowers']
    await writeFile(newer, { ...facts, migrations }, (async function* () {})())
    const tooNew = await restore(await emptyDatabaseUrl(), newer)
    expect(tooNew).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/более новая.*9999_flowers/) })
  })
})
