import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { startServing } from '../../../test/support/app/serving.js'
import { emptyDatabaseUrl } from '../../../test/support/databases.js'
import { openDatabase } from '../../db/database.js'
import { migrate } from '../../db/migrate.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-copy-'))
const embedded = { DATA_DIR: join(folder, 'data') }
const setup = (location: string) => [
  ...['setup', '--location', location, '--timezone', 'Asia/Yekaterinburg'],
  ...['--company', 'ООО «Ромашка»', '--inn', '7707083893', '--kpp', '773601001'],
  ...['--admin-email', 'anna@example.ru', '--admin-password', 'dolgiy-parol-1', '--json'],
]

let apiToken: string
beforeAll(async () => {
  apiToken = JSON.parse((await runObmen(setup('Технопарк'), embedded)).stdout).apiToken
})
const mark = join(embedded.DATA_DIR, 'postgres/moved.json')
afterEach(() => rmSync(mark, { force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the embedded database moves to a PostgreSQL of one’s own, where its tokens work', async () => {
  const to = await emptyDatabaseUrl()
  const moved = await runObmen(['copy', '--to', to], embedded)
  expect(moved).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('DATABASE_URL') })
  expect(moved.stderr).toMatch(/^location: строк 1$/m)
  await using serving = await startServing({ DATABASE_URL: to })
  const authorization = `Bearer ${apiToken}`
  const answer = await fetch(`${serving.address}/api/v1/locations/current`, { headers: { authorization } })
  expect(await answer.json()).toMatchObject({ name: 'Технопарк' })
})

it('an embedded database that was moved is opened to nobody until its mark is deleted', async () => {
  const to = new URL(await emptyDatabaseUrl())
  expect(await runObmen(['copy', '--to', to.href], embedded)).toMatchObject({ exitCode: 0 })
  const refused = {
    exitCode: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`${to.host}${to.pathname}: .*DATABASE_URL.*${mark}`)),
  }
  for (const words of [['pause', '--all'], ['serve'], ['migrate']])
    expect(await runObmen(words, embedded), words[0]).toMatchObject(refused)
  const check = await runObmen(['check'], embedded)
  expect(check).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(to.host + to.pathname) })
  expect(readFileSync(mark, 'utf8')).not.toContain(to.password)

  rmSync(mark)
  expect(await runObmen(['pause', '--all'], embedded)).toMatchObject({ exitCode: 0 })
})

it('a second copy into the same database is refused with the remedy', async () => {
  const to = await emptyDatabaseUrl()
  expect(await runObmen(['copy', '--to', to], embedded)).toMatchObject({ exitCode: 0 })
  const again = await runObmen(['copy', '--to', to], embedded)
  expect(again).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringMatching(/уже есть данные.*create database/),
  })
  expect(again.stderr.trim().split('\n')).toHaveLength(1)
})

it('nothing is copied while serve runs on the data folder', async () => {
  const to = await emptyDatabaseUrl()
  await using serving = await startServing(embedded)
  const refused = await runObmen(['copy', '--to', to], embedded)
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`процесс ${serving.pid}`) })
})

it('nothing is copied while serve runs on the source database, wherever it is', async () => {
  const source = { DATABASE_URL: await emptyDatabaseUrl() }
  await runObmen(setup('Другой'), source)
  const words = ['copy', '--to', await emptyDatabaseUrl()]
  {
    await using _ = await startServing(source)
    const refused = await runObmen(words, source)
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/остановите obmen serve/) })
  }
  expect(await runObmen(words, source)).toMatchObject({ exitCode: 0 })
})

it('a data folder without a database is refused by what needs one, and stays as it is', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'))
  const orders = join(folder, 'orders.ndjson')
  writeFileSync(orders, '')
  const account = ['--email', 'anna@example.ru', '--password', 'dolgiy-parol-1']
  for (const words of [
    ['copy', '--to', await emptyDatabaseUrl()],
    ['pause', '--all'],
    ['password', ...account],
    ['operator', 'add', ...account],
    ['orders', 'import', orders],
    ['1c', 'inspect', orders, '--integration', '00000000-0000-4000-8000-000000000000'],
  ]) {
    const run = await runObmen(words, { DATA_DIR: empty })
    expect(run, words.join(' ')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('DATA_DIR') })
    expect(readdirSync(empty)).toEqual([])
  }
})

it('an address that is none is wrong usage, and its password is not repeated', async () => {
  const run = await runObmen(['copy', '--to', 'mysql://u:topsecret@h/d'], embedded)
  expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/--to/) })
  expect(run.stderr).not.toContain('topsecret')
})

it('a target that does not answer is blamed by its option, not by DATABASE_URL', async () => {
  const run = await runObmen(['copy', '--to', 'postgresql://127.0.0.1:9/obmen'], embedded)
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/назначения.*--to/) })
  expect(run.stderr).not.toContain('DATABASE_URL')
})

it('a target that is the source is refused', async () => {
  const source = await emptyDatabaseUrl()
  await runObmen(setup('Третий'), { DATABASE_URL: source })
  const run = await runObmen(['copy', '--to', source], { DATABASE_URL: source })
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('уже есть данные') })
  await using db = openDatabase({ url: source, poolSize: 1 })
  expect((await db.query('select from location')).rowCount).toBe(1)
})

describe('a target with somebody else’s tables', () => {
  const relations = async (url: string) => {
    await using db = openDatabase({ url, poolSize: 1 })
    const { rows } = await db.query<{ name: string }>(
      `select format('%s %s', relkind, relname) as name from pg_class where relnamespace = 'public'::regnamespace order by 1`,
    )
    return rows.map(({ name }) => name)
  }
  it.each([
    ['of a name that Obmen has too', 'create table company (a int)', 'company'],
    ['of another name', 'create table report (a int generated always as identity)', 'report'],
    ['that are no tables but a view', 'create view orders_of_the_day as select 1 as a', 'orders_of_the_day'],
    ['that are partitioned', 'create table sales (a int) partition by range (a)', 'sales'],
  ])('is blamed by its name and theirs, and stays as it was: %s', async (_how, statement, table) => {
    const to = await emptyDatabaseUrl()
    {
      await using db = openDatabase({ url: to, poolSize: 1 })
      await db.query(statement)
    }
    const before = await relations(to)
    const refused = await runObmen(['copy', '--to', to], embedded)
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' })
    const database = new URL(to).pathname.slice(1)
    expect(refused.stderr).toContain(`В базе назначения «${database}» уже есть чужие таблицы (${table})`)
    expect(refused.stderr).not.toMatch(/исходн|DATABASE_URL/i)
    expect(await relations(to)).toEqual(before)
  })

  it('is blamed also when it was migrated before they came', async () => {
    const to = await emptyDatabaseUrl()
    {
      await using db = openDatabase({ url: to, poolSize: 1 })
      await migrate(db)
      await db.query('create table report (a int)')
    }
    const refused = await runObmen(['copy', '--to', to], embedded)
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('чужие таблицы (report)') })
  })
})
