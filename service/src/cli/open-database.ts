import type { Config } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'
import { hasCluster, moveFile, readMove } from '../db/embedded/home.js'
import type { Role } from '../db/embedded/leases.js'
import { useEmbeddedPostgres } from '../db/embedded/use-embedded-postgres.js'
import { migrate } from '../db/migrate.js'
import { AppError } from '../errors/app-error.js'
import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'

export interface DatabaseOptions {
  /** An idle connection broke; the pool replaces it. */
  onError?: (error: Error) => void
  /** The embedded server is gone for good. */
  onLost?: (error: Error) => void
  /** Refuses a DATA_DIR without a database instead of making one there. */
  mustExist?: boolean
  /** Opens the embedded database also after `obmen copy` has moved what is in it. */
  evenIfMoved?: boolean
}

/**
 * The database that the environment names, or the embedded one, joined or started. Disposing closes both. Throws AppError `not-found`
 * where there must be one and is none, `conflict` where it was moved: whoever forgot `DATABASE_URL` would read and change what nobody uses.
 */
export async function openConfiguredDatabase(
  config: Config,
  role: Role,
  options: DatabaseOptions = {},
): Promise<Database> {
  if (config.databaseUrl === undefined) refuseUnusable(config.dataDir, options)
  const embedded =
    config.databaseUrl === undefined
      ? await useEmbeddedPostgres({
          dataDir: config.dataDir,
          role,
          ...(options.onLost ? { onLost: options.onLost } : {}),
        })
      : undefined
  const db = openDatabase({
    url: embedded?.url ?? config.databaseUrl!,
    poolSize: 2,
    silenceMs: config.databaseSilenceSeconds * 1000,
    onError: error => options.onError?.(error),
  })
  return {
    ...db,
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      await embedded?.[Symbol.asyncDispose]()
    },
  }
}

function refuseUnusable(dataDir: string, { mustExist, evenIfMoved }: DatabaseOptions): void {
  if (mustExist && !hasCluster(dataDir)) throw new AppError('not-found', cliTexts.noDatabase(dataDir))
  const move = evenIfMoved ? undefined : readMove(dataDir)
  if (move) throw new AppError('conflict', cliTexts.databaseMoved(dataDir, move, moveFile(dataDir)))
}

/** Migrates the database for a command, which says so while a table in use keeps it waiting. Returns the names of what was run. */
export function migrateForCommand(db: Database, { notify }: Terminal): Promise<string[]> {
  return migrate(db, { onWait: () => notify(cliTexts.databaseInUse) })
}
