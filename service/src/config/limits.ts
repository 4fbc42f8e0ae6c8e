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

/** What a page of the list of orders may cost, times in milliseconds. */
export function orderListLimits(config: Config) {
  return {
    probe: config.orderListProbe,
    walk: config.orderListWalk,
    candidates: config.orderListCandidates,
    patienceMs: config.orderListSeconds * 1000,
  }
}
