import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { breakConnection, isBroken, singleClient } from './single-client.js'
import { runUntil, type StatementWatch, watchStatements } from './watch-statements.js'

/** Runs statements: inside the caller's transaction (`tx: Queryable`) or each by itself (`db: Database`). */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    /**
     * Each connection keeps the statement's plan under this name: for a few whose planning takes longer than their execution, with
     * a text that is always the same.
     */
    name?: string,
  ): Promise<Result<Row>>
  /**
   * COPY … FROM STDIN of `rows` in the format that the statement names (copyRows makes the binary one), in pieces if there are many: half
   * the server's work of any INSERT. Returns the number of rows.
   */
  copyIn(statement: string, rows: string | Iterable<Uint8Array>): Promise<number>
}

export interface Result<Row> {
  rows: Row[]
  rowCount: number
}

/** A pool of connections. A function that takes a `Database` opens its own transactions. */
export interface Database extends Queryable, AsyncDisposable {
  /** BEGIN … COMMIT; rolled back when `work` throws. Deadlocks and serialization failures run `work` again (3 times). */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Calls `notice` for every NOTIFY on `channel` until disposed, and `reconnected` when it is connected anew: what came meanwhile is lost. */
  listen(
    channel: string,
    notice: (payload: string) => void,
    reconnected?: () => void,
  ): Promise<AsyncDisposable>
  /** The same connections; once the signal aborts, what runs on them for this caller is canceled, and what follows fails with its reason. */
  until(signal: AbortSignal): Database
  readonly url: string
}

export interface DatabaseOptions {
  url: string
  poolSize?: number
  /** A statement that takes longer is cancelled by the server, in milliseconds. 0 = never. */
  statementTimeoutMs?: number
  /** A statement that waits longer for a lock fails, in milliseconds. 0 = never. */
  lockTimeoutMs?: number
  /** The server aborts a transaction idle for this long, in milliseconds. 0 = never. */
  idleTransactionMs?: number
  /** After this time a connection of the pool is replaced, once it is free, and with it the plans that it keeps by name. */
  lifetimeSeconds?: number
  /** How long the database may be silent before it is probed, and how long the probe may take, in milliseconds. */
  silenceMs?: number
  /** Shared by the pools of one server, so that one connection suffices for the probes. */
  watch?: StatementWatch
  onError?: (error: Error) => void
}

const RETRIED = new Set(['40001', '40P01'])
const MAX_ATTEMPTS = 4

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    // int8 as number: keys and counts stay far below 2^53.
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/** If this machine disappears, the server ends the session within a minute. */
const SERVER_OPTIONS =
  '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c tcp_user_timeout=60000'
const KEEP_ALIVE_MS = 10_000
const SILENCE_MS = 5000
/** After this time a connection of a pool is replaced, if its options say nothing else. */
export const LIFETIME_SECONDS = 6 * 3600
/** How long open connections may take to close. */
export const CLOSE_TIMEOUT_MS = 2000

/** How connections are opened, so that neither side waits forever for one that died silently. */
export function connectionOf({ url, silenceMs = SILENCE_MS }: DatabaseOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'obmen',
    connectionTimeoutMillis: silenceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    options: SERVER_OPTIONS,
  }
}

/** How long statements and the locks and transactions they hold may take. */
export function limitsOf(options: DatabaseOptions): pg.ClientConfig {
  return {
    statement_timeout: options.statementTimeoutMs ?? 0,
    lock_timeout: options.lockTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: options.idleTransactionMs ?? 0,
  }
}

/** Watches the statements of pools that are opened with these options. */
export function watchServer(options: DatabaseOptions): StatementWatch {
  const { silenceMs = SILENCE_MS, statementTimeoutMs = 0 } = options
  return watchStatements({ connection: { ...connectionOf(options), types }, silenceMs, statementTimeoutMs })
}

