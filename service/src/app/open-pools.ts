import { type Config, databaseLimits, QUEUE_POOL_SIZE } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'
import { openQueuePool, type QueuePool } from '../db/queue-pool.js'

/** Separate connections, so that requests that wait for a lock hold up nothing else. */
export interface Pools extends AsyncDisposable {
  requests: Database
  /** Health checks, the journal and all work beside requests. */
  background: Database
  queue: QueuePool
}

export function openPools(url: string, config: Config, onError: (error: Error) => void): Pools {
  const limits = databaseLimits(config)
  const open = (poolSize: number): Database => openDatabase({ url, poolSize, ...limits, onError })
  const requests = open(config.databasePoolSize)
  const background = open(config.databaseBackgroundPoolSize)
  const queue = openQueuePool({ url, poolSize: QUEUE_POOL_SIZE, ...limits, onError })
  return {
    requests,
    background,
    queue,
    async [Symbol.asyncDispose]() {
      await Promise.all([requests[Symbol.asyncDispose](), background[Symbol.asyncDispose](), queue.end()])
    },
  }
}
