import { forgetBulkActions } from '../bulk-actions/bulk-actions.js'
import { stepBulkAction } from '../bulk-actions/step-bulk-action.js'
import { stepClosing } from '../catalogue/apply/close-import.js'
import { addJob, type JobName, type JobPayloads } from '../db/add-job.js'
import type { Database } from '../db/database.js'
import { forgetIntegration } from '../integrations/forget-integration.js'
import { forgetClaims } from '../orders/numbering/number-claim.js'
import { stepStale } from '../preflight/step-findings.js'
import { FORGET_READINGS } from '../reading/forget-readings.js'
import { type Job, performSteps } from './job.js'

/** Does one thing with many orders for one 1C. */
export const bulkAction = stepJob(
  'bulk-action',
  2,
  (db, { id }) =>
    () =>
      stepBulkAction(db, id),
)

/** Marks items as gone that a whole catalogue no longer has. */
export const closeCatalogue = stepJob('close-catalogue', 1, (db, { integrationKey }) => {
  return () => stepClosing(db, integrationKey)
})

/** Recalculates the findings of a location's orders that were marked as possibly outdated. */
export const findStale = stepJob('find-stale', 1, (db, payload) => () => stepStale(db, payload))

/** Deletes what is left of a removed integration. Only the running job knows how far it has come. */
export const forget: Job<'forget'> = {
  name: 'forget',
  atOnce: 1,
  async run({ integrationKey }, { db, signal }) {
    // These delete rows in folders that integrations/ may not import.
    const step = forgetIntegration(db, integrationKey, [forgetClaims, forgetBulkActions, ...FORGET_READINGS])
    while (await performSteps(step, signal))
      if (signal.aborted) return addJob(db, 'forget', { integrationKey })
  },
}

/** Performs steps for a while; until nothing is left to do, it adds itself again. */
function stepJob<Name extends JobName>(
  name: Name,
  atOnce: number,
  stepOf: (db: Database, payload: JobPayloads[Name]) => () => Promise<boolean>,
): Job<Name> {
  return {
    name,
    atOnce,
    async run(payload, { db, signal }) {
      if (await performSteps(stepOf(db, payload), signal)) await addJob(db, name, payload)
    },
  }
}