/** Opens a pool; each of its connections when it is first needed. */
export function openDatabase(options: DatabaseOptions): Database {
  const silenceMs = options.silenceMs ?? SILENCE_MS
  const connection = { ...connectionOf(options), types }
  const watch = options.watch ?? watchServer(options)
  const pool = openPool(connection, options, watch)
  const queryableOn = (client: pg.PoolClient, signal?: AbortSignal): Queryable => {
    const queryable = onClient(client, watch)
    if (!signal) return queryable
    const until = runUntil(signal, connection, client)
    return {
      query: (text, values, name) => until(() => queryable.query(text, values, name)),
      copyIn: (statement, rows) => until(() => queryable.copyIn(statement, rows)),
    }
  }
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.take()
    let broken: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      // A statement that the server merely rejects leaves the connection intact.
      if ((error as { severity?: string }).severity !== 'ERROR') broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  const databaseUntil = (signal?: AbortSignal): Database => ({
    url: options.url,
    query: (text, values, name) =>
      withClient(client => queryableOn(client, signal).query(text, values, name)),
    copyIn: (statement, rows) => withClient(client => queryableOn(client, signal).copyIn(statement, rows)),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        const client = await pool.take()
        const tx = queryableOn(client, signal)
        let broken: Error | undefined
        try {
          await tx.query('begin')
          const value = await work(tx)
          await tx.query('commit')
          return value
        } catch (error) {
          await queryableOn(client)
            .query('rollback')
            .catch((failure: Error) => {
              broken = failure
            })
          const code = (error as { code?: string }).code
          if (code === undefined || !RETRIED.has(code) || attempt >= MAX_ATTEMPTS) throw error
        } finally {
          client.release(broken)
        }
      }
    },
    listen: (channel, notice, reconnected) =>
      listen({ connection, watch, silenceMs, channel, notice, reconnected, onError: options.onError }),
    until: databaseUntil,
    [Symbol.asyncDispose]: pool.end,
  })
  return databaseUntil()
}

interface Pool {
  /** A connection that is not known to be dead. */
  take(): Promise<pg.PoolClient>
  end(): Promise<void>
}

function openPool(connection: pg.ClientConfig, options: DatabaseOptions, watch: StatementWatch): Pool {
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 10,
    // Also shows `obmen copy` that a server is running.
    min: 1,
    maxLifetimeSeconds: options.lifetimeSeconds ?? LIFETIME_SECONDS,
    ...limitsOf(options),
  })
  const generations = new Map<pg.PoolClient, number>()
  pool.on('error', error => options.onError?.(error))
  pool.on('connect', client => {
    generations.set(client, watch.generation())
    // A connection that breaks in use fails its statement; without a listener the error would also end the process.
    client.on('error', () => undefined)
  })
  pool.on('remove', client => generations.delete(client))
  return {
    async take() {
      for (;;) {
        const client = await pool.connect()
        if (generations.get(client) === watch.generation() && !isBroken(client)) return client
        breakConnection(client)
        client.release(true)
      }
    },
    async end() {
      const late = setTimeout(() => {
        for (const client of generations.keys()) breakConnection(client)
      }, CLOSE_TIMEOUT_MS)
      await pool.end()
      clearTimeout(late)
    },
  }
}

function onClient(client: pg.PoolClient, watch: StatementWatch): Queryable {
  return {
    async query<Row extends object>(text: string, values?: readonly unknown[], name?: string) {
      const answer = client.query<Row & pg.QueryResultRow>({
        text,
        ...(values && { values: values as unknown[] }),
        ...(name !== undefined && { name }),
      })
      const result = await watch.during(client, answer)
      return { rows: result.rows, rowCount: result.rowCount ?? 0 }
    },
    async copyIn(statement: string, rows: string | Iterable<Uint8Array>) {
      const copy = client.query(copyFrom(statement))
      const copied = new Promise<void>((resolve, reject) => {
        copy.on('error', reject).once('finish', resolve)
      })
      // The server reads one piece while the next one is made.
      const writePieces = async (): Promise<void> => {
        const pieces = typeof rows === 'string' ? [rows] : rows
        for (const piece of pieces) if (!copy.write(piece)) await once(copy, 'drain')
        copy.end()
      }
      await watch.during(client, Promise.all([copied, writePieces()]))
      return copy.rowCount
    },
  }
}

interface Listening {
  connection: pg.ClientConfig
  watch: StatementWatch
  silenceMs: number
  channel: string
  notice: (payload: string) => void
  reconnected: (() => void) | undefined
  onError: ((error: Error) => void) | undefined
}

async function listen(listening: Listening): Promise<AsyncDisposable> {
  const { connection, watch, channel, notice, onError } = listening
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const next = singleClient(connection)
    next.on('notification', message => notice(message.payload ?? ''))
    next.on('error', error => {
      onError?.(error)
      reconnect()
    })
    client = next
    await next.connect()
    await watch.during(next, next.query(`listen ${pg.escapeIdentifier(channel)}`))
  }
  const reconnect = (): void => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      connect().then(listening.reconnected, reconnect)
    }, 1000)
  }
  let beating = false
  // Hours may pass without a notification, so a dead connection would go unnoticed.
  const heartbeat = setInterval(async () => {
    if (!client || timer || beating) return
    beating = true
    await watch.during(client, client.query('select 1')).catch(() => undefined)
    beating = false
  }, 2 * listening.silenceMs).unref()

  await connect()
  return {
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      clearInterval(heartbeat)
      const late = setTimeout(() => client && breakConnection(client), CLOSE_TIMEOUT_MS)
      await client?.end()
      clearTimeout(late)
    },
  }
}
