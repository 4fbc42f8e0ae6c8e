import { readdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '../errors/app-error.js'
import { type Database, type Queryable, singleClient } from './database.js'
import { databaseTexts } from './texts.js'

/** Beside `dist` in a package and beside `src` in a clone. */
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))
/** If the folder has newer ones, the program was not built after an update: it must not run them. */
export const NEWEST_MIGRATION = '0025_confirmed_parts'
export const MIGRATIONS_TABLE = 'schema_migration'
const OLDEST_SERVER = 140_000
/** Others queue behind a migration that waits for a table's lock, so it soon gives way. */
const LOCK_TIMEOUT_MS = 2000
/** How long the others have the tables to themselves before it tries again. */
const PAUSE_MS = 5000
/** A lock was not available in time; a deadlock. */
const LOCKED_OUT = ['55P03', '40P01']

export interface MigrateOptions {
  /** Called each time that a table is in use, before the migration pauses. */
  onWait?: () => void
  /** Ends the pauses: what is pending then stays so. */
  signal?: AbortSignal
  /** The last one to be run. */
  upTo?: string
}

/**
 * The job queue's migrations, then ours that are missing, in one transaction; other callers wait. While a
 * table is in use (a backup) it tries again, as long as that takes. Returns the names of ours that were run.
 * @throws AppError unavailable for an unsuitable database or server
 */
export async function migrate(
  db: Database,
  { onWait, signal, upTo = NEWEST_MIGRATION }: MigrateOptions = {},
): Promise<string[]> {
  for (;;) {
    const pending = (await pendingMigrations(db)).filter(name => name <= upTo)
    if (pending.length === 0 || signal?.aborted) return []
    try {
      return await runMissing(db.url, pending.length)
    } catch (error) {
      if (!LOCKED_OUT.includes(deepestCode(error) ?? '')) throw error
      onWait?.()
      await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

async function runMissing(url: string, count: number): Promise<string[]> {
  const { runner } = await import('node-pg-migrate')
  const { runMigrations: runQueueMigrations } = await import('graphile-worker')
  // Opened here: node-pg-migrate neither listens to errors of a connection of its own nor waits for its end.
  const client = singleClient({ connectionString: url, lock_timeout: LOCK_TIMEOUT_MS })
  try {
    await client.connect()
    // Of this refusal node-pg-migrate keeps no code.
    const { rows } = await client.query(`select has_schema_privilege('public', 'create') as may`)
    if (!rows[0].may) throw new AppError('unavailable', databaseTexts.mayNotCreate())
    // First: where it fails, ours stay pending, and the next start tries it again.
    await runQueueMigrations({ connectionString: url })
    const run = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      ignorePattern: '(\\..*|.*\\.md)',
      direction: 'up',
      count,
      migrationsTable: MIGRATIONS_TABLE,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    })
    return run.map(migration => migration.name)
  } catch (cause) {
    if (deepestCode(cause) !== '42501') throw cause
    throw new AppError('unavailable', databaseTexts.mayNotCreate(), { cause })
  } finally {
    await client.end()
  }
}

/** The migrations that the database lacks, in order. Throws `unavailable` if it has unknown ones. */
export async function pendingMigrations(db: Queryable): Promise<string[]> {
  const { missing, unknown, notBuilt } = await compareMigrations(db)
  if (notBuilt.length > 0) throw new AppError('unavailable', databaseTexts.notBuilt(notBuilt))
  if (unknown.length > 0) throw new AppError('unavailable', databaseTexts.newer(unknown))
  return missing
}

/** For a running server: while servers are replaced one by one, newer migrations are no reason to stop. */
export async function missingMigrations(db: Queryable): Promise<string[]> {
  return (await compareMigrations(db)).missing
}

async function compareMigrations(
  db: Queryable,
): Promise<{ missing: string[]; unknown: string[]; notBuilt: string[] }> {
  await checkServer(db)
  const found = await listMigrations()
  const known = found.filter(name => name <= NEWEST_MIGRATION)
  const applied = await appliedMigrations(db)
  return {
    missing: known.filter(name => !applied.includes(name)),
    unknown: applied.filter(name => !known.includes(name)),
    notBuilt: found.filter(name => name > NEWEST_MIGRATION),
  }
}

async function checkServer(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number,
       current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const server = rows[0]!
  if (server.number < OLDEST_SERVER)
    throw new AppError('unavailable', databaseTexts.serverTooOld(server.version))
  if (server.encoding !== 'UTF8') throw new AppError('unavailable', databaseTexts.notUtf8(server.encoding))
}

export async function listMigrations(): Promise<string[]> {
  const names = await readdir(MIGRATIONS)
  return names
    .filter(name => name.endsWith('.sql'))
    .map(name => name.slice(0, -'.sql'.length))
    .sort()
}

export async function appliedMigrations(db: Queryable): Promise<string[]> {
  const table = await db.query<{ found: boolean }>(
    `select to_regclass('public.${MIGRATIONS_TABLE}') is not null as found`,
  )
  if (!table.rows[0]?.found) return []
  const { rows } = await db.query<{ name: string }>(`select name from public.${MIGRATIONS_TABLE} order by id`)
  return rows.map(row => row.name)
}

function deepestCode(error: unknown): string | undefined {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return cause === undefined ? code : (deepestCode(cause) ?? code)
}
