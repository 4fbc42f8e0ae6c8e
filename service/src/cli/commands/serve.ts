import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Command } from 'commander'
import { readVersion } from '../../app/version.js'
import type { App } from '../../app.js'
import { type Config, listDefaults, readConfig } from '../../config.js'
import type { Database } from '../../db/database.js'
import { migrate } from '../../db/migrate.js'
import { AppError } from '../../errors/app-error.js'
import { isDatabaseDown } from '../../errors/cli-failure.js'
import { createLog, type Logger } from '../../log.js'
import { awaitStop } from '../await-stop.js'
import { openConfiguredDatabase } from '../open-database.js'
import { openSystemd } from '../systemd.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.serve
const HEAP_GROWING_PERCENT = 100
const DATABASE_WAIT_MS = 15_000

export function addServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description(texts.description)
    .addHelpText('after', () => describeEnvironment())
    .action(() => serve(terminal))
}

async function serve(terminal: Terminal): Promise<void> {
  // Streaming orders creates much garbage. By default V8 would let the heap grow to several times its size
  // rather than collect it; with half of this, a batch of orders has it collected several times a second.
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`)
  const config = readConfig(terminal.env)
  const log = createLog(config.logLevel)
  log.info({ ...readVersion(), node: process.version }, 'starting')
  const systemd = openSystemd(terminal, log)
  const stop = awaitStop({ ...terminal, notify: text => log.info(text) })
  await using db = await openConfiguredDatabase(config, 'serve', {
    // Expected while stopping; and the error holds the whole connection, secrets included.
    onError: ({ message }) =>
      stop.requested.aborted || log.warn({ reason: message }, 'a database connection broke'),
    onLost: error => stop.fail(error),
    warn: text => log.warn(text),
  })
  await bringUpToDate(db, log, stop.requested)
  if (stop.requested.aborted) return stop.done()
  // Only here: the other commands start twice as fast without the server's packages.
  const { createApp } = await import('../../app.js')
  const app = await createApp({ config, db, log })
  try {
    const address = await listen(app, config)
    terminal.print(texts.ready(address, process.pid))
    log.info({ address }, 'ready')
    systemd.ready()
    await stop.wait
    systemd.stopping()
  } finally {
    await app.close()
    stop.done()
    log.info('stopped')
  }
}

/** Waits a moment for a database that starts together with us; the embedded one is already running. */
async function bringUpToDate(db: Database, log: Logger, stop: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + DATABASE_WAIT_MS
  for (;;) {
    try {
      const names = await migrate(db, { onWait: () => log.warn(cliTexts.databaseInUse), signal: stop })
      if (names.length > 0) log.info({ migrations: names }, texts.migrated)
      return
    } catch (error) {
      if (!isDatabaseDown(error) || Date.now() > giveUpAt || stop.aborted) throw error
      log.warn({ err: error }, cliTexts.databaseStarting)
      await delay(1000, undefined, { signal: stop }).catch(() => {})
    }
  }
}

async function listen(app: App, config: Config): Promise<string> {
  try {
    return await app.listen()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const { host, port } = config
    if (code === 'EADDRINUSE') throw new AppError('unavailable', cliTexts.portTaken(host, port), { cause })
    if (code === 'EACCES') throw new AppError('unavailable', cliTexts.portForbidden(port), { cause })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new AppError('unavailable', cliTexts.hostUnknown(host), { cause })
    }
    throw cause
  }
}

function describeEnvironment(): string {
  const lines = listDefaults().map(
    ({ name, default: value, meaning }) =>
      `  ${name}\n      ${meaning}${value ? cliTexts.defaultValue(value) : ''}`,
  )
  return `\n${cliTexts.environment}\n${lines.join('\n')}`.replaceAll('`', '')
}
