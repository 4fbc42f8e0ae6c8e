import { addJob } from '../db/add-job.js'
import { type DeliveryRules, deliverDue } from '../webhooks/delivery/deliver.js'
import type { Job, JobDeps } from './job.js'

const rulesOf = ({ config, version, secrets }: JobDeps): DeliveryRules => ({
  limits: {
    timeoutMs: config.webhookTimeoutSeconds * 1000,
    allowPrivate: config.allowPrivateAddresses === 'yes',
    hosts: config.webhookHosts,
  },
  userAgent: `Obmen/${version}`,
  pauseAfterFailures: config.webhookPauseAfter,
  secrets,
})

export const deliver: Job<'deliver'> = {
  name: 'deliver',
  sends: true,
  atOnce: 10,
  async run(payload, deps) {
    const { db, signal } = deps
    if (await deliverDue(db, payload.webhookKey, rulesOf(deps), signal)) await addJob(db, 'deliver', payload)
  },
}
