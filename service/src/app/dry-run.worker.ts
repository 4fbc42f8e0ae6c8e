import type { DryRun } from '@obmen/contract/rest'
import { presentDryRun } from '../api/presenters/dry-run.js'
import { type DatabaseOptions, openDatabase } from '../db/database.js'
import type { Integration } from '../integrations/integration.js'
import { createLog } from '../log.js'
import { taskOf } from '../workers/threads.js'
import { dryRun, type RealExchange } from './dry-run.js'

export interface DryRunTask {
  database: DatabaseOptions
  isSilent: boolean
  integration: Integration
  limit: number
  bytes: number
  exchange?: RealExchange
}

export default taskOf(async (task: DryRunTask): Promise<DryRun> => {
  const { database, isSilent, integration, ...bounds } = task
  await using db = openDatabase(database)
  // No 1C is involved: only failures are worth logging.
  const log = createLog(isSilent ? 'silent' : 'warn')
  return presentDryRun(await dryRun(integration, { db, log, ...bounds }))
})
