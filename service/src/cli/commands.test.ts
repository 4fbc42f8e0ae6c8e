import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROGRAM, runObmen, startProgram } from '../../test/support/app/run-obmen.js'
import { emptyDatabaseUrl } from '../../test/support/databases.js'
import { openDatabase } from '../db/database.js'

const SETUP = [
  ...['setup', '--location', 'Технопарк «Заречный»', '--timezone', 'Asia/Yekaterinburg'],
  ...['--company', 'ООО «Ромашка»', '--inn', '7707083893', '--kpp', '773601001'],
  ...['--admin-email', 'anna@example.ru', '--admin-password', 'dolgiy-parol-1', '--json'],
]
const folder = mkdtempSync(join(tmpdir(), 'obmen-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let env: { DATABASE_URL: string }
beforeAll(async () => {
  env = { DATABASE_URL: await emptyDatabaseUrl() }
})

it('--version says the version, and the commit where git knows it', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const { status, stdout: commit } = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], {
    encoding: 'utf8',
  })
  const said = status === 0 ? `${version} (${commit.trim()})\n` : `${version}\n`
  expect(await runObmen(['--version'])).toMatchObject({ exitCode: 0, stdout: said })
})

it('migrate --dry-run lists what is missing and changes nothing', async () => {
  const database = { DATABASE_URL: await emptyDatabaseUrl() }
  for (const _ of [1, 2]) {
    const listed = await runObmen(['migrate', '--dry-run'], database)
    expect(listed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('0001_schema') })
  }
  expect(await runObmen(['migrate'], database)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('0001_schema'),
  })
  expect(await runObmen(['migrate'], database)).toMatchObject({
    exitCode: 0,
    stdout: expect.not.stringContaining('0001'),
  })
})

describe('setup', () => {
  it('makes tables and location, prints one JSON object, and is refused for the same name', async () => {
    const first = await runObmen(SETUP, env)
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(first.stdout)).toEqual({
      locationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      companyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      apiToken: expect.stringMatching(/^obm_/),
    })
    const second = await runObmen(SETUP, env)
    expect(second).toMatchObject({ exitCode: 1, stdout: '' })
    expect(second.stderr).toMatch(/^[^\n]*«Технопарк «Заречный»» уже есть[^\n]*\n$/)
  })

  it('with --operator the administrator runs the whole system, too', async () => {
    const words = SETUP.map(word => (word === 'anna@example.ru' ? 'both@example.ru' : word))
    const database = { DATABASE_URL: await emptyDatabaseUrl() }
    expect(await runObmen([...words, '--operator'], database)).toMatchObject({ exitCode: 0 })
    await using db = openDatabase({ url: database.DATABASE_URL, poolSize: 1 })
    const { rows } = await db.query<{ role: string }>('select role from user_role order by role')
    expect(rows.map(({ role }) => role)).toEqual(['location-administrator', 'system-operator'])
  })

  it('names the option that is wrong, and leaves nothing behind', async () => {
    const wrong = SETUP.map(word =>
      word === 'Asia/Yekaterinburg' ? 'Ural' : word === '7707083893' ? '12' : word,
    )
    const run = await runObmen([...wrong, '--location', 'Другая'], env)
    expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/--timezone|--inn/) })
    await using db = openDatabase({ url: env.DATABASE_URL, poolSize: 1 })
    expect((await db.query(`select from location where name = 'Другая'`)).rowCount).toBe(0)
  })
})

describe('operator add', () => {
  const add = (email: string, password: string) =>
    runObmen(['operator', 'add', '--email', email, '--password', password], env)

  it('lets a new person run the system, and changes nothing the second time', async () => {
    const first = await add('Oleg@example.ru', 'dolgiy-parol-2')
    expect(first).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringContaining('Системный оператор'),
    })
    const second = await add('oleg@example.ru', 'dolgiy-parol-2')
    expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('ничего не изменилось') })
    await using db = openDatabase({ url: env.DATABASE_URL, poolSize: 1 })
    const { rows } = await db.query(
      `select u.email, r.location_id from user_role r join user_account u on u.id = r.user_id where r.role = 'system-operator'`,
    )
    expect(rows).toEqual([{ email: 'oleg@example.ru', location_id: null }])
  })

  it('gives nobody the account of another: another password of an address is another account', async () => {
    await add('maria@example.ru', 'dolgiy-parol-3')
    const other = await add('maria@example.ru', 'chuzhoy-parol')
    expect(other).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('новая учётная запись') })
  })

  it('names the option that is wrong', async () => {
    const run = await add('oleg', 'x'.repeat(201))
    expect(run).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/--email.*--password/),
    })
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('password', () => {
  it('gives a person a new one, or names the option that is wrong', async () => {
    const give = (email: string) =>
      runObmen(['password', '--email', email, '--password', 'drugoy-parol-9'], env)
    expect(await give('anna@example.ru')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await give('nobody@example.ru')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/--email.*nobody@example\.ru/),
    })
  })

  it('of an address with several accounts changes only the one that is named', async () => {
    const give = (...more: string[]) =>
      runObmen(['password', '--email', 'maria@example.ru', '--password', 'drugoy-parol-9', ...more], env)
    const refused = await give()
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--account') })
    const ids = refused.stderr.match(/[0-9a-f-]{36}(?= \(без имени, системный оператор\))/g)!
    expect(ids).toHaveLength(2)
    expect(await give('--account', ids[1]!)).toMatchObject({ exitCode: 0, stderr: '' })
    await using db = openDatabase({ url: env.DATABASE_URL, poolSize: 1 })
    const { rows } = await db.query(
      `select count(distinct split_part(password_hash, '$', 5)) as salts, count(distinct password_hash) as hashes
         from user_account where email = 'maria@example.ru'`,
    )
    expect(rows).toEqual([{ salts: 1, hashes: 2 }])
    expect(await give('--account', 'x')).toMatchObject({ exitCode: 2 })
  })
})

