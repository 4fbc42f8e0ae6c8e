import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import type { QueuePool } from '../db/queue-pool.js'
import type { Logger } from '../log.js'
import { startDeliveries } from '../webhooks/delivery/start-deliveries.js'

export interface WebhookParts {
  config: Config
  db: Database
  queuePool: QueuePool
  log: Logger
  version: string
}

/** Starts deliveries with the limits of the configuration. */
export function startWebhooks({ config, version, ...parts }: WebhookParts): AsyncDisposable {
  return startDeliveries({
    ...parts,
    atOnce: config.webhooksAtOnce,
    rules: {
      limits: {
        timeoutMs: config.webhookTimeoutSeconds * 1000,
        answerBytes: config.webhookAnswerLimit,
        allowPrivate: config.webhookAllowPrivate === 'yes',
      },
      userAgent: `Obmen/${version}`,
      retryHours: config.webhookRetryHours,
      pauseAfterFailures: config.webhookPauseAfter,
      probeMinutes: config.webhookProbeMinutes,
      perWebhook: config.webhookAtOnce,
      perLocation: Math.ceil(config.webhooksAtOnce / 2),
    },
  })
}
