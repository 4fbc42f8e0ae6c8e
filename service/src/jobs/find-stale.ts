import { addJob } from '../db/add-job.js'
import { stepStale } from '../preflight/step-findings.js'
import { type Job, performSteps } from './job.js'

/** Recalculates the findings of a location's orders that were marked as possibly outdated. */
export const findStale: Job<'find-stale'> = {
  name: 'find-stale',
  atOnce: 1,
  async run({ locationId }, { db, signal }) {
    if (await performSteps(() => stepStale(db, { locationId }), signal))
      await addJob(db, 'find-stale', { locationId })
  },
}
