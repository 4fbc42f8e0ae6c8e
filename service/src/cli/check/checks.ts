import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Config, connectionsOfServer } from '../../config.js'
import type { Database } from '../../db/database.js'
import { findBinaries } from '../../db/embedded/binaries.js'
import { hasCluster } from '../../db/embedded/home.js'
import { pendingMigrations } from '../../db/migrate.js'
import { explainError } from '../../errors/cli-failure.js'
import { openConfiguredDatabase } from '../open-database.js'
import { cliTexts } from '../texts.js'

/** Result of one check; with `ok: false`, the text says what to do. */
export interface CheckResult {
  ok: boolean
  text: string
}

const texts = cliTexts.check

/** Reachable, ours and up to date. An embedded database that doesn't exist yet is not created. */
export async function checkDatabase(config: Config, report: (result: CheckResult) => void): Promise<void> {
  try {
    if (config.databaseUrl === undefined && !hasCluster(config.dataDir)) {
      findBinaries()
      return report({ ok: true, text: texts.clusterAbsent(config.dataDir) })
    }
    await using db = await openConfiguredDatabase(config, 'command')
    const pending = await pendingMigrations(db)
    report({ ok: true, text: texts.databaseGood(await version(db), place(config)) })
    if (pending.length > 0) return report({ ok: false, text: texts.migrationsPending(pending) })
    report({ ok: true, text: texts.migrationsGood })
    await checkConnections(db, config, report)
    await checkDatabaseClock(db, report)
  } catch (error) {
    report({ ok: false, text: explainError(error, '').text })
  }
}

/** Whether the pools of a server fit into the connections that the database allows. */
async function checkConnections(
  db: Database,
  config: Config,
  report: (result: CheckResult) => void,
): Promise<void> {
  const { rows } = await db.query<{ allowed: number }>(
    `select current_setting('max_connections')::int
            - current_setting('superuser_reserved_connections')::int as allowed`,
  )
  const allowed = rows[0]!.allowed
  const needed = connectionsOfServer(config)
  if (needed > allowed) report({ ok: false, text: texts.tooFewConnections(needed, allowed) })
  else report({ ok: true, text: texts.connectionsGood(needed, allowed) })
}

async function version(db: Database): Promise<string> {
  const { rows } = await db.query<{ version: string }>(`select current_setting('server_version') as version`)
  return rows[0]?.version.split(' ')[0] ?? ''
}

function place({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl === undefined) return texts.placeEmbedded(dataDir)
  const url = new URL(databaseUrl)
  return texts.placeForeign(url.host || url.searchParams.get('host') || 'localhost')
}

const REQUIRED_BYTES = 1024 ** 3

/** Of the embedded database; the disk of another can't be seen from here. */
export async function checkDisk(config: Config, report: (result: CheckResult) => void): Promise<void> {
  if (config.databaseUrl !== undefined) return
  let folder = config.dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= REQUIRED_BYTES) return report({ ok: true, text: texts.diskGood(folder, texts.gigabytes(free)) })
  report({ ok: false, text: texts.diskLow(folder, texts.gigabytes(free), texts.gigabytes(REQUIRED_BYTES)) })
}

const NOT_BEFORE = new Date('2026-11-01T00:00:00Z')
const MAX_SKEW_MS = 5_000

export function checkClock(now: Date, report: (result: CheckResult) => void): void {
  if (!knowsZones()) report({ ok: false, text: texts.zonesMissing })
  if (now < NOT_BEFORE) report({ ok: false, text: texts.clockPast(now.toISOString()) })
  else report({ ok: true, text: texts.clockGood })
}

async function checkDatabaseClock(db: Database, report: (result: CheckResult) => void): Promise<void> {
  const before = Date.now()
  const { rows } = await db.query<{ now: Date; last: Date | null }>(
    'select clock_timestamp() as now, (select max(at) from journal_entry) as last',
  )
  const after = Date.now()
  const { now, last } = rows[0]!
  const skewMs = Math.max(before - now.getTime(), now.getTime() - after, 0)
  if (skewMs > MAX_SKEW_MS) report({ ok: false, text: texts.clockSkew(Math.round(skewMs / 1000)) })
  if (last && last.getTime() > after + MAX_SKEW_MS) {
    report({ ok: false, text: texts.clockBehind(last.toISOString(), new Date(after).toISOString()) })
  }
}

function knowsZones(): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Yekaterinburg', hour: 'numeric' }).format(0).length > 0
    )
  } catch {
    return false
  }
}
