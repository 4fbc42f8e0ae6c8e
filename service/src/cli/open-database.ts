import type { Config } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'
import type { Role } from '../db/embedded/leases.js'
import { useEmbeddedPostgres } from '../db/embedded/use-embedded-postgres.js'
import { migrate } from '../db/migrate.js'
import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'

export interface DatabaseHooks {
  /** An idle connection broke; the pool replaces it. */
  onError?: (error: Error) => void
  /** The embedded server is gone for good. */
  onLost?: (error: Error) => void
}

/** The database that the environment names, or the embedded one, joined or started. Disposing closes both. */
export async function openConfiguredDatabase(
  config: Config,
  role: Role,
  hooks: DatabaseHooks = {},
): Promise<Database> {
  const embedded =
    config.databaseUrl === undefined
      ? await useEmbeddedPostgres({
          dataDir: config.dataDir,
          role,
          ...(hooks.onLost ? { onLost: hooks.onLost } : {}),
        })
      : undefined
  const db = openDatabase({
    url: embedded?.url ?? config.databaseUrl!,
    poolSize: 2,
    silenceMs: config.databaseSilenceSeconds * 1000,
    onError: error => hooks.onError?.(error),
  })
  return {
    ...db,
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      await embedded?.[Symbol.asyncDispose]()
    },
  }
}

/** Migrates the database for a command, which says so while a table in use keeps it waiting. Returns the names of what was run. */
export function migrateForCommand(db: Database, { notify }: Terminal): Promise<string[]> {
  return migrate(db, { onWait: () => notify(cliTexts.databaseInUse) })
}
