import { statfs } from 'node:fs/promises'
import type { AlarmCause } from '@obmen/contract'
import type { AlarmFacts } from '@obmen/contract/rest'
import { BACKUP_HOURS, lastBackup } from '../../backup/backups.js'
import type { Config } from '../../config.js'
import type { Database, Queryable } from '../../db/database.js'
import type { Condition } from '../alarm.js'
import { knownCertificateEnd } from './certificate.js'

const FULL_DISK_PERCENT = 85
const FEW_CONNECTIONS_PERCENT = 90
const CLOCK_OFF_SECONDS = 300
const CERTIFICATE_DAYS = 14
const HOUR_MS = 3_600_000

type ServerConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'publicUrl' | 'backupDir'>
/** Null: all is well. Undefined: this server can't judge it now. */
type Judged = AlarmFacts | null | undefined

export interface JudgedServer {
  conditions: Condition[]
  unjudged: Set<AlarmCause>
}

/** What is wrong with this server and its database. */
export async function serverConditions(db: Database, config: ServerConfig): Promise<JudgedServer> {
  const alone = await isAlone(db)
  const offset = await clockOffset(db)
  const judged: [AlarmCause, Judged][] = [
    ['backup-old', await oldBackup(db, config)],
    ['disk', await fullDisk(config)],
    ['connections', await fewConnections(db)],
    // The clock of another server may be wrong.
    ['clock', Math.abs(offset) > CLOCK_OFF_SECONDS ? { offsetSeconds: offset } : alone ? null : undefined],
    ['certificate', await endingCertificate(config)],
  ]
  const now = new Date(Date.now() - offset * 1000)
  return {
    conditions: judged.flatMap(([cause, facts]) =>
      facts ? [{ cause, locationId: null, subject: '', integrationKey: null, since: now, facts }] : [],
    ),
    unjudged: new Set(judged.flatMap(([cause, facts]) => (facts === undefined ? [cause] : []))),
  }
}

async function isAlone(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ servers: number }>('select count(*)::int as servers from job_server')
  return rows[0]!.servers <= 1
}

/** How many seconds this server's clock is ahead of the database's. */
async function clockOffset(db: Queryable): Promise<number> {
  const before = Date.now()
  const { rows } = await db.query<{ now: Date }>('select clock_timestamp() as now')
  return Math.round(((before + Date.now()) / 2 - rows[0]!.now.getTime()) / 1000)
}

/** Where there is none yet, the first is being taken, unless that failed or this server has run for long. */
async function oldBackup(db: Queryable, { backupDir }: ServerConfig): Promise<Judged> {
  if (backupDir === undefined) return undefined
  const { endedAt, failure } = await lastBackup(db)
  const age = endedAt ? Date.now() - endedAt.getTime() : performance.now()
  const isOld = age > BACKUP_HOURS * HOUR_MS || (endedAt === null && failure !== null)
  return isOld ? { lastBackupAt: endedAt?.toISOString() ?? null, failure } : null
}

async function fullDisk({ databaseUrl, dataDir, backupDir }: ServerConfig): Promise<Judged> {
  const folders = [databaseUrl === undefined ? dataDir : undefined, backupDir].filter(
    one => one !== undefined,
  )
  const disks = await Promise.all(folders.map(path => usedDisk(path).catch(() => undefined)))
  const known = disks.filter(disk => disk !== undefined)
  if (known.length === 0) return undefined
  const fullest = known.reduce((one, other) => (other.usedPercent > one.usedPercent ? other : one))
  return fullest.usedPercent >= FULL_DISK_PERCENT ? fullest : null
}

/** As `df` counts: of what may be used by others than root. */
async function usedDisk(path: string): Promise<{ path: string; usedPercent: number; freeBytes: number }> {
  const { bavail, bfree, blocks, bsize } = await statfs(path)
  const used = blocks - bfree
  return {
    path,
    usedPercent: Math.ceil((used / Math.max(1, used + bavail)) * 100),
    freeBytes: bavail * bsize,
  }
}

/** Of the server, of the role, or of the database, whichever is nearer to its end. */
async function fewConnections(db: Queryable): Promise<Judged> {
  const { rows } = await db.query<{ used: number; allowed: number }>(
    `with used as materialized (
       select usename = current_user as own, datname = current_database() as here
         from pg_stat_activity where datname is not null)
     select * from (
       select (select count(*) from used)::int as used,
              current_setting('max_connections')::int
                - current_setting('superuser_reserved_connections')::int as allowed
        union all
       select (select count(*) from used where own)::int, rolconnlimit from pg_roles
        where rolname = current_user and rolconnlimit >= 0
        union all
       select (select count(*) from used where here)::int, datconnlimit from pg_database
        where datname = current_database() and datconnlimit >= 0) limits
      order by used::float / greatest(allowed, 1) desc limit 1`,
  )
  const { used, allowed } = rows[0]!
  return used >= (allowed * FEW_CONNECTIONS_PERCENT) / 100 ? { used, allowed } : null
}

async function endingCertificate({ publicUrl }: ServerConfig): Promise<Judged> {
  if (!publicUrl?.startsWith('https:')) return null
  const isSoon = (end: Date): boolean => end.getTime() - Date.now() < CERTIFICATE_DAYS * 24 * HOUR_MS
  const end = await knownCertificateEnd(publicUrl, isSoon)
  if (!end) return undefined
  return isSoon(end) ? { host: new URL(publicUrl).hostname, expiresAt: end.toISOString() } : null
}
