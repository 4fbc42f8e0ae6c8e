import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Database, openDatabase } from '../../src/db/database.js'
import { findBinaries, type PostgresBinaries } from '../../src/db/embedded/binaries.js'
import { useEmbeddedPostgres } from '../../src/db/embedded/use-embedded-postgres.js'
import { migrate } from '../../src/db/migrate.js'
import { createDays } from '../../src/journal/partitions.js'
import { createRequestDays } from '../../src/requests/sweep-requests.js'
import { compileSources } from './compile-sources.js'

/** A server of this run, with a migrated database to clone. */
interface PostgresServer {
  /** E.g. `PostgreSQL 18`. */
  name: string
  url: string
  template: string
  /** How databases are cloned: words of `create database`. */
  cloning: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresServers: PostgresServer[]
  }
}

/** One PostgreSQL, as a test suite uses it. */
export interface TestPostgres {
  name: string
  /** Tests of what can't depend on the version run only here. */
  isNewest: boolean
  /** A new, migrated database; its pool is closed after the file's tests. */
  freshDatabase(): Promise<Database>
  /** URL of a database without any table. */
  emptyDatabaseUrl(): Promise<string>
}

/**
 * Runs the suite on the newest and the oldest supported PostgreSQL (or on that of TEST_DATABASE_URL): for what works on statements and
 * locks directly, which may differ between versions. Elsewhere than on Linux x64 it runs on the newest alone.
 */
export function describeOnEachPostgres(title: string, suite: (pg: TestPostgres) => void): void {
  for (const server of inject('postgresServers')) describeOn(server, title, suite)
}

/** Runs the suite on the newest PostgreSQL only: for whole servers, exchanges, requests, documents and models. */
export function describeOnNewestPostgres(title: string, suite: (pg: TestPostgres) => void): void {
  describeOn(inject('postgresServers')[0]!, title, suite)
}

function describeOn(server: PostgresServer, title: string, suite: (pg: TestPostgres) => void): void {
  describe(`${title} [${server.name}]`, () => {
    const opened: Database[] = []
    afterAll(() => closeAll(opened))
    suite({
      name: server.name,
      isNewest: server === inject('postgresServers')[0],
      freshDatabase: () => cloneTemplate(server, opened),
      emptyDatabaseUrl: () => createDatabase(server, 'template0'),
    })
  })
}

/** A migrated, empty database on the newest PostgreSQL; the caller disposes of it. */
export function freshDatabase(): Promise<Database> {
  return cloneTemplate(inject('postgresServers')[0]!, [])
}

/** URL of an empty database without any table, on the newest PostgreSQL. */
export async function emptyDatabaseUrl(): Promise<string> {
  return createDatabase(inject('postgresServers')[0]!, 'template0')
}

async function cloneTemplate(server: PostgresServer, opened: Database[]): Promise<Database> {
  const db = openDatabase({ url: await createDatabase(server, server.template) })
  opened.push(db)
  return db
}

async function createDatabase(server: PostgresServer, template: string): Promise<string> {
  const name = `${server.template}_${randomBytes(6).toString('hex')}`
  await using admin = openDatabase({ url: server.url, poolSize: 1 })
  await admin.query(`create database ${name} template ${template} ${server.cloning}`)
  return withDatabase(server.url, name)
}

async function closeAll(opened: Database[]): Promise<void> {
  for (const db of opened.splice(0)) await db[Symbol.asyncDispose]()
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

type Undo = (() => unknown)[]

/** vitest's globalSetup: starts the servers once a run; a run without those that there are for this system fails. */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const undo: Undo = []
  const undoAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  compileSources()
  try {
    const givenUrl = process.env.TEST_DATABASE_URL
    const urls = givenUrl ? [givenUrl] : await startServers(undo, project.vitest.config.maxWorkers)
    // The databases of our own server are deleted with its data folder: dropping some hundred would take a minute.
    const undoDatabases = givenUrl ? undo : []
    project.provide(
      'postgresServers',
      await Promise.all(urls.map(url => prepareServer(url, undoDatabases, !givenUrl))),
    )
    return undoAll
  } catch (error) {
    await undoAll()
    throw error
  }
}

/** Data that nobody will miss after a power failure. */
const UNSAFE_FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const LEAST_CONNECTIONS = 200

async function startServers(undo: Undo, workers: number): Promise<string[]> {
  // A test has several servers at most, each with about ten connections.
  const connections = Math.max(LEAST_CONNECTIONS, workers * 40)
  const started = findServers().map(async binaries => {
    const dataDir = mkdtempSync(join(tmpdir(), `obmen-test-pg${binaries.major}-`))
    // Root's server runs as another user.
    chmodSync(dataDir, 0o711)
    undo.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const server = await useEmbeddedPostgres({
      dataDir,
      role: 'serve',
      binaries,
      roleOptions: 'createdb',
      settings: { ...UNSAFE_FAST_SETTINGS, max_connections: String(connections) },
    })
    undo.push(() => server[Symbol.asyncDispose]())
    return server.url
  })
  return Promise.all(started)
}

/** The newest and the oldest supported PostgreSQL; npm has the oldest for one system alone, and elsewhere only the newest. */
function findServers(): PostgresBinaries[] {
  const newest = findBinaries()
  if (process.platform === 'linux' && process.arch === 'x64')
    return [newest, findBinaries(system => `pg14-${system}`)]
  console.warn(
    `Tests run on PostgreSQL ${newest.major} alone: npm has no 14 for ${process.platform}-${process.arch}.`,
  )
  return [newest]
}

async function prepareServer(url: string, undo: Undo, isOurs: boolean): Promise<PostgresServer> {
  const template = `obmen_test_${randomBytes(4).toString('hex')}`
  await using admin = openDatabase({ url, poolSize: 1 })
  const { rows } = await admin.query<{ version: string }>(`select split_part(version(), '.', 1) as version`)
  await admin.query(`create database ${template} encoding 'UTF8' template template0`)
  undo.push(() => dropDatabases(url, template))
  await using db = openDatabase({ url: withDatabase(url, template), poolSize: 1 })
  await migrate(db)
  // Each server that starts would make them in its clone: a third of its work.
  await createDays(db, new Date())
  await createRequestDays(db, new Date())
  // As 14 does: half the work of writing a database to the log, where the checkpoint that it needs waits for no disk.
  const cloning = isOurs && Number(rows[0]!.version) >= 15 ? 'strategy file_copy' : ''
  return { name: rows[0]!.version, url, template, cloning }
}

async function dropDatabases(url: string, template: string): Promise<void> {
  await using admin = openDatabase({ url, poolSize: 1 })
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1) order by datname desc',
    [template],
  )
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`)
}
