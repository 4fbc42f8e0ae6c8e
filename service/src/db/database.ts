import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Runs statements: inside the caller's transaction (`tx: Queryable`) or each by itself (`db: Database`). */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Result<Row>>
  /**
   * COPY … FROM STDIN of `rows` in the text format (copyText): half the server's work of any INSERT. Gives the number of rows.
   */
  copyIn(statement: string, rows: string): Promise<number>
}

export interface Result<Row> {
  rows: Row[]
  rowCount: number
}

/** A pool of connections. Whoever takes a `Database` opens transactions of its own. */
export interface Database extends Queryable, AsyncDisposable {
  /** BEGIN … COMMIT; rolled back when `work` throws. Deadlocks and serialization failures run `work` again (3 times). */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Calls `notice` for every NOTIFY on `channel` until disposed; reconnects by itself. */
  listen(channel: string, notice: (payload: string) => void): Promise<AsyncDisposable>
  readonly url: string
}

export interface DatabaseOptions {
  url: string
  poolSize?: number
  /** A statement that takes longer is cancelled by the server, in milliseconds. 0 = never. */
  statementTimeoutMs?: number
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

/** Opens a pool; connects on first use. */
export function openDatabase(options: DatabaseOptions): Database {
  const connection = {
    connectionString: options.url,
    types,
    application_name: 'obmen',
    connectionTimeoutMillis: 10_000,
  }
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 10,
    // Also what `obmen copy` sees a running server by.
    min: 1,
    statement_timeout: options.statementTimeoutMs ?? 0,
  })
  pool.on('error', error => options.onError?.(error))
  // A connection that breaks while it is in use tells whoever uses it; without a listener it would also end the process.
  pool.on('connect', client => client.on('error', () => undefined))

  const over = (client: pg.Pool | pg.PoolClient): Queryable => ({
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      const result = await client.query<Row & pg.QueryResultRow>(text, values as unknown[] | undefined)
      return { rows: result.rows, rowCount: result.rowCount ?? 0 }
    },
    async copyIn(statement: string, rows: string) {
      if (client instanceof pg.Pool) {
        const connection = await client.connect()
        try {
          return await over(connection).copyIn(statement, rows)
        } finally {
          connection.release()
        }
      }
      const copy = client.query(copyFrom(statement))
      await new Promise<void>((resolve, reject) => {
        copy.once('error', reject).once('finish', resolve).end(rows)
      })
      return copy.rowCount
    },
  })

  return {
    url: options.url,
    ...over(pool),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        const client = await pool.connect()
        let broken: Error | undefined
        try {
          await client.query('begin')
          const value = await work(over(client))
          await client.query('commit')
          return value
        } catch (error) {
          await client.query('rollback').catch((failure: Error) => {
            broken = failure
          })
          const code = (error as { code?: string }).code
          if (code === undefined || !RETRIED.has(code) || attempt >= MAX_ATTEMPTS) throw error
        } finally {
          client.release(broken)
        }
      }
    },
    listen: (channel, notice) => listen(connection, channel, notice, options.onError),
    async [Symbol.asyncDispose]() {
      await pool.end()
    },
  }
}

async function listen(
  connection: pg.ClientConfig,
  channel: string,
  notice: (payload: string) => void,
  onError: ((error: Error) => void) | undefined,
): Promise<AsyncDisposable> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const next = new pg.Client(connection)
    next.on('notification', message => notice(message.payload ?? ''))
    next.on('error', error => {
      onError?.(error)
      again()
    })
    client = next
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  const again = (): void => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      connect().catch(again)
    }, 1000)
  }

  await connect()
  return {
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
