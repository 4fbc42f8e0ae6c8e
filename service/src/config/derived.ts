import type { Config } from '../config.js'

/** Timeouts of the server's statements, locks and unanswered queries, in milliseconds. */
export function databaseLimits(config: Config) {
  return {
    statementTimeoutMs: config.databaseStatementTimeoutSeconds * 1000,
    lockTimeoutMs: config.databaseLockTimeoutSeconds * 1000,
    idleTransactionMs: config.databaseIdleTransactionSeconds * 1000,
    silenceMs: config.databaseSilenceSeconds * 1000,
  }
}

/** Connections of the webhooks' queue: one that listens, and two that take and finish jobs. */
export const QUEUE_POOL_SIZE = 3
/** One from starting the server, two that listen (live updates, events for webhooks), one that probes the database. */
const SINGLE_CONNECTIONS = 4

/** Most connections that one server opens. */
export function connectionsOfServer(config: Config): number {
  const { databasePoolSize, databaseBackgroundPoolSize, dryRunsAtOnce } = config
  return databasePoolSize + databaseBackgroundPoolSize + QUEUE_POOL_SIZE + SINGLE_CONNECTIONS + dryRunsAtOnce
}
