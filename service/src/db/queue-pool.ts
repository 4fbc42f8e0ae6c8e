import pg from 'pg'
import { connectionOf, type DatabaseOptions, FAREWELL_MS, limitsOf } from './database.js'
import { breakConnection } from './watch-statements.js'

/** A pool for the library that runs the job queue, which uses `pg` itself. Limited like the others. */
export interface QueuePool {
  pool: pg.Pool
  /**
   * Waits for `stopping`, but not forever: a connection that died silently never confirms its end, so after FAREWELL_MS all are
   * closed, and pending statements fail.
   */
  stop(stopping: Promise<unknown>): Promise<void>
  /** Call it once nobody uses the pool any more. */
  end(): Promise<void>
}

export function openQueuePool(options: DatabaseOptions): QueuePool {
  const connection = connectionOf(options)
  const statementMs = options.statementTimeoutMs ?? 0
  const pool = new pg.Pool({
    ...connection,
    ...limitsOf(options),
    max: options.poolSize ?? 3,
    // On our side, too: a connection that died silently answers nothing.
    ...(statementMs > 0 && { query_timeout: statementMs + (connection.connectionTimeoutMillis ?? 0) }),
  })
  const open = new Set<pg.PoolClient>()
  pool.on('error', error => options.onError?.(error))
  pool.on('connect', client => {
    open.add(client)
    // The user of a broken connection gets the error from its statement; without a listener it would end the process, too.
    client.on('error', () => undefined)
  })
  pool.on('remove', client => open.delete(client))
  return {
    pool,
    async stop(stopping) {
      const late = setTimeout(() => {
        for (const client of open) breakConnection(client)
      }, FAREWELL_MS)
      await stopping.catch(() => undefined)
      clearTimeout(late)
    },
    end: () => pool.end(),
  }
}
