import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyIn } from 'pg-copy-streams'
import { cancelAllBulkActions } from '../bulk-actions/bulk-actions.js'
import { gatherStatistics } from '../db/copy/copy-database.js'
import { listRelations } from '../db/copy/refuse-users.js'
import { explainFailure, openSession, type Session } from '../db/copy/session.js'
import { addForeignKeys, dropForeignKeys, listTables, type Table } from '../db/copy/tables.js'
import type { Database, Queryable } from '../db/database.js'
import { appliedMigrations, listMigrations, MIGRATIONS_TABLE, migrate } from '../db/migrate.js'
import { AppError } from '../errors/app-error.js'
import { pauseRestored } from '../integrations/record-decisions.js'
import { endAllSessions } from '../people/sign-in/sessions.js'
import { skipNumbers } from '../places/company-counter.js'
import type { BackupFile } from './backup-file.js'
import { forgetBegun } from './backups.js'
import { type Progress, readContent } from './content.js'
import { pauseSending } from './sending.js'
import { backupTexts as texts } from './texts.js'

/** Orders and payments of a company that may have got numbers since the backup: its numbers go on above. */
const NUMBERS_GAP = 1000
/** The same for places of events: whoever has read further than the backup misses none that come now. */
const EVENTS_GAP = 1_000_000

/**
 * Puts a verified backup into an empty database, in one transaction, and brings it up to date. Every
 * integration is paused until a person says its next number, and all sending until a person resumes it.
 * Returns the number of rows. Throws AppError `conflict` if the database holds data, `unavailable` for a
 * backup of a newer version.
 */
export async function restoreBackup(
  db: Database,
  { header, content }: BackupFile,
  progress: Progress,
): Promise<number> {
  await requireKnown(header.migrations)
  await requireRoom(db, header.migrations)
  await migrate(db, { upTo: header.migrations.at(-1)! })
  const rows = await copyIntoPlace(db.url, content, progress)
  await migrate(db)
  return rows
}

/** Its migrations are the first of ours. */
async function requireKnown(migrations: readonly string[]): Promise<void> {
  const known = await listMigrations()
  if (migrations.length === 0 || migrations.some((name, index) => known[index] !== name))
    throw new AppError('unavailable', texts.newer(migrations.at(-1) ?? ''))
}

/** Nothing, or nobody's tables of ours that are not newer than the backup. */
async function requireRoom(db: Database, migrations: readonly string[]): Promise<void> {
  const relations = await listRelations(db)
  if (relations.length > 0 && !relations.includes(MIGRATIONS_TABLE))
    throw new AppError('conflict', texts.foreignTables(relations))
  const applied = await appliedMigrations(db)
  const newer = applied.filter(name => !migrations.includes(name))
  if (newer.length > 0) throw new AppError('conflict', texts.targetNewer(newer))
}

async function copyIntoPlace(
  url: string,
  content: BackupFile['content'],
  progress: Progress,
): Promise<number> {
  await using target = await openSession(url, 'restored')
  const tables = await listTables(target)
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]))
  await target.query('begin')
  await emptyTables(target, tables)
  const keys = await dropForeignKeys(target, tables)
  const rows = await readContent(
    content(),
    {
      async partitions(statements) {
        for (const statement of statements) await target.query(statement)
      },
      async table(name, columns, pieces) {
        if (columnsOf.get(name) !== columns) throw new AppError('unavailable', texts.tableDiffers(name))
        try {
          const into = target.client.query(copyIn(`copy ${name} (${columns}) from stdin`))
          await pipeline(Readable.from(pieces), into)
        } catch (cause) {
          throw explainFailure(cause, target.side)
        }
      },
      async sequences(sequences) {
        for (const { name, next } of sequences) {
          const gap = name === 'event_position' ? EVENTS_GAP : 0
          await target.query(`alter sequence ${name} restart with ${Number(next) + gap}`)
        }
      },
    },
    progress,
  )
  await addForeignKeys(target, keys)
  await beginAnew(queryableOn(target))
  await target.query('commit')
  await gatherStatistics(target, tables)
  return rows
}

/** What a server leaves that nobody has set up goes; people and their places stay, and refuse it. */
async function emptyTables(target: Session, tables: readonly Table[]): Promise<void> {
  const names = tables.map(({ name }) => name).join(', ')
  await target.query(`lock table ${names} in access exclusive mode`)
  const [row] = await target.query<{ held: boolean }>(
    'select exists (select from location) or exists (select from user_account) as held',
  )
  if (row!.held) throw new AppError('conflict', texts.targetHoldsData)
  await target.query(`truncate ${names}`)
}

/** The tables are those of the backup's version, 0.3.0 or newer: these statements know no column since. */
async function beginAnew(tx: Queryable): Promise<void> {
  await pauseRestored(tx)
  await pauseSending(tx)
  await cancelAllBulkActions(tx)
  await skipNumbers(tx, NUMBERS_GAP)
  await endAllSessions(tx)
  await forgetBegun(tx)
}

function queryableOn({ client }: Session): Queryable {
  return {
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      const { rows, rowCount } = await client.query(text, values as unknown[])
      return { rows: rows as Row[], rowCount: rowCount ?? 0 }
    },
  }
}
