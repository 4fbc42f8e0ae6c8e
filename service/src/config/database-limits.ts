import type { Config } from '../config.js'

/** How long the server's own statements may take, wait and be unanswered, in milliseconds. */
export function databaseLimits(config: Config) {
  return {
    statementTimeoutMs: config.databaseStatementTimeoutSeconds * 1000,
    lockTimeoutMs: config.databaseLockTimeoutSeconds * 1000,
    idleTransactionMs: config.databaseIdleTransactionSeconds * 1000,
    silenceMs: config.databaseSilenceSeconds * 1000,
  }
}
