import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseOwner, NOBODY } from '../src/db/embedded/account.js'
import { type DataDirs, killPostgres, openDataDirs, postgresOf } from './support/postgres/data-dir.js'
import { ask, canContain, holdServer, PROGRAM_PATH } from './support/postgres/holder.js'
import { openOldCluster } from './support/postgres/old-cluster.js'

/** `daemon`, which every Linux has: an account of its own, as that of an ordinary user. */
const USER = 1
const isRoot = process.getuid?.() === 0
const userReads = isRoot && spawnSync('test', ['-r', PROGRAM_PATH], { uid: USER, gid: USER }).status === 0
const WITHIN = { timeout: 60_000, interval: 50 }

let dirs: DataDirs
let dataDir: string
beforeAll(async () => {
  dirs = await openDataDirs()
})
beforeEach(() => {
  dataDir = dirs.ready()
})
afterEach(() => killPostgres(dataDir))
afterAll(() => dirs[Symbol.asyncDispose]())

const cluster = (): string => join(dataDir, 'postgres/cluster')
const isGone = (pid: number): Promise<unknown> =>
  vi.waitUntil(() => !existsSync(`/proc/${pid}/cmdline`) || postgresOf(dataDir) !== pid, WITHIN)

it('a server whose owner was killed runs on, and whoever comes next uses it', async () => {
  const owner = await holdServer(dataDir, 'serve')
  await ask(owner.url, 'create table kept as select 42 as answer')
  await owner.kill()
  expect(await ask(owner.url, 'select answer from kept')).toBe(42)
  const next = await holdServer(dataDir, 'serve')
  expect(next.url).toBe(owner.url)
  await next.finish()
  expect(postgresOf(dataDir)).toBeUndefined()
})

it('commands that come at once to an empty folder share one server', async () => {
  dataDir = dirs.empty()
  const holders = await Promise.all([1, 2, 3].map(() => holdServer(dataDir)))
  expect(new Set(holders.map(holder => holder.url)).size).toBe(1)
  expect(await ask(holders[0]!.url)).toBe(1)
  await Promise.all(holders.map(holder => holder.finish()))
  expect(postgresOf(dataDir)).toBeUndefined()
  expect(readdirSync(dataDir)).toEqual(['postgres', 'postgres.lock'])
})

it('a second serve on a folder is refused, naming the process that has it; a command joins', async () => {
  await using serving = await holdServer(dataDir, 'serve')
  const second = await holdServer(dataDir, 'serve')
  expect(second.refused).toContain(`процесс ${serving.pid}`)
  await using command = await holdServer(dataDir)
  expect(command.url).toBe(serving.url)
})

it('of two serves that come at once one is refused while the other runs', async () => {
  // Which of them starts the server is chance.
  for (let attempt = 0; attempt < 2; attempt++) {
    const holders = await Promise.all([1, 2].map(() => holdServer(dataDir, 'serve')))
    const owner = holders.find(holder => holder.refused === undefined)!
    expect(holders.flatMap(holder => holder.refused ?? [])).toEqual([
      expect.stringContaining(`процесс ${owner.pid}`),
    ])
    expect(await ask(owner.url)).toBe(1)
    await owner.finish()
  }
})

it('a copy of a folder in use has a server of its own', async () => {
  await using owner = await holdServer(dataDir, 'serve')
  const original = join(dataDir, 'postgres')
  const copy = dirs.ready()
  for (const file of ['cluster/postmaster.pid', 'password'])
    copyFileSync(join(original, file), join(copy, 'postgres', file))
  await ask(owner.url, 'create table of_original ()')
  const other = await holdServer(copy)
  expect(await ask(other.url, `select to_regclass('of_original')`)).toBe(null)
  await other.finish()
  expect(await ask(owner.url, `select to_regclass('of_original')`)).toBe('of_original')
})

it('serve keeps the server that a command has started, and stops it when the last has left', async () => {
  const command = await holdServer(dataDir)
  const serving = await holdServer(dataDir, 'serve')
  await command.finish()
  expect(await ask(serving.url)).toBe(1)
  const second = await holdServer(dataDir)
  await serving.finish()
  expect(await ask(second.url)).toBe(1)
  await second.finish()
  expect(postgresOf(dataDir)).toBeUndefined()
})

