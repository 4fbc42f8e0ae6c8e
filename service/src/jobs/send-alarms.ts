import { sendNotices } from '../alarms/send-notices.js'
import type { Job } from './job.js'

/** Tells people of alarms. The rows of what they are told say what is left to do. */
export const sendAlarms: Job<'send-alarms'> = {
  name: 'send-alarms',
  sends: true,
  atOnce: 1,
  run: (_payload, helpers) => sendNotices(helpers),
}
