import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** Runs statements: inside the caller's transaction (`tx: Queryable`) or each by itself (`db: Database`). */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    /** Connections keep the plan of a constant text by this name, where planning takes longest. */
    name?: string,
  ): Promise<Result<Row>>
}

export interface Result<Row> {
  rows: Row[]
  rowCount: number
}

/** A pool of connections. A function that takes a `Database` opens its own transactions. */
export interface Database extends Queryable, AsyncDisposable {
  /** BEGIN … COMMIT; rolled back when `work` throws, repeated after deadlocks (3 times). */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Calls `notice` for every NOTIFY; `reconnected` after a gap, in which notices are lost. */
  listen(
    channel: string,
    notice: (payload: string) => void,
    reconnected?: () => void,
  ): Promise<AsyncDisposable>
  /** The same connections; once the signal aborts, the next statement fails with its reason. */
  until(signal: AbortSignal): Database
  /** Its connections that are open, and how many wait for one. */
  load(): { open: number; waiting: number }
  readonly url: string
}

/** Times are in milliseconds; 0 is no limit. */
export interface DatabaseOptions {
  url: string
  poolSize?: number
  statementTimeoutMs?: number
  lockTimeoutMs?: number
  /** The server aborts a transaction idle for this long. */
  idleTransactionMs?: number
  /** How long to wait for a connection, and for the answer to a statement beyond its own time. */
  silenceMs?: number
  onError?: (error: Error) => void
}

const RETRIED = new Set(['40001', '40P01'])
const MAX_ATTEMPTS = 4
/** After this time a connection of a pool is replaced, and with it the plans that it keeps by name. */
const LIFETIME_SECONDS = 6 * 3600
const CLOSE_TIMEOUT_MS = 2000
const DEFAULT_SILENCE_MS = 5000
const RECONNECT_MS = 1000
/** too_many_connections: of the role, of the database or of the server. */
const CROWDED = '53300'
/** How soon a pool without any connection asks again for one. */
const CROWDED_RETRY_MS = 200
const HEARTBEAT_MS = 10_000
/** Its connections show that this process lives: when it is killed, they go (`abandonOrphans`). */
const PROCESS_NAME = `obmen ${randomUUID()}`

/**
 * Instants as text are those of UTC, whatever the time zone of the server is: identities are made of them. If this
 * machine disappears, the server ends the session within a minute.
 */
const SERVER_OPTIONS = [
  '-c timezone=UTC',
  '-c tcp_keepalives_idle=30',
  '-c tcp_keepalives_interval=10',
  '-c tcp_keepalives_count=3',
  '-c tcp_user_timeout=60000',
].join(' ')

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    // int8 as number: keys and counts stay far below 2^53.
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/** Settings of one connection: neither side waits for ever for one that died silently. */
export function clientConfig(options: DatabaseOptions): pg.ClientConfig {
  const { statementTimeoutMs = 0, silenceMs = DEFAULT_SILENCE_MS } = options
  return {
    connectionString: options.url,
    application_name: PROCESS_NAME,
    connectionTimeoutMillis: silenceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + silenceMs }),
    lock_timeout: options.lockTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: options.idleTransactionMs ?? 0,
  }
}

export function poolConfig(options: DatabaseOptions): pg.PoolConfig {
  return {
    ...clientConfig(options),
    options: SERVER_OPTIONS,
    max: options.poolSize ?? 10,
    // Also shows `obmen copy` that a server is running.
    min: 1,
    maxLifetimeSeconds: LIFETIME_SECONDS,
  }
}

/** Not yet connected. If it breaks, its statement fails; without the listener the process would end. */
export function singleClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({
    application_name: 'obmen',
    keepAlive: true,
    options: SERVER_OPTIONS,
    ...settings,
  })
  client.on('error', () => undefined)
  return client
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options)
  const withClient = async <T>(work: (tx: Queryable, client: Client) => Promise<T>): Promise<T> => {
    const client = await pool.take()
    try {
      return await work(pool.queryableOn(client), client)
    } finally {
      pool.release(client)
    }
  }
  const db: Database = {
    url: options.url,
    query: (text, values, name) => withClient(one => one.query(text, values, name)),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await withClient((tx, client) => inTransaction(tx, client, work))
        } catch (error) {
          const code = (error as { code?: string }).code
          if (code === undefined || !RETRIED.has(code) || attempt >= MAX_ATTEMPTS) throw error
        }
      }
    },
    listen: (channel, notice, reconnected) =>
      listen(options, channel, { notice, reconnected: reconnected ?? (() => undefined) }),
    until: signal => until(db, signal),
    load: pool.load,
    [Symbol.asyncDispose]: pool.end,
  }
  return db
}

async function inTransaction<T>(
  tx: Queryable,
  client: Client,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  await tx.query('begin')
  try {
    const value = await work(tx)
    await tx.query('commit')
    return value
  } catch (error) {
    if (!client.isBroken) await tx.query('rollback').catch(() => undefined)
    throw error
  }
}

function until(db: Database, signal: AbortSignal): Database {
  const checked = (tx: Queryable): Queryable => ({
    async query(text, values, name) {
      signal.throwIfAborted()
      return tx.query(text, values, name)
    },
  })
  return {
    ...db,
    ...checked(db),
    transaction: work => db.transaction(tx => work(checked(tx))),
    until: other => until(db, AbortSignal.any([signal, other])),
  }
}

