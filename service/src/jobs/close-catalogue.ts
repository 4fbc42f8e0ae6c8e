import { stepClosing } from '../catalogue/apply/close-import.js'
import { addJob } from '../db/add-job.js'
import { type Job, performSteps } from './job.js'

/** Marks items as gone that a whole catalogue no longer has. */
export const closeCatalogue: Job<'close-catalogue'> = {
  name: 'close-catalogue',
  atOnce: 1,
  async run({ integrationKey }, { db, signal }) {
    const step = () => stepClosing(db, integrationKey)
    if (await performSteps(step, signal)) await addJob(db, 'close-catalogue', { integrationKey })
  },
}
