import type { Command } from 'commander'
import { databaseUrl } from '../../config/parsers.js'
import { readConfig } from '../../config.js'
import { copyDatabase } from '../../db/copy/copy-database.js'
import { countOtherUsers, refuseForeignTarget } from '../../db/copy/refuse-users.js'
import { type Database, openDatabase } from '../../db/database.js'
import { moveFile, recordMove } from '../../db/embedded/home.js'
import { AppError } from '../../errors/app-error.js'
import { explainError } from '../../errors/cli-failure.js'
import { migrateForCommand, openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.copy

export function addCopy(program: Command, terminal: Terminal): void {
  program
    .command('copy')
    .description(texts.description)
    .requiredOption('--to <postgresql-url>', texts.to)
    .action((options: { to: string }) => copy(options.to, terminal))
}

/** The source stays unchanged; an embedded one is marked as moved. */
async function copy(to: string, terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  if (databaseUrl.read(to) === undefined) throw new AppError('invalid', texts.badUrl(databaseUrl.expected))
  // Joined as `serve`, so that no server can run on this folder meanwhile.
  await using source = await openConfiguredDatabase(config, 'serve', {
    mustExist: true,
    evenIfMoved: true,
    warn: terminal.notify,
  })
  const others = await countOtherUsers(source)
  if (others > 0) throw new AppError('conflict', texts.sourceInUse(others))
  await migrateForCommand(source, terminal)
  await migrateTarget(source, to, terminal)
  const rows = await copyDatabase(source.url, to, {
    progress: (table, done, total) => terminal.progress(texts.progress(table, done, total)),
    copied: (table, count) => terminal.notify(texts.copied(table, count)),
    skipped: table => terminal.notify(texts.left(table)),
  })
  terminal.print(texts.done(rows))
  if (config.databaseUrl === undefined) markMoved(config.dataDir, to, terminal)
}

/** The copy is whole by now: a mark that can't be written is reported, but no failure. */
function markMoved(dataDir: string, to: string, terminal: Terminal): void {
  const { host, pathname, searchParams } = new URL(to)
  try {
    const server = host || searchParams.get('host') || 'localhost'
    recordMove(dataDir, { to: server + pathname, at: new Date().toISOString() })
    terminal.print(texts.closed(moveFile(dataDir)))
  } catch (error) {
    terminal.notify(texts.notMarked(explainError(error, '').text))
  }
}

async function migrateTarget(source: Database, to: string, terminal: Terminal): Promise<void> {
  try {
    await using target = openDatabase({ url: to, poolSize: 1 })
    await refuseForeignTarget(source, target)
    await migrateForCommand(target, terminal)
  } catch (cause) {
    const { text } = explainError(cause, '')
    throw new AppError('unavailable', texts.targetTrouble(text.replaceAll('DATABASE_URL', '--to')), { cause })
  }
}
