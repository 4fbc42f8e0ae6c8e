import type { Config } from '../config.js'
import { addJob } from '../db/add-job.js'
import { type DeliveryRules, deliverDue } from '../webhooks/delivery/deliver.js'
import type { Job } from './job.js'

const rulesOf = (config: Config, version: string): DeliveryRules => ({
  limits: {
    timeoutMs: config.webhookTimeoutSeconds * 1000,
    allowPrivate: config.webhookAllowPrivate === 'yes',
    hosts: config.webhookHosts,
  },
  userAgent: `Obmen/${version}`,
  pauseAfterFailures: config.webhookPauseAfter,
})

export const deliver: Job<'deliver'> = {
  name: 'deliver',
  atOnce: 10,
  async run(payload, { db, config, version, signal }) {
    if (await deliverDue(db, payload.webhookKey, rulesOf(config, version), signal))
      await addJob(db, 'deliver', payload)
  },
}
