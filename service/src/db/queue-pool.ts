import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { closesInTime, type DatabaseOptions, poolConfig } from './database.js'

/** A pool for the library that runs the job queue, which uses `pg` itself. Limited like the others. */
export interface QueuePool {
  pool: pg.Pool
  /** Waits for `stopping`, but not for ever: a connection that died silently never confirms its end. */
  stop(stopping: Promise<unknown>): Promise<void>
  /** Call it once nobody uses the pool any more. */
  end(): Promise<void>
}

export function openQueuePool(options: DatabaseOptions): QueuePool {
  const pool = new RetryingPool({ ...poolConfig(options), Client: RepeatableClient })
  const open = new Set<pg.PoolClient>()
  pool.on('error', error => options.onError?.(error))
  pool.on('connect', client => {
    open.add(client)
    // The user of a broken connection gets the error from its statement; without a listener it would end the
    // process, too.
    client.on('error', () => undefined)
  })
  pool.on('remove', client => open.delete(client))
  return {
    pool,
    async stop(stopping) {
      const inTime = await closesInTime(stopping)
      pool.close()
      if (inTime) return
      for (const client of open) (client as unknown as pg.Client).end().catch(() => undefined)
    },
    end: () => pool.end(),
  }
}

const RECONNECT_MS = 1000

/** A failure to record a job's end would end the process: it waits for a connection as long as it takes. */
class RetryingPool extends pg.Pool {
  #closed = false

  /** From now on, whoever waits for a connection waits for ever, and the pool can end. */
  close(): void {
    this.#closed = true
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (!callback) return this.#wait()
    super.connect((error, client, done) => {
      let isBack = false
      // If the connection that the library listens on breaks while the library stops, it is released twice.
      callback(error, client, reason => {
        if (isBack) return
        isBack = true
        done(reason)
      })
    })
    return undefined
  }

  async #wait(): Promise<pg.PoolClient> {
    while (!this.#closed) {
      try {
        return await super.connect()
      } catch {
        await delay(RECONNECT_MS, undefined, { ref: false })
      }
    }
    return new Promise(() => undefined)
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/** After an error of this code the library repeats a statement. */
const REPEATED_CODE = 'ETIMEDOUT'
/** Lost connection, lack of resources, lock not available, stopped by an operator, system. */
const TRANSIENT_CLASSES = ['08', '53', '55', '57', '58']

/** The library's statements can be repeated: they find jobs by the name of the worker that locked them. */
class RepeatableClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the method has a dozen forms, and all of them pass through.
  override query(...args: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const answer = (super.query as any)(...args)
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: Error & { code?: string }) => {
      const isSqlState = /^[0-9A-Z]{5}$/.test(error.code ?? '')
      if (!isSqlState || TRANSIENT_CLASSES.includes(error.code!.slice(0, 2))) error.code = REPEATED_CODE
      throw error
    })
  }
}