describe('a password', () => {
  const add = (email: string, words: string[], input?: string) =>
    runObmen(['operator', 'add', '--email', email, ...words], env, input)
  const done = { exitCode: 0, stderr: '' }

  it('comes by standard input or from a file, of which the first line counts', async () => {
    expect(await add('stdin@example.ru', ['--password-stdin'], 'dolgiy-parol-4\n')).toMatchObject(done)
    const file = join(folder, 'password')
    writeFileSync(file, 'dolgiy-parol-4\n')
    const again = await add('stdin@example.ru', ['--password-file', file])
    expect(again).toMatchObject({ ...done, stdout: expect.stringContaining('ничего не изменилось') })
    const words = SETUP.map(word => (word === 'Технопарк «Заречный»' ? 'По файлу' : word))
    const at = words.indexOf('--admin-password')
    words.splice(at, 2, '--admin-password-file', file)
    expect(await runObmen(words, env)).toMatchObject(done)
  })

  it('that is missing, given twice or unreadable is wrong usage', async () => {
    const usage = (named: RegExp) => ({ exitCode: 2, stdout: '', stderr: expect.stringMatching(named) })
    expect(await add('a@example.ru', [])).toMatchObject(usage(/--password-file.*--password-stdin/))
    const both = ['--password', 'x', '--password-stdin']
    expect(await add('a@example.ru', both, 'x')).toMatchObject(usage(/несколько раз/))
    expect(await add('a@example.ru', ['--password-file', '/none'])).toMatchObject(usage(/\/none/))
    const pull = ['1c', 'pull', '--url', 'http://127.0.0.1:9/1c', '--login', 'kassa', '--client', 'bp']
    expect(await runObmen(pull)).toMatchObject(usage(/--password-stdin/))
  })

  it.runIf(process.platform === 'linux')('is asked for at a terminal, which does not show it', async () => {
    const command = `${process.execPath} ${PROGRAM} operator add --email typed@example.ru`
    const child = startProgram('script', ['-qec', command, '/dev/null'], env)
    let shown = ''
    for await (const piece of child.stdout!) {
      if (!shown.includes('Пароль:') && (shown + String(piece)).includes('Пароль:'))
        child.stdin!.write('dolgiy-parol-5\r')
      shown += String(piece)
    }
    expect(shown).toContain('новая учётная запись')
    expect(shown).not.toContain('dolgiy-parol-5')
  })
})

describe('orders import', () => {
  const order = (id: string, companyId: string, total = '100.00') =>
    JSON.stringify({
      ...{ id, companyId, placedAt: '2026-11-17T12:15:07+05:00', status: 'purchased', currency: 'RUB' },
      customer: { id: 'c-1', kind: 'person', firstName: 'Анна', lastName: 'Петрова' },
      lines: [
        {
          id: 'l-1',
          name: 'Услуга',
          kind: 'service',
          quantity: '1',
          price: '100.00',
          amount: '100.00',
          vat: 'none',
        },
      ],
      ...{ vatIncluded: true, total, payments: [] },
    })

  it('saves the good lines, names the bad ones by number, and doubles nothing when repeated', async () => {
    await using db = openDatabase({ url: env.DATABASE_URL, poolSize: 1 })
    const { rows } = await db.query<{ id: string }>('select id from company')
    const company = rows[0]!.id
    const stranger = '00000000-0000-4000-8000-000000000000'
    const lines = [
      order('a', company),
      '{"id":',
      '',
      order('b', company, '99.00'),
      order('c', stranger),
      order('d', company).replace('Услуга', 'Другая услуга'),
    ]
    const file = join(folder, 'orders.ndjson')
    writeFileSync(file, lines.join('\n'))

    const first = await runObmen(['orders', 'import', file], env)
    expect(first).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('новых заказов: 2') })
    expect(first.stderr.match(/^строка \d+/gm)).toEqual(['строка 2', 'строка 4', 'строка 5'])
    expect(first.stderr).toMatch(/^предупреждение, строка 6: .*«l-1».*«Услуга».*«Другая услуга»/m)
    expect(first.stdout).toContain('с предупреждениями: 1')
    const second = await runObmen(['orders', 'import', '-'], env, lines.join('\n'))
    expect(second.stdout).toContain('новых заказов: 0, изменённых: 0, без изменений: 2')
    expect((await db.query<{ id: string }>('select id from sale_order order by id')).rows).toEqual([
      { id: 'a' },
      { id: 'd' },
    ])
  })

  it('says which file cannot be read', async () => {
    const run = await runObmen(['orders', 'import', join(folder, 'absent.ndjson')], env)
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('absent.ndjson') })
  })
})

