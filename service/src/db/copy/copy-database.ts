import { AppError } from '../../errors/app-error.js'
import { beginEmptyTarget } from './begin-empty-target.js'
import { beginSnapshot } from './begin-snapshot.js'
import { copyTable } from './copy-table.js'
import { addForeignKeys, dropForeignKeys } from './foreign-keys.js'
import { openSession, type Session } from './open-session.js'
import { restartSequences } from './restart-sequences.js'
import { listPartitions, listTables, type Table } from './tables.js'
import { copyTexts as texts } from './texts.js'

/** Progress reports. */
export interface CopyReport {
  /** Rows of a table so far; `total` is exact. */
  progress(table: string, rows: number, total: number): void
  /** A table is complete; awaited. */
  copied(table: string, rows: number): void | Promise<void>
  /** A table of the source that is not ours is skipped. */
  skipped(table: string): void
}

/**
 * Copies every row of one migrated database into another, migrated by the same program and empty. The source is read in one
 * snapshot, and nobody writes to it meanwhile; the target gets everything in one transaction, or nothing. Memory is that of one
 * piece of a stream. Returns the number of rows. Throws `conflict` for a target that holds data.
 */
export async function copyDatabase(from: string, to: string, report: CopyReport): Promise<number> {
  await using source = await openSession(from, 'source')
  await using target = await openSession(to, 'target')
  const { tables, foreign } = await matchTables(source, target)
  for (const name of foreign) report.skipped(name)

  await beginEmptyTarget(target, tables)
  await beginSnapshot(source, tables)
  for (const { statement } of await listPartitions(source)) await target.query(statement)
  const keys = await dropForeignKeys(target, tables)
  let rows = 0
  for (const table of tables) rows += await copyAndCount(source, target, table, report)
  await addForeignKeys(target, keys)
  await restartSequences(source, target)
  await target.query('commit')
  await gatherStatistics(target, tables)
  return rows
}

async function matchTables(
  source: Session,
  target: Session,
): Promise<{ tables: Table[]; foreign: string[] }> {
  const sourceTables = new Map((await listTables(source)).map(table => [table.name, table]))
  const tables = await listTables(target)
  for (const { name, columns } of tables) {
    const there = sourceTables.get(name)
    sourceTables.delete(name)
    if (!there) throw new AppError('unavailable', texts.tableMissing(name))
    if (there.columns !== columns) throw new AppError('unavailable', texts.tableDiffers(name))
  }
  return { tables, foreign: [...sourceTables.keys()] }
}

async function copyAndCount(
  source: Session,
  target: Session,
  table: Table,
  report: CopyReport,
): Promise<number> {
  const total = await countRows(source, table)
  await copyTable(source, target, table, rows => report.progress(table.name, rows, total))
  const arrived = await countRows(target, table)
  if (arrived !== total) throw new AppError('internal', texts.countsDiffer(table.name, total, arrived))
  await report.copied(table.name, arrived)
  return arrived
}

/** Autovacuum would do it within minutes, with bad plans until then. A failure is harmless: everything has been copied. */
async function gatherStatistics(target: Session, tables: readonly Table[]): Promise<void> {
  try {
    for (const { name } of tables) await target.query(`vacuum (analyze) ${name}`)
  } catch {
    // Autovacuum does it.
  }
}

async function countRows(session: Session, { name }: Table): Promise<number> {
  const [row] = await session.query<{ count: string }>(`select count(*) from ${name}`)
  return Number(row?.count)
}
