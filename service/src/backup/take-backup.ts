import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { to as copyOut } from 'pg-copy-streams'
import { explainFailure, openSession, type Session } from '../db/copy/session.js'
import { listPartitions, listTables, nextOfSequences } from '../db/copy/tables.js'
import { KEEP_PARTITIONS } from '../db/daily-tables.js'
import { syncFolder } from '../db/embedded/home.js'
import { MIGRATIONS_TABLE } from '../db/migrate.js'
import { AppError } from '../errors/app-error.js'
import { openFile, writeFile } from './backup-file.js'
import { countingReader, countLines, endOfRows, lineOf, type Progress, readContent } from './content.js'
import { explainFile } from './explain-file.js'
import { backupTexts as texts } from './texts.js'

export interface BackupOptions {
  file: string
  version: string
  /** Encrypts it. */
  key?: string | undefined
  /** Replaces a file of this name. */
  force?: boolean | undefined
  signal?: AbortSignal | undefined
  progress?: Progress
  /** All is written; now it is read back. */
  verifying?(): void
}

export interface TakenBackup {
  bytes: number
  orders: number
  rows: number
}

/** While it is written, and until it is read back, it has another name. */
const UNFINISHED = '.part'

/**
 * Writes every row of one snapshot to a file, while others read and write, and reads it back. The file
 * appears whole. Throws AppError `conflict` for one that is there.
 */
export async function takeBackup(url: string, options: BackupOptions): Promise<TakenBackup> {
  const { file, key, force, verifying } = options
  if (!force && existsSync(file)) throw new AppError('conflict', texts.exists(file))
  const part = file + UNFINISHED
  try {
    await rm(part, { force: true })
    const written = await writeSnapshot(url, part, options)
    verifying?.()
    const { bytes, header, content } = await openFile(part, key)
    const rows = await readContent(content(), countingReader)
    if (rows !== written) throw new AppError('internal', texts.incomplete)
    await rename(part, file)
    syncFolder(dirname(file))
    return { bytes, orders: header.orders, rows }
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    throw explainFile(cause, file)
  }
}

async function writeSnapshot(url: string, part: string, options: BackupOptions): Promise<number> {
  await using session = await openSession(url, 'saved')
  // Before the snapshot: a partition that goes meanwhile would have others queue behind this reading.
  await session.query(`select pg_advisory_lock_shared(${KEEP_PARTITIONS})`)
  await session.query('begin isolation level repeatable read read only')
  const [counts] = await session.query<{ locations: string; orders: string; now: Date }>(
    `select (select count(*) from location) as locations, (select count(*) from sale_order) as orders,
            now() as now`,
  )
  const migrations = await session.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`)
  const facts = {
    version: options.version,
    migrations: migrations.map(({ name }) => name),
    takenAt: counts!.now.toISOString(),
    locations: Number(counts!.locations),
    orders: Number(counts!.orders),
  }
  let total = 0
  async function* content(): AsyncGenerator<Buffer> {
    const partitions = await listPartitions(session)
    yield lineOf({ partitions: partitions.map(({ statement }) => statement) })
    const rest = restingAsLong(options.signal)
    for (const { name, columns } of await listTables(session)) {
      let rows = 0
      yield lineOf({ table: name, columns })
      for await (const piece of readTable(session, name, columns)) {
        rows += countLines(piece)
        options.progress?.(name, rows)
        yield piece
        await rest()
      }
      yield endOfRows
      yield lineOf({ rows })
      total += rows
    }
    yield lineOf({ sequences: await nextOfSequences(session) })
  }
  await writeFile(part, facts, content(), options.key)
  return total
}

/** Small pieces are joined: one for every row costs more than the row. */
const PIECE_BYTES = 64 * 1024

async function* readTable(session: Session, name: string, columns: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  const take = (): Buffer => {
    const joined = Buffer.concat(held)
    held = []
    bytes = 0
    return joined
  }
  try {
    const rows = session.client.query(copyOut(`copy (select ${columns} from ${name}) to stdout`))
    for await (const piece of rows as AsyncIterable<Buffer>) {
      held.push(piece)
      bytes += piece.length
      if (bytes >= PIECE_BYTES) yield take()
    }
  } catch (cause) {
    throw explainFailure(cause, session.side)
  }
  if (bytes > 0) yield take()
}

/** How long it works before it rests. */
const WORK_MS = 50

/** Rests as long as it has worked, so that others get half of the machine at least. */
function restingAsLong(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    const worked = performance.now() - since
    if (worked < WORK_MS) return
    await delay(worked, undefined, { signal })
    since = performance.now()
  }
}
