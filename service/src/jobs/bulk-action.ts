import { stepBulkAction } from '../bulk-actions/step-bulk-action.js'
import { addJob } from '../db/add-job.js'
import { type Job, performSteps } from './job.js'

/** Does one thing with many orders for one 1C. */
export const bulkAction: Job<'bulk-action'> = {
  name: 'bulk-action',
  atOnce: 2,
  async run({ id }, { db, signal }) {
    if (await performSteps(() => stepBulkAction(db, id), signal)) await addJob(db, 'bulk-action', { id })
  },
}
