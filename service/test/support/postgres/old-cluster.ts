import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOBODY } from '../../../src/db/embedded/account.js'
import { findBinaries, programPath } from '../../../src/db/embedded/binaries.js'
import { ask, type Holder, holdServer } from './holder.js'

/** One of every kind of object that can have an owner. */
const OBJECTS = `do $objects$ begin
  create table kept (id int generated always as identity, answer int) partition by range (id);
  create table kept_first partition of kept for values from (0) to (1000);
  insert into kept (answer) values (42);
  create schema other;
  create type other.mood as enum ('good');
  create type other.pair as (one int, two int);
  create domain other.small as int;
  create sequence other.numbers;
  create view other.seen as select * from kept;
  create function other.twice(one int, two text) returns int language sql return one * 2;
end $objects$`

/**
 * A cluster as 0.2.0 made it, in use: `obmen` is the superuser, has the password, and owns everything. Root's belongs to nobody.
 */
export async function openOldCluster(dataDir: string): Promise<Holder> {
  const folder = join(dataDir, 'postgres')
  const [cluster, password] = [join(folder, 'cluster'), join(folder, 'password')]
  chmodSync(dataDir, 0o711)
  mkdirSync(folder, { mode: 0o711 })
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(password, 'a-password-of-0-2-0', { mode: 0o600 })
  const isRoot = process.getuid?.() === 0
  const ids = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) for (const path of [cluster, password]) chownSync(path, NOBODY, NOBODY)
  const run = (name: 'initdb' | 'postgres', words: string[], input = ''): void => {
    const program = programPath(findBinaries().native, name)
    const { status, stderr } = spawnSync(program, words, { ...ids, cwd: '/', input, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const options = [`--pwfile=${password}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  run('initdb', ['-D', cluster, '-U', 'obmen', ...options])
  run('postgres', ['--single', '-D', cluster, 'postgres'], 'create database obmen;\n')
  if (isRoot) chownSync(password, 0, 0)

  // With the entry that says that its roles are made this program leaves them alone.
  const entries = join(cluster, 'pg_hba.conf')
  const old = readFileSync(entries, 'utf8')
  writeFileSync(entries, 'host all obmen 127.0.0.1/32 scram-sha-256\n')
  const holder = await holdServer(dataDir)
  await ask(holder.url, OBJECTS)
  writeFileSync(entries, old)
  return holder
}