it('whoever comes while the last user leaves has a server', async () => {
  for (let attempt = 0; attempt < 2; attempt++) {
    const leaving = await holdServer(dataDir)
    const finished = leaving.finish()
    const next = await holdServer(dataDir)
    expect(await ask(next.url)).toBe(1)
    await finished
    await next.finish()
  }
})

it('Ctrl-C in the terminal does not reach the server', async () => {
  await using owner = await holdServer(dataDir, 'serve')
  process.kill(-owner.pid, 'SIGINT')
  expect(await ask(owner.url, 'select pg_sleep(0.3)::text')).toBe('')
  expect(await ask(owner.url)).toBe(1)
})

it.runIf(process.platform === 'linux')(
  'a server killed with everything around it is started again, whoever has its pid by now',
  async () => {
    const owner = await holdServer(dataDir)
    await ask(owner.url, 'create table kept as select 42 as answer')
    const pid = postgresOf(dataDir)!
    const stale = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')
    for (const victim of [owner.pid, pid]) process.kill(victim, 'SIGKILL')
    writeFileSync(join(cluster(), 'postmaster.pid'), stale.replace(/^\d+/, String(process.pid)))
    const next = await holdServer(dataDir)
    expect(await ask(next.url, 'select answer from kept')).toBe(42)
    await next.finish()
  },
)

it('when the server is killed, whoever uses it gets it back at the same address', async () => {
  await using owner = await holdServer(dataDir, 'serve')
  const pid = postgresOf(dataDir)!
  process.kill(pid, 'SIGKILL')
  await isGone(pid)
  await vi.waitFor(async () => expect(await ask(owner.url)).toBe(1), WITHIN)
  expect(postgresOf(dataDir)).not.toBe(pid)
})

it('a command killed while it makes the cluster leaves nothing that hinders the next', async () => {
  dataDir = dirs.empty()
  const cut = await holdServer(dataDir, 'command', { wait: false })
  await vi.waitUntil(() => existsSync(join(dataDir, 'postgres.tmp/cluster/base')), { ...WITHIN, interval: 5 })
  await cut.kill()
  await using next = await holdServer(dataDir)
  expect(await ask(next.url)).toBe(1)
  expect(readdirSync(dataDir)).toEqual(['postgres', 'postgres.lock'])
})

describe.runIf(canContain)('from another container', () => {
  it('a folder in use is refused, and its server left alone', async () => {
    const owner = await holdServer(dataDir, 'serve', { contained: true })
    const file = join(cluster(), 'postmaster.pid')
    const server = readFileSync(file, 'utf8')
    // This test's containers share the network: as if there were nobody at the port.
    writeFileSync(file, server.replace(/^(.*\n.*\n.*\n).*/, '$19'))
    const stranger = await holdServer(dataDir)
    expect(stranger.refused).toContain('docker exec')
    writeFileSync(file, server)
    expect(await ask(owner.url)).toBe(1)
    await owner.finish()
  })

  it('a folder whose container was killed is used at once', async () => {
    const killed = await holdServer(dataDir, 'serve', { contained: true })
    await ask(killed.url, 'create table kept as select 42 as answer')
    await killed.kill()
    const next = await holdServer(dataDir, 'serve', { contained: true })
    expect(await ask(next.url, 'select answer from kept')).toBe(42)
    await next.finish()
  })
})

it('only this machine reaches the server, and only with its password', async () => {
  await using owner = await holdServer(dataDir)
  // Its socket's folder, and the address it listens at.
  expect(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n').slice(4, 6)).toEqual([
    '',
    '127.0.0.1',
  ])
  const guess = new URL(owner.url)
  guess.password = 'guess'
  await expect(ask(guess.href)).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600)
})

const ROLES = `
  select json_build_array(current_user, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls,
    (select datdba::regrole from pg_database where datname = current_database()),
    (select count(*) from pg_class where relowner <> current_user::regrole and relnamespace = 'public'::regnamespace))
  from pg_roles where rolname = current_user`

