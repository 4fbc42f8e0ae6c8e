import pg from 'pg'
import type { DatabaseOptions } from './database.js'

/** A bare pool for the library that runs the queue of jobs: it speaks to `pg` itself. Bounded as the others are. */
export function openQueuePool(options: DatabaseOptions): pg.Pool {
  const silenceMs = options.silenceMs ?? 5000
  const statementMs = options.statementTimeoutMs ?? 0
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'obmen',
    max: options.poolSize ?? 3,
    keepAlive: true,
    connectionTimeoutMillis: silenceMs,
    statement_timeout: statementMs,
    lock_timeout: options.lockTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: options.idleTransactionMs ?? 0,
    // On our side, too: a connection that died silently answers nothing.
    ...(statementMs > 0 && { query_timeout: statementMs + silenceMs }),
  })
  pool.on('error', error => options.onError?.(error))
  // Whoever uses a connection that breaks is told by its statement; without a listener it would end the process, too.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}