describe('1c pull', () => {
  it('tells as one JSON object why nothing was loaded, and fails', async () => {
    const address = ['--url', 'http://127.0.0.1:9/1c', '--login', 'kassa', '--password', 'secret']
    const run = await runObmen(['1c', 'pull', ...address, '--client', 'bp', '--json'])
    expect(run.exitCode).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({ client: 'bp', ok: false, outcome: 'not-authorised' })
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('1c push', () => {
  const address = ['--url', 'http://127.0.0.1:9/1c', '--login', 'sklad', '--password', 'secret']

  it.each([
    ['an action that is none', ['--client', 'ut', '--do', 'post,fly'], '«fly»'],
    ['a 1C that uploads nothing', ['--client', 'bp'], '--client'],
    ['no number', ['--client', 'ut', '--catalogue', 'many'], '--catalogue «many»'],
    ['an order that is not there', ['--client', 'ut', '--no-pull', '--numbers', '7'], '1С нет ни одного'],
  ])('with %s is wrong usage', async (_, words, named) => {
    const run = await runObmen(['1c', 'push', ...address, ...words])
    expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(named) })
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })

  it('keeps its base in a file, and refuses a file that is none', async () => {
    const base = join(folder, 'base.json')
    const run = await runObmen(['1c', 'pull', ...address, '--client', 'ut', '--base', base])
    expect(run.exitCode).toBe(1)
    expect(JSON.parse(readFileSync(base, 'utf8'))).toMatchObject({ client: 'ut', documents: [] })
    const other = await runObmen(['1c', 'push', ...address, '--client', 'unf', '--base', base])
    expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('другой конфигурации') })
    writeFileSync(base, '{}')
    const wrong = await runObmen(['1c', 'push', ...address, '--client', 'ut', '--base', base])
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('base.json') })
  })
})

describe('a command', () => {
  it.each(
    [
      [],
      ['setup'],
      ['serve'],
      ['migrate'],
      ['check'],
      ['copy'],
      ['pause'],
      ['password'],
      ['demo'],
      ['operator'],
      ['operator', 'add'],
      ['orders'],
      ['orders', 'import'],
      ['1c'],
      ['1c', 'pull'],
      ['1c', 'push'],
      ['1c', 'inspect'],
    ].map(words => [words.join(' '), words] as const),
  )('obmen %s has its help, in Russian', async (_, words) => {
    const run = await runObmen([...words, '--help'])
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout.startsWith(['Вызов: obmen', ...words].join(' '))).toBe(true)
    expect(run.stdout).not.toMatch(/Usage|Options|\[options\]|\[command\]/)
  })

  it.each([
    ['without what it needs', ['setup'], '--location'],
    ['with an unknown option', ['migrate', '--fast'], '--fast'],
    ['that does not exist', ['sreve'], 'sreve'],
    ['without its file', ['orders', 'import'], 'obmen orders import --help'],
    ['with one argument too many', ['check', 'all'], 'obmen check --help'],
  ])('%s is wrong usage', async (_, words, named) => {
    const run = await runObmen(words)
    expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(named) })
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })

  it.runIf(process.platform === 'linux')('says that too few files may be open', async () => {
    const command = ['-c', 'ulimit -n 40; exec "$0" "$@"', process.execPath, PROGRAM, 'serve']
    const child = startProgram('/bin/sh', command, env)
    let said = ''
    for await (const piece of child.stderr!) said += String(piece)
    expect(said).toMatch(/^Исчерпан предел открытых файлов[^\n]*ulimit -n[^\n]*\n$/)
  })

  it('refuses a wrong environment before it does anything', async () => {
    const run = await runObmen(['migrate'], { PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: join(folder, 'none') })
    expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/PORT.*LOG_LEVEL/) })
  })

  it('says so when the database does not answer or does not let it in', async () => {
    const down = await runObmen(['migrate'], { DATABASE_URL: 'postgresql://127.0.0.1:9/obmen' })
    expect(down).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('не отвечает') })
    const wrong = new URL(env.DATABASE_URL)
    wrong.pathname = '/no_such_database'
    // A server that trusts whoever connects does not look at it.
    wrong.password ||= 'not-to-be-shown'
    const refused = await runObmen(['migrate'], { DATABASE_URL: wrong.href })
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/не пускает.*no_such_database/),
    })
    expect(refused.stderr).not.toContain(wrong.password)
  })
})
