import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Config } from '../config.js'
import { addJob } from '../db/add-job.js'
import type { Database } from '../db/database.js'
import type { Logger } from '../log.js'
import { isDue, recordEnd, recordStart } from './backups.js'
import { explainFile } from './explain-file.js'
import { takeBackup } from './take-backup.js'
import { backupTexts as texts } from './texts.js'

/** `obmen-2026-12-01T0200.backup`, by the server's clock; what else lies in the folder stays. */
const OURS = /^obmen-\d{4}-\d\d-\d\dT\d{4}\.backup$/
const UNFINISHED = /^obmen-.*\.backup\.part$/

/** Adds the job once BACKUP_AT has passed on this server's clock, and an hour after one that failed. */
export async function addDueBackup(db: Database, config: Config, now = new Date()): Promise<void> {
  const { backupDir, backupAt } = config
  if (backupDir === undefined) return
  if (await isDue(db, backupDir + sep, latestSlot(backupAt, now))) await addJob(db, 'back-up', {})
}

export function latestSlot(at: string, now: Date): Date {
  const [hour, minute] = at.split(':').map(Number)
  const slot = new Date(now)
  slot.setHours(hour!, minute!, 0, 0)
  if (slot > now) slot.setDate(slot.getDate() - 1)
  return slot
}

interface Helpers {
  db: Database
  config: Config
  log: Logger
  version: string
  signal: AbortSignal
}

/** Takes a backup into BACKUP_DIR, and then removes the oldest. A failure is recorded, not thrown. */
export async function backUp({ db, config, log, version, signal }: Helpers): Promise<void> {
  const folder = config.backupDir!
  const file = join(folder, nameOf(new Date()))
  const key = await recordStart(db, file)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(folder)) if (UNFINISHED.test(name)) await rm(join(folder, name))
    const { bytes, orders, rows } = await takeBackup(db.url, { file, version, signal })
    await recordEnd(db, key, { bytes, orders })
    log.info({ file, bytes, orders, rows }, 'backup taken')
  } catch (cause) {
    const { message } = explainFile(cause, file) as Error
    await recordEnd(db, key, { failure: signal.aborted ? texts.stopped : message })
    if (signal.aborted) throw cause
    return log.error({ err: cause, file }, 'the backup failed; it will be tried again in an hour')
  }
  const kept = (await readdir(folder)).filter(name => OURS.test(name)).sort()
  for (const name of kept.slice(0, -config.backupKeep)) await rm(join(folder, name))
}

function nameOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `obmen-${day}T${two(now.getHours())}${two(now.getMinutes())}.backup`
}
