import { connectionsOfServer } from '../../config/derived.js'
import type { Config } from '../../config.js'
import type { Database } from '../../db/database.js'
import { findBinaries } from '../../db/embedded/binaries.js'
import { hasCluster } from '../../db/embedded/home.js'
import { pendingMigrations } from '../../db/migrate.js'
import { explainError } from '../../errors/cli-failure.js'
import { openConfiguredDatabase } from '../open-database.js'
import { cliTexts } from '../texts.js'
import { checkDatabaseClock } from './check-clock.js'
import type { CheckResult } from './check-result.js'

const texts = cliTexts.check

/** Whether the database can be reached, is ours and up to date. An embedded one that doesn't exist yet is not created. */
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
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as allowed`,
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
