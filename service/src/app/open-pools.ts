import { databaseLimits, QUEUE_POOL_SIZE } from '../config/derived.js'
import type { Config } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'
import { openQueuePool, type QueuePool } from '../db/queue-pool.js'

/** Separate connections, so that waiting for one pool does not hold up the others. */
export interface Pools extends AsyncDisposable {
  /** REST and the web app. */
  api: Database
  /** 1C, and the journal of its requests. */
  exchange: Database
  /** Files that 1C sends. */
  uploads: Database
  /** Health checks and background work. */
  health: Database
  /** Webhooks, and the library that runs their queue. */
  webhooks: Database
  queue: QueuePool
}

export function openPools(url: string, config: Config, onError: (error: Error) => void): Pools {
  const open = (poolSize: number): Database =>
    openDatabase({ url, poolSize, ...databaseLimits(config), onError })
  const pools = {
    api: open(config.databasePoolSize),
    exchange: open(config.databaseExchangePoolSize),
    uploads: open(config.databaseUploadPoolSize),
    health: open(config.databaseHealthPoolSize),
    webhooks: open(config.databaseWebhookPoolSize),
  }
  const queue = openQueuePool({ url, poolSize: QUEUE_POOL_SIZE, ...databaseLimits(config), onError })
  return {
    ...pools,
    queue,
    async [Symbol.asyncDispose]() {
      await Promise.all([...Object.values(pools).map(pool => pool[Symbol.asyncDispose]()), queue.end()])
    },
  }
}