interface Client {
  client: pg.PoolClient
  isBroken: boolean
}

interface Pool {
  take(): Promise<Client>
  queryableOn(client: Client): Queryable
  release(client: Client): void
  load(): { open: number; waiting: number }
  end(): Promise<void>
}

function openPool(options: DatabaseOptions): Pool {
  const { silenceMs = DEFAULT_SILENCE_MS } = options
  const pool = new pg.Pool({ ...poolConfig(options), types })
  const { max } = pool.options
  const openedAt = new Map<pg.PoolClient, number>()
  /** Connections from before this time may be dead: one of them got no answer. */
  let suspectBefore = Number.NEGATIVE_INFINITY
  pool.on('error', error => options.onError?.(error))
  pool.on('connect', client => {
    openedAt.set(client, performance.now())
    // A connection that breaks in use fails its statement; without a listener the error would also end the
    // process.
    client.on('error', () => undefined)
  })
  pool.on('remove', client => openedAt.delete(client))
  const breakAll = (): void => {
    for (const client of openedAt.keys()) close(client)
  }
  let growingAgain: NodeJS.Timeout | undefined
  // A pool that can't get another connection waits for one that it has, and for a while asks for no more.
  const connect = async (): Promise<pg.PoolClient> => {
    const giveUpAt = performance.now() + silenceMs
    for (;;) {
      try {
        return await pool.connect()
      } catch (error) {
        if ((error as { code?: string }).code !== CROWDED || performance.now() > giveUpAt) throw error
        pool.options.max = Math.max(1, openedAt.size)
        clearTimeout(growingAgain)
        growingAgain = setTimeout(() => {
          pool.options.max = max
        }, silenceMs).unref()
        if (openedAt.size === 0) await delay(CROWDED_RETRY_MS)
      }
    }
  }
  let isAsking = false
  // A hung database would hold all connections until their statements have timed out.
  const askWhetherAlive = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    if (!(await isAlive(options))) breakAll()
    isAsking = false
  }
  const answer = async <T>(one: Client, statement: Promise<T>): Promise<T> => {
    const late = setTimeout(() => void askWhetherAlive(), silenceMs)
    try {
      return await statement
    } catch (error) {
      // A statement that the server merely rejects leaves the connection intact.
      if ((error as { severity?: string }).severity === 'ERROR') throw error
      one.isBroken = true
      if ((error as Error).message === 'Query read timeout') suspectBefore = performance.now()
      throw error
    } finally {
      clearTimeout(late)
    }
  }
  return {
    async take() {
      for (;;) {
        const client = await connect()
        if (openedAt.get(client)! >= suspectBefore) return { client, isBroken: false }
        client.release(true)
      }
    },
    queryableOn: one => ({
      async query<Row extends object>(text: string, values?: readonly unknown[], name?: string) {
        const statement = one.client.query<Row & pg.QueryResultRow>({
          text,
          ...(values && { values: values as unknown[] }),
          ...(name !== undefined && { name }),
        })
        const result = await answer(one, statement)
        return { rows: result.rows, rowCount: result.rowCount ?? 0 }
      },
    }),
    release: ({ client, isBroken }) => client.release(isBroken),
    load: () => ({ open: openedAt.size, waiting: pool.waitingCount }),
    async end() {
      const late = setTimeout(breakAll, CLOSE_TIMEOUT_MS)
      await pool.end()
      clearTimeout(late)
    },
  }
}

/** Whether the database answers somebody who comes now. One that refuses in words is alive. */
async function isAlive(options: DatabaseOptions): Promise<boolean> {
  const { silenceMs = DEFAULT_SILENCE_MS } = options
  const client = singleClient({ ...clientConfig(options), query_timeout: silenceMs })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    return (error as { severity?: string }).severity !== undefined
  } finally {
    close(client)
  }
}

/** False if it takes too long: a connection that died silently never confirms its end. */
export async function closesInTime(closing: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS, false)
  })
  const ended = closing.then(
    () => true,
    () => true,
  )
  return Promise.race([ended, late]).finally(() => clearTimeout(timer))
}

/** Ends it without waiting; one with a statement under way at once. */
function close(client: pg.ClientBase): void {
  ;(client as pg.Client).end().catch(() => undefined)
}

interface Listener {
  notice: (payload: string) => void
  reconnected: () => void
}

async function listen(
  options: DatabaseOptions,
  channel: string,
  { notice, reconnected }: Listener,
): Promise<AsyncDisposable> {
  const { silenceMs = DEFAULT_SILENCE_MS } = options
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const next = singleClient({ ...clientConfig(options), query_timeout: silenceMs })
    next.on('notification', message => notice(message.payload ?? ''))
    next.on('error', error => options.onError?.(error))
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      close(next)
      throw error
    }
    client = next.on('end', reconnect)
  }
  const reconnect = (): void => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      connect().then(reconnected, reconnect)
    }, RECONNECT_MS)
  }
  // Hours may pass without a notification, so a dead connection would go unnoticed.
  const heartbeat = setInterval(() => {
    if (client && !timer) client.query('select 1').catch(() => client && close(client))
  }, HEARTBEAT_MS).unref()

  await connect()
  return {
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      clearInterval(heartbeat)
      if (client) await closesInTime(client.end())
    },
  }
}
