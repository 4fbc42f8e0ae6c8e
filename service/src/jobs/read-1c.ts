import { addJob } from '../db/add-job.js'
import { runReading } from '../reading/run/run-reading.js'
import type { Job } from './job.js'

/** Reads over OData what a 1C has, if it is due. Another server goes on with one that this one leaves. */
export const read1c: Job<'read-1c'> = {
  name: 'read-1c',
  sends: true,
  // It mostly waits: for 1C, and between two calls. So 1,000 bases are read within some 15 minutes.
  atOnce: 20,
  async run({ integrationKey }, { db, secrets, config, signal }) {
    const allowPrivate = config.allowPrivateAddresses === 'yes'
    const { readingPauseMs: pauseMs } = config
    if (!(await runReading({ db, secrets, allowPrivate, signal, pauseMs }, integrationKey)))
      await addJob(db, 'read-1c', { integrationKey })
  },
}
