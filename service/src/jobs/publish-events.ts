import { addJob } from '../db/add-job.js'
import type { Database } from '../db/database.js'
import { sequenceEvents } from '../events/list-events.js'
import { listDue } from '../webhooks/delivery/deliver.js'
import { fanOut } from '../webhooks/delivery/fan-out.js'
import type { Job } from './job.js'

/** Gives new events their place in the feed, finds their webhooks, and has what is due delivered. */
export const publishEvents: Job<'publish-events'> = {
  name: 'publish-events',
  atOnce: 1,
  async run(_payload, { db }) {
    await sequenceEvents(db)
    while (await fanOut(db)) await addDeliveries(db)
    await addDeliveries(db)
  },
}

async function addDeliveries(db: Database): Promise<void> {
  for (const { webhookKey, due } of await listDue(db))
    for (let lane = 1; lane <= due; lane++) await addJob(db, 'deliver', { webhookKey, lane })
}
