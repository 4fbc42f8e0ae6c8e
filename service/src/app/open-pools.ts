import { databaseLimits } from '../config/database-limits.js'
import type { Config } from '../config.js'
import { type Database, openDatabase } from '../db/database.js'

/** Connections of their own, so that who waits for one of them leaves the others alone. */
export interface Pools extends AsyncDisposable {
  /** REST and the web app. */
  api: Database
  /** 1C, and the journal of what it asks. */
  exchange: Database
  /** Is the database there; and what is done beside requests. */
  health: Database
}

export function openPools(url: string, config: Config, onError: (error: Error) => void): Pools {
  const open = (poolSize: number): Database =>
    openDatabase({ url, poolSize, ...databaseLimits(config), onError })
  const pools = {
    api: open(config.databasePoolSize),
    exchange: open(config.databaseExchangePoolSize),
    health: open(config.databaseHealthPoolSize),
  }
  return {
    ...pools,
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(pools).map(pool => pool[Symbol.asyncDispose]()))
    },
  }
}
