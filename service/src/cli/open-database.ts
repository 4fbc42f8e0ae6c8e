import { type Config, readConfig } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'
import { hasCluster, moveFile, readMove } from '../db/embedded/home.js'
import {
  type EmbeddedPostgres,
  type Role,
  useEmbeddedPostgres,
} from '../db/embedded/use-embedded-postgres.js'
import { migrate } from '../db/migrate.js'
import { AppError } from '../errors/app-error.js'
import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'

export interface DatabaseOptions {
  /** An idle connection broke; the pool replaces it. */
  onError?: (error: Error) => void
  /** The embedded server is gone for good. */
  onLost?: (error: Error) => void
  /** Takes a line for whoever started us. */
  warn?: (text: string) => void
  /** Refuses a DATA_DIR without a database instead of making one there. */
  mustExist?: boolean
  /** Opens the embedded database also after `obmen copy` has moved what is in it. */
  evenIfMoved?: boolean
}

/** The database that the environment names, or the embedded one. `conflict`: it was moved to another. */
export async function openConfiguredDatabase(
  config: Config,
  role: Role,
  options: DatabaseOptions = {},
): Promise<Database> {
  const { databaseUrl, dataDir, runAs } = config
  if (databaseUrl === undefined) refuseUnusable(dataDir, options)
  const { onLost, warn } = options
  const embedded =
    databaseUrl === undefined
      ? await useEmbeddedPostgres({ dataDir, role, runAs, warn, ...(onLost && { onLost }) })
      : undefined
  const leaving = role === 'command' && embedded ? leaveAtSignal(embedded) : undefined
  const db = openDatabase({
    url: embedded?.url ?? databaseUrl!,
    poolSize: 2,
    silenceMs: config.databaseSilenceSeconds * 1000,
    onError: error => options.onError?.(error),
  })
  return {
    ...db,
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      await embedded?.[Symbol.asyncDispose]()
      leaving?.[Symbol.dispose]()
    },
  }
}

/** A command that is interrupted stops the server as one that has ended does, and then ends by the signal. */
function leaveAtSignal(embedded: EmbeddedPostgres): Disposable {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const dispose = (): void => {
    for (const signal of signals) process.off(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    dispose()
    void Promise.resolve(embedded[Symbol.asyncDispose]()).finally(() => process.kill(process.pid, signal))
  }
  for (const signal of signals) process.on(signal, onSignal)
  return { [Symbol.dispose]: dispose }
}

function refuseUnusable(dataDir: string, { mustExist, evenIfMoved }: DatabaseOptions): void {
  if (mustExist && !hasCluster(dataDir)) throw new AppError('not-found', cliTexts.noDatabase(dataDir))
  const move = evenIfMoved ? undefined : readMove(dataDir)
  if (move) throw new AppError('conflict', cliTexts.databaseMoved(dataDir, move, moveFile(dataDir)))
}

export async function openForCommand(terminal: Terminal, options: DatabaseOptions = {}): Promise<Database> {
  const db = await openConfiguredDatabase(readConfig(terminal.env), 'command', {
    warn: terminal.notify,
    ...options,
  })
  try {
    await migrateForCommand(db, terminal)
    return db
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
}

/** Says so while a table in use keeps it waiting. Returns the names of what was run. */
export function migrateForCommand(db: Database, { notify }: Terminal): Promise<string[]> {
  return migrate(db, { onWait: () => notify(cliTexts.databaseInUse) })
}
