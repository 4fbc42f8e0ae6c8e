import type { Rehearsal } from '../api/contract/integrations.js'
import { presentRehearsal } from '../api/presenters/rehearsal.js'
import { type DatabaseOptions, openDatabase } from '../db/database.js'
import type { Integration } from '../integrations/integration.js'
import { createLog } from '../log.js'
import { answerTasks } from '../workers/answer.js'
import { rehearse } from './rehearse.js'

export interface DryRunTask {
  database: DatabaseOptions
  isSilent: boolean
  integration: Integration
  /** Orders at most. */
  limit: number
  /** Bytes of JSON that all of them, and one page of them, may take. */
  bytes: number
  pageBytes: number
}

export default answerTasks(async (task: DryRunTask): Promise<Rehearsal> => {
  const { database, isSilent, integration, ...bounds } = task
  await using db = openDatabase(database)
  // No 1C called: only what goes wrong is worth a line.
  const log = createLog(isSilent ? 'silent' : 'warn')
  return presentRehearsal(await rehearse(integration, { db, log, ...bounds }))
})
