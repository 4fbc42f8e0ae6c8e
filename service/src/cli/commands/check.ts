import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { BACKUP_HOURS, lastBackup } from '../../backup/backups.js'
import { sendingPausedAt } from '../../backup/sending.js'
import { type Config, connectionsOfServer, lookAlikes, readConfig } from '../../config.js'
import type { Database } from '../../db/database.js'
import { startOfDay } from '../../db/days.js'
import { findBinaries } from '../../db/embedded/binaries.js'
import { hasCluster } from '../../db/embedded/home.js'
import { pendingMigrations } from '../../db/migrate.js'
import { AppError } from '../../errors/app-error.js'
import { explainError } from '../../errors/cli-failure.js'
import { measureDays } from '../../journal/limit-growth.js'
import { lookAtConnection } from '../look-at-connection.js'
import { openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.check

type CheckCode =
  | ('variables' | 'database' | 'migrations' | 'connections' | 'tls' | 'pooler')
  | ('journal' | 'backup' | 'sending' | 'disk' | 'time-zones' | 'clock')

/** Result of one check; with `ok: false`, the text says what to do. */
interface CheckResult {
  /** What was looked at, as docs/operating/monitoring.md lists it. */
  code: CheckCode
  ok: boolean
  text: string
}

export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description(texts.description)
    .option('--json', texts.json)
    .action(({ json }: { json?: true }) => check(terminal, json === true))
}

/** Prints each result as soon as it is known, or all of them as one array. */
async function check(terminal: Terminal, json: boolean): Promise<void> {
  const results: CheckResult[] = []
  for await (const result of runChecks(terminal)) {
    results.push(result)
    if (!json) terminal.print((result.ok ? texts.good : texts.bad)(result.text))
  }
  if (json) terminal.print(JSON.stringify(results))
  const failed = results.filter(({ ok }) => !ok).length
  if (failed > 0) throw new AppError('unavailable', texts.failed(failed))
}

async function* runChecks({ env, notify }: Terminal): AsyncGenerator<CheckResult> {
  let clocksAgree = true
  try {
    const config = readConfig(env)
    const meant = lookAlikes(env)
    yield { code: 'variables', ok: meant.length === 0, text: texts.variables(meant) }
    for await (const result of checkDatabase(config, notify)) {
      if (result.code === 'clock') clocksAgree &&= result.ok
      yield result
    }
    if (config.databaseUrl === undefined) yield await checkDisk(config.dataDir)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    yield { code: 'variables', ok: false, text: error.message }
  }
  if (!knowsZones()) yield { code: 'time-zones', ok: false, text: texts.zonesMissing }
  const now = new Date()
  if (now < NOT_BEFORE) yield { code: 'clock', ok: false, text: texts.clockPast(now.toISOString()) }
  else if (clocksAgree) yield { code: 'clock', ok: true, text: texts.clockGood }
}

/** Reachable, ours and up to date. An embedded database that doesn't exist yet is not created. */
async function* checkDatabase(config: Config, warn: Terminal['notify']): AsyncGenerator<CheckResult> {
  try {
    if (config.databaseUrl === undefined && !hasCluster(config.dataDir)) {
      findBinaries()
      yield { code: 'database', ok: true, text: texts.clusterAbsent(config.dataDir) }
      return
    }
    await using db = await openConfiguredDatabase(config, 'command', { warn })
    const pending = await pendingMigrations(db)
    yield { code: 'database', ok: true, text: texts.databaseGood(await version(db), place(config)) }
    if (config.databaseUrl !== undefined) yield* checkWay(db.url)
    if (pending.length > 0)
      return yield { code: 'migrations', ok: false, text: texts.migrationsPending(pending) }
    yield { code: 'migrations', ok: true, text: texts.migrationsGood }
    yield await checkConnections(db, connectionsOfServer(config))
    yield await checkJournal(db, config.journalBytes)
    yield* checkBackup(db, config.backupDir)
    const paused = await sendingPausedAt(db)
    if (paused) yield { code: 'sending', ok: false, text: texts.sendingPaused(paused.toLocaleString('ru')) }
    yield* checkDatabaseClock(db)
  } catch (error) {
    yield { code: 'database', ok: false, text: explainError(error, '').text }
  }
}

