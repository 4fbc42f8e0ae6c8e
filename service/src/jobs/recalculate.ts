import { addJob } from '../db/add-job.js'
import { STEP_LOCK_MS, stepRecalculation } from '../orders/routing/recalculation.js'
import { stepFindings } from '../preflight/step-findings.js'
import { type Job, performSteps } from './job.js'

/** A step waits for a lock this many times shorter than others, so that others don't time out behind it. */
const LOCK_SHARE = 1.5
const LOCK_NOT_AVAILABLE = '55P03'
/** How long others have the lock to themselves before the next step. */
const RETRY_SECONDS = 1

/**
 * Recalculates what an integration is owed, and then its findings. A step that does not get its lock doubles
 * the wait of the next one: otherwise puts that each take longer than a step waits would starve it.
 */
export const recalculate: Job<'recalculate'> = {
  name: 'recalculate',
  atOnce: 2,
  async run({ integrationKey, lockMs = STEP_LOCK_MS }, { db, config, signal }) {
    const step = async (): Promise<boolean> =>
      (await stepRecalculation(db, integrationKey, undefined, lockMs)) ||
      (await stepFindings(db, integrationKey))
    try {
      if (await performSteps(step, signal)) await addJob(db, 'recalculate', { integrationKey })
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
      const longestMs = (config.databaseLockTimeoutSeconds * 1000) / LOCK_SHARE
      const nextMs = Math.max(STEP_LOCK_MS, Math.min(2 * lockMs, longestMs))
      await addJob(db, 'recalculate', { integrationKey, lockMs: nextMs }, RETRY_SECONDS)
    }
  },
}
