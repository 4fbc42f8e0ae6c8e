import { forgetBulkActions } from '../bulk-actions/list-bulk-actions.js'
import { addJob } from '../db/add-job.js'
import { forgetIntegration } from '../integrations/forget-integration.js'
import { forgetClaims } from '../orders/numbering/number-claim.js'
import { type Job, performSteps } from './job.js'

/** Delete rows about removed integrations in folders that integrations/ may not import. */
const DELETE_DEPENDENT_ROWS = [forgetClaims, forgetBulkActions]

/** Deletes what is left of a removed integration. */
export const forget: Job<'forget'> = {
  name: 'forget',
  atOnce: 1,
  async run({ integrationKey }, { db, signal }) {
    if (await performSteps(forgetIntegration(db, integrationKey, DELETE_DEPENDENT_ROWS), signal))
      await addJob(db, 'forget', { integrationKey })
  },
}