it('the application is no superuser, the database is another role’s, and nobody connects as that', async () => {
  await using owner = await holdServer(dataDir, 'serve')
  await ask(owner.url, 'create schema of_jobs create table kept (id int generated always as identity)')
  expect(await ask(owner.url, ROLES)).toEqual(['obmen', false, 'obmen_owner', 0])
  await expect(ask(owner.url, 'alter role obmen superuser')).rejects.toMatchObject({ code: '42501' })
  await expect(ask(owner.url, `copy (select 1) to program 'true'`)).rejects.toMatchObject({ code: '42501' })
  const superuser = new URL(owner.url)
  superuser.username = 'obmen_owner'
  await expect(ask(superuser.href)).rejects.toMatchObject({ code: '28000' })
})

describe('a cluster of 0.2.0, where the application is the superuser', () => {
  const useAll = `do $all$ begin
    alter table kept add column more int;
    insert into kept (answer) values (43);
    alter type other.mood add value 'bad';
    drop table kept cascade;
    drop schema other cascade;
    end $all$`

  it('is carried over at its start, with all that was in it', async () => {
    dataDir = dirs.empty()
    const old = await openOldCluster(dataDir)
    // More than its table of locks takes, as the partitions of some years are.
    await ask(old.url, 'alter system set max_connections = 10')
    await ask(
      old.url,
      `do $$ begin for n in 1..1500 loop
        execute format('create table journal_%s (id int primary key, body text)', n);
        commit;
      end loop; end $$`,
    )
    await old.finish()
    const next = await holdServer(dataDir)
    expect(await ask(next.url, ROLES)).toEqual(['obmen', false, 'obmen_owner', 0])
    expect(await ask(next.url, 'select answer from other.seen')).toBe(42)
    await ask(next.url, useAll)
    await next.finish()
    await using again = await holdServer(dataDir)
    expect(await ask(again.url, ROLES)).toEqual(['obmen', false, 'obmen_owner', 0])
  })

  it('is carried over also when its server was left running', async () => {
    dataDir = dirs.empty()
    const old = await openOldCluster(dataDir)
    await old.kill()
    await using next = await holdServer(dataDir)
    expect(await ask(next.url, ROLES)).toEqual(['obmen', false, 'obmen_owner', 0])
    await ask(next.url, useAll)
  })

  it('is carried over by the next command when one was killed in between', async () => {
    dataDir = dirs.empty()
    const old = await openOldCluster(dataDir)
    const entries = readFileSync(join(cluster(), 'pg_hba.conf'), 'utf8')
    await old.finish()
    const cut = await holdServer(dataDir, 'command', { wait: false })
    await cut.kill()
    const next = await holdServer(dataDir)
    await next.finish()
    // As if it had been killed after the transaction, and before it wrote this.
    writeFileSync(join(cluster(), 'pg_hba.conf'), entries)
    await using again = await holdServer(dataDir)
    expect(await ask(again.url, ROLES)).toEqual(['obmen', false, 'obmen_owner', 0])
    expect(await ask(again.url, 'select answer from other.seen')).toBe(42)
    expect(readFileSync(join(cluster(), 'pg_hba.conf'), 'utf8')).toMatch(/^host all obmen 127\S+ \S+\n$/)
  })
})

it('acknowledged data is on the disk', async () => {
  await using owner = await holdServer(dataDir)
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
    expect(await ask(owner.url, `select current_setting('${setting}')`), setting).toBe('on')
  }
})

it('a cluster of another major version is refused with the remedy', async () => {
  writeFileSync(join(cluster(), 'PG_VERSION'), '15\n')
  const next = await holdServer(dataDir)
  expect(next.refused).toMatch(/PostgreSQL 15.*DATABASE_URL/)
})

it('a folder with something else in the place of the cluster is refused and left as it is', async () => {
  dataDir = dirs.empty()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/holiday.jpg'), '')
  const refused = await holdServer(dataDir)
  expect(refused.refused).toContain('DATA_DIR')
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['holiday.jpg'])
})

it.runIf(!isRoot || userReads)('a folder that takes no files is refused with the cause', async () => {
  // Root could make one in any folder.
  const options = isRoot ? { uid: USER } : {}
  if (isRoot) spawnSync('chown', ['-R', `${USER}:${USER}`, dataDir])
  chmodSync(dataDir, 0o500)
  const next = await holdServer(dataDir, 'serve', options)
  chmodSync(dataDir, 0o700)
  expect(next.refused).toMatch(/EACCES.*DATA_DIR/)
})