/** A database of one's own is reached encrypted, and by connections of one's own. */
async function* checkWay(url: string): AsyncGenerator<CheckResult> {
  const { plainTo, isPrivate, pooled } = await lookAtConnection(url)
  if (plainTo !== undefined)
    yield { code: 'tls', ok: isPrivate, text: (isPrivate ? texts.plainInPrivate : texts.plain)(plainTo) }
  if (pooled) yield { code: 'pooler', ok: false, text: texts.pooled }
}

/** Whether the pools of a server fit into the connections that are allowed to it. */
async function checkConnections(db: Database, needed: number): Promise<CheckResult> {
  const { rows } = await db.query<{ allowed: number; by: keyof typeof texts.limitedBy }>(
    `select allowed, by from (
       select current_setting('max_connections')::int
              - current_setting('superuser_reserved_connections')::int
              - coalesce(current_setting('reserved_connections', true), '0')::int as allowed, 'server' as by
        union all
       select rolconnlimit, 'role' from pg_roles
        where rolname = current_user and rolconnlimit >= 0 and not rolsuper
        union all
       select datconnlimit, 'database' from pg_database
        where datname = current_database() and datconnlimit >= 0) limits
      order by allowed limit 1`,
  )
  const { allowed, by } = rows[0]!
  const ok = needed <= allowed
  const text = ok
    ? texts.connectionsGood(needed, allowed)
    : texts.tooFewConnections(needed, allowed, texts.limitedBy[by])
  return { code: 'connections', ok, text }
}

/** Only the days of exchanges that may go on keep it above the limit. */
async function checkJournal(db: Database, limit: number): Promise<CheckResult> {
  const days = await measureDays(db)
  const bytes = days.reduce((sum, day) => sum + day.bytes, 0)
  const first = days[0] ? startOfDay(days[0].day) : new Date()
  const since = first.toLocaleDateString('ru', { timeZone: 'UTC' })
  const [taken, allowed] = [texts.gigabytes(bytes), texts.gigabytes(limit)]
  const ok = bytes <= limit
  return { code: 'journal', ok, text: (ok ? texts.journalGood : texts.journalFull)(taken, allowed, since) }
}

const HOUR_MS = 3_600_000

/** Of one that nobody takes by itself only the age is said. */
async function* checkBackup(db: Database, folder: string | undefined): AsyncGenerator<CheckResult> {
  const { endedAt, failure } = await lastBackup(db)
  if (folder === undefined && endedAt === null) return
  if (folder !== undefined && failure !== null)
    yield { code: 'backup', ok: false, text: texts.backupFailed(failure) }
  if (endedAt === null) return yield { code: 'backup', ok: false, text: texts.backupMissing }
  const hours = Math.floor((Date.now() - endedAt.getTime()) / HOUR_MS)
  const ok = folder === undefined || hours < BACKUP_HOURS
  yield { code: 'backup', ok, text: (ok ? texts.backupGood : texts.backupOld)(hours) }
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
async function checkDisk(dataDir: string): Promise<CheckResult> {
  let folder = dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const [free, required] = [texts.gigabytes(bavail * bsize), texts.gigabytes(REQUIRED_BYTES)]
  const ok = bavail * bsize >= REQUIRED_BYTES
  return { code: 'disk', ok, text: ok ? texts.diskGood(folder, free) : texts.diskLow(folder, free, required) }
}

const NOT_BEFORE = new Date('2026-11-01T00:00:00Z')
const MAX_SKEW_MS = 5_000

async function* checkDatabaseClock(db: Database): AsyncGenerator<CheckResult> {
  const before = Date.now()
  const { rows } = await db.query<{ now: Date; last: Date | null }>(
    'select clock_timestamp() as now, (select max(at) from journal_entry) as last',
  )
  const after = Date.now()
  const { now, last } = rows[0]!
  const skewMs = Math.max(before - now.getTime(), now.getTime() - after, 0)
  if (skewMs > MAX_SKEW_MS)
    yield { code: 'clock', ok: false, text: texts.clockSkew(Math.round(skewMs / 1000)) }
  if (last && last.getTime() > after + MAX_SKEW_MS)
    yield {
      code: 'clock',
      ok: false,
      text: texts.clockBehind(last.toISOString(), new Date(after).toISOString()),
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
