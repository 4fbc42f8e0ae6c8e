import { watchAlarms } from '../alarms/watch.js'
import { addJob } from '../db/add-job.js'
import type { Job } from './job.js'

const EVERY_SECONDS = 15
/** Where it takes long, it rests for so many times as long. */
const REST = 10

/** Looks for what is wrong. Adds itself again. */
export const watchForAlarms: Job<'watch-alarms'> = {
  name: 'watch-alarms',
  atOnce: 1,
  async run(_payload, { db, config, log, signal }) {
    const started = performance.now()
    await watchAlarms(db.until(signal), config).catch(error => {
      if (!signal.aborted) log.warn({ err: error }, 'could not look for alarms')
    })
    const seconds = (performance.now() - started) / 1000
    await addJob(db, 'watch-alarms', {}, Math.max(EVERY_SECONDS, REST * seconds))
  },
}