it.runIf(isRoot)('a full disk is named', async () => {
  const disk = dirs.empty()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'none', disk], { encoding: 'utf8' })
  expect(mounted.stderr).toBe('')
  try {
    spawnSync('cp', ['-a', join(dataDir, 'postgres'), disk])
    spawnSync('dd', ['if=/dev/zero', `of=${disk}/rest`, 'bs=64k'])
    const next = await holdServer(disk)
    expect(next).toMatchObject({ code: 'disk-full', refused: expect.stringContaining(disk) })
    rmSync(`${disk}/rest`)
    const later = await holdServer(disk)
    expect(await ask(later.url)).toBe(1)
    await later.finish()
  } finally {
    spawnSync('umount', ['-l', disk])
  }
})

it.runIf(isRoot)('root has its server also in a folder that is closed to everybody else', async () => {
  dataDir = dirs.empty()
  const closed = join(dataDir, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const owner = await holdServer(join(closed, 'data'))
  expect(await ask(owner.url)).toBe(1)
  const { uid } = chooseOwner(join(closed, 'none'))
  expect(statSync(join(closed, 'data/postgres/cluster')).uid).toBe(uid)
  await owner.finish()
})

it.runIf(isRoot)('files that root restored are given back to the server', async () => {
  spawnSync('chown', ['-R', '0:0', cluster()])
  await using next = await holdServer(dataDir)
  expect(await ask(next.url)).toBe(1)
})

it.runIf(isRoot)(
  'RUN_AS names the account of root’s server, which takes over the files of another',
  async () => {
    const uidOfServer = () => statSync(`/proc/${postgresOf(dataDir)}`).uid
    const nobody = await holdServer(dataDir, 'command', { runAs: 'nobody' })
    expect(uidOfServer()).toBe(NOBODY)
    expect(nobody.warnings).toEqual([expect.stringMatching(/nobody.*useradd --system obmen.*RUN_AS/)])
    await ask(nobody.url, 'create table kept as select 42 as answer')
    await nobody.finish()
    const named = await holdServer(dataDir, 'command', { runAs: 'daemon' })
    expect([uidOfServer(), statSync(cluster()).uid]).toEqual([USER, USER])
    expect(await ask(named.url, 'select answer from kept')).toBe(42)
    expect(named.warnings).toEqual([])
    await named.finish()
    const unknown = await holdServer(dataDir, 'command', { runAs: 'no-such-account' })
    expect(unknown).toMatchObject({
      code: 'invalid',
      refused: expect.stringContaining('useradd --system no-such-account'),
    })
  },
)

it.runIf(userReads)("an ordinary user has his own server, and root's run of it stays his", async () => {
  dataDir = dirs.empty()
  chownSync(dataDir, USER, USER)
  const owner = await holdServer(dataDir, 'command', { uid: USER })
  expect(await ask(owner.url)).toBe(1)
  await owner.finish()
  const root = await holdServer(dataDir)
  expect(await ask(root.url)).toBe(1)
  await root.finish()
  await using again = await holdServer(dataDir, 'command', { uid: USER })
  expect(await ask(again.url)).toBe(1)
})

it.runIf(userReads)("a run of root's that was cut off leaves an ordinary user's server his", async () => {
  dataDir = dirs.empty()
  chownSync(dataDir, USER, USER)
  const owner = await holdServer(dataDir, 'command', { uid: USER })
  await owner.finish()
  rmSync(join(dataDir, 'postgres/postgres.log'))
  const root = await holdServer(dataDir)
  const pid = postgresOf(dataDir)!
  for (const victim of [root.pid, pid]) process.kill(victim, 'SIGKILL')
  await using again = await holdServer(dataDir, 'serve', { uid: USER })
  expect(again.refused).toBeUndefined()
  expect(await ask(again.url)).toBe(1)
})

it.runIf(userReads)("an ordinary user is refused root's data", async () => {
  chmodSync(dataDir, 0o755)
  const stranger = await holdServer(dataDir, 'command', { uid: USER })
  expect(stranger.refused).toContain('принадлежит другому пользователю')
})
