import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { openFile } from '../../backup/backup-file.js'
import { recordEnd, recordStart } from '../../backup/backups.js'
import { explainFile } from '../../backup/explain-file.js'
import { restoreBackup } from '../../backup/restore-backup.js'
import { takeBackup } from '../../backup/take-backup.js'
import { backupTexts } from '../../backup/texts.js'
import { type Config, readConfig } from '../../config.js'
import { countOtherUsers } from '../../db/copy/refuse-users.js'
import { pendingMigrations } from '../../db/migrate.js'
import { hasItsKey } from '../../db/secrets/open-secrets.js'
import { AppError } from '../../errors/app-error.js'
import { openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.backup

interface BackupOptions {
  keyFile?: string
  force?: true
  version: string
}

export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command('backup')
    .description(texts.description)
    .argument('<file>', texts.file)
    .option('--key-file <file>', texts.keyFile)
    .option('--force', texts.force)
    .action((file: string, options: Omit<BackupOptions, 'version'>) =>
      backup(resolve(file), { ...options, version: program.version()! }, terminal),
    )
}

/** Beside whatever runs: it changes nothing but its own row. */
async function backup(file: string, options: BackupOptions, terminal: Terminal): Promise<void> {
  const { keyFile, force, version } = options
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const config = readConfig(terminal.env)
  const key = keyFile === undefined ? undefined : readKey(keyFile)
  await using db = await openConfiguredDatabase(config, 'command', {
    mustExist: true,
    warn: terminal.notify,
  })
  const pending = await pendingMigrations(db)
  if (pending.length > 0) throw new AppError('unavailable', cliTexts.check.migrationsPending(pending))
  const row = await recordStart(db, file)
  try {
    const taken = await takeBackup(db.url, {
      file,
      key,
      version,
      force,
      progress: (table, rows) => terminal.progress(texts.progress(table, rows)),
      verifying: () => terminal.progress(texts.verifying),
    })
    await recordEnd(db, row, taken)
    terminal.print(texts.done(file, taken))
    terminal.print(texts.keepKey(keyPlace(config)))
  } catch (error) {
    await recordEnd(db, row, { failure: (error as Error).message })
    throw error
  }
}

interface RestoreOptions {
  keyFile?: string
  yes?: true
}

export function addRestore(program: Command, terminal: Terminal): void {
  program
    .command('restore')
    .description(texts.restoreDescription)
    .argument('<file>', texts.restoreFile)
    .option('--key-file <file>', texts.itsKeyFile)
    .option('--yes', texts.yes)
    .action((file: string, options: RestoreOptions) => restore(resolve(file), options, terminal))
}

async function restore(file: string, { keyFile, yes }: RestoreOptions, terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  const backupFile = await openFile(file, keyFile === undefined ? undefined : readKey(keyFile))
  terminal.notify(texts.holds(backupFile.header))
  if (!yes && !(await terminal.confirm(texts.question))) return terminal.print(texts.left)
  // Joined as `serve`, so that no server can run on this folder meanwhile.
  await using db = await openConfiguredDatabase(config, 'serve', { warn: terminal.notify })
  const others = await countOtherUsers(db)
  if (others > 0) throw new AppError('conflict', texts.inUse(others))
  const rows = await restoreBackup(db, backupFile, (table, done) =>
    terminal.progress(texts.progress(table, done)),
  )
  terminal.print(texts.restoreDone(rows))
  if (!(await hasItsKey(db, config))) terminal.notify(texts.otherKey(keyPlace(config)))
}

const LEAST_KEY = 32

function readKey(path: string): string {
  try {
    const key = readFileSync(path, 'utf8').trim()
    if (key.length < LEAST_KEY) throw new AppError('conflict', backupTexts.keyShort(path, LEAST_KEY))
    return key
  } catch (cause) {
    throw explainFile(cause, path)
  }
}

function keyPlace({ secretKey, dataDir }: Config): string {
  return secretKey === undefined ? `${dataDir}/secret.key` : 'SECRET_KEY'
}
