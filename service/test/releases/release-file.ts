import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { runner } from 'node-pg-migrate'
import { openSession } from '../../src/db/copy/session.js'
import { addForeignKeys, dropForeignKeys, listTables } from '../../src/db/copy/tables.js'
import type { Database, Queryable } from '../../src/db/database.js'
import { listMigrations, MIGRATIONS_TABLE } from '../../src/db/migrate.js'

/**
 * A database of a release as a file: gzipped lines of JSON, first what a test must know of it, then one line for
 * each thousand rows of a table, last the sequences. Rows are as `to_json` writes them.
 */
type Line = { known: unknown } | { table: string; rows: unknown[] } | { sequence: string; last: string }

const ROWS_A_LINE = 1000

export async function writeRelease(db: Database, file: URL, known: unknown): Promise<void> {
  const lines: Line[] = [{ known }]
  for (const table of await tablesOf(db)) {
    const { rows } = await db.query<{ row: unknown }>(`select to_json(t) as row from ${table} t`)
    for (let at = 0; at < rows.length; at += ROWS_A_LINE)
      lines.push({ table, rows: rows.slice(at, at + ROWS_A_LINE).map(({ row }) => row) })
  }
  const { rows: sequences } = await db.query<{ sequence: string; last: string }>(
    `select sequencename as sequence, last_value::text as last from pg_sequences
      where schemaname = 'public' and last_value is not null order by 1`,
  )
  lines.push(...sequences)
  await writeFile(file, gzipSync(lines.map(line => JSON.stringify(line)).join('\n'), { level: 9 }))
}

/** Fills a database that has the migrations of that release alone; returns what `writeRelease` was given. */
export async function readRelease(db: Database, file: URL): Promise<unknown> {
  const text = gunzipSync(await readFile(file)).toString()
  const lines = text.split('\n').map(line => JSON.parse(line) as Line)
  await using session = await openSession(db.url, 'target')
  await session.query('begin')
  // Tables refer to each other in circles: foreign keys are not looked at while rows are loaded.
  const keys = await dropForeignKeys(session, await listTables(session))
  for (const line of lines) {
    if ('table' in line)
      await session.client.query(
        `insert into ${line.table} overriding system value
         select * from json_populate_recordset(null::${line.table}, $1)`,
        [JSON.stringify(line.rows)],
      )
    if ('sequence' in line)
      await session.client.query(`select setval('${line.sequence}', $1::bigint)`, [line.last])
  }
  await addForeignKeys(session, keys)
  await session.query('commit')
  return lines.flatMap(line => ('known' in line ? [line.known] : []))[0]
}

async function tablesOf(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname <> '${MIGRATIONS_TABLE}' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** The last migration that each release had. */
export const RELEASES = { '0.2.0': '0001_schema', '0.3.0': '0019_alarms' } as const
export type Release = keyof typeof RELEASES

/** The tables as that release made them. */
export async function migrateTo(release: Release, databaseUrl: string): Promise<void> {
  const migrations = await listMigrations()
  await runner({
    databaseUrl,
    dir: fileURLToPath(new URL('../../migrations', import.meta.url)),
    ignorePattern: '(\\..*|.*\\.md)',
    direction: 'up',
    count: migrations.indexOf(RELEASES[release]) + 1,
    migrationsTable: MIGRATIONS_TABLE,
    log: () => {},
  })
}
