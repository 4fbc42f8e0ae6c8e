import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyIn, to as copyOut } from 'pg-copy-streams'
import { AppError } from '../../errors/app-error.js'
import { explainFailure, openSession, type Session } from './session.js'
import {
  addForeignKeys,
  beginEmptyTarget,
  beginSnapshot,
  dropForeignKeys,
  listPartitions,
  listTables,
  nextOfSequences,
  type Table,
} from './tables.js'
import { copyTexts as texts } from './texts.js'

interface CopyReport {
  /** Rows of a table so far; `total` is exact. */
  progress(table: string, rows: number, total: number): void
  copied(table: string, rows: number): void | Promise<void>
  /** A table of the source that is not ours is skipped. */
  skipped(table: string): void
}

/**
 * Copies every row into an empty database migrated by the same program: in one snapshot, while nobody writes,
 * and one transaction. Returns the number of rows. Throws `conflict` for a target that holds data.
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

/** Autovacuum would do it within minutes, with bad plans until then. */
export async function gatherStatistics(target: Session, tables: readonly Table[]): Promise<void> {
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

const LINE_END = 0x0a
/** Small pieces are joined: a message for every row costs more than the row. */
const PIECE_BYTES = 64 * 1024

/** Streams a table in the text format, which every version reads; the slower side sets the pace. */
async function copyTable(
  source: Session,
  target: Session,
  { name, columns }: Table,
  progress: (rows: number) => void,
): Promise<void> {
  const out = source.client.query(copyOut(`copy (select ${columns} from ${name}) to stdout`))
  const into = target.client.query(copyIn(`copy ${name} (${columns}) from stdin`))
  // If one of the two streams fails, the other is ended, too.
  let failed: Session['side'] | undefined
  out.on('error', () => {
    failed ??= 'source'
  })
  into.on('error', () => {
    failed ??= 'target'
  })
  try {
    await pipeline(out, countPieces(progress), into)
  } catch (cause) {
    throw explainFailure(cause, failed ?? 'source')
  }
}

function countPieces(progress: (rows: number) => void): Transform {
  let rows = 0
  return new Transform({
    readableHighWaterMark: PIECE_BYTES,
    writableHighWaterMark: PIECE_BYTES,
    transform(piece: Buffer, _encoding, done) {
      // A line end within a value is written as \n.
      for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows++
      progress(rows)
      done(null, piece)
    },
  })
}

/** Lets each identity continue where the source's is. RESTART, unlike setval, is rolled back. */
async function restartSequences(source: Session, target: Session): Promise<void> {
  for (const { name, next } of await nextOfSequences(source))
    await target.query(`alter sequence ${name} restart with ${next}`)
}
