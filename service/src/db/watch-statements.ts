import type pg from 'pg'
import { breakConnection, pidOf, singleClient } from './single-client.js'

/** Materialized: the process is ended only after all conditions are met. A role may end its own connections. */
const END_IDLE_TRANSACTIONS = `
  with idle as materialized (
    select pid from pg_stat_activity
     where pid = any($1::int[]) and state like 'idle in transaction%' and usename = current_user)
  select pg_terminate_backend(pid) from idle`

interface Waiting {
  client: pg.ClientBase
  startedAt: number
  /** When the server last confirmed that it was working on the statement. */
  confirmedAt: number
  missedProbes: number
}

export interface WatchOptions {
  /** How to ask the server, on a separate connection. */
  connection: pg.ClientConfig
  /** A statement unanswered for this long triggers a probe, which may take as long again. */
  silenceMs: number
  /** When the server itself would have canceled the statement; 0 = never. */
  statementTimeoutMs: number
}

export interface StatementWatch {
  /** The result of `answer`, or a `SilentConnection` error once the server no longer works on it. */
  during<T>(client: pg.ClientBase, answer: Promise<T>): Promise<T>
  /** Grows when a dead connection is found: connections opened before that may be dead, too. */
  generation(): number
}

/** The server or the path to it went silent. `code` is that of a socket error. */
class SilentConnection extends Error {
  readonly code = 'ETIMEDOUT'

  constructor() {
    super('Connection terminated: the database gives no sign of life')
  }
}

const TICK_MS = 1000
/** Probes in a row that don't find the statement before it is abandoned: after one, its answer may be on the way. */
const MAX_MISSED_PROBES = 2

/**
 * Abandons statements that no server is working on: the server hangs, or a proxy dropped the connection. Duration alone proves
 * nothing, so the server is asked what it is doing, and only statements unknown to it are abandoned.
 */
export function watchStatements(options: WatchOptions): StatementWatch {
  const { silenceMs, statementTimeoutMs } = options
  const longestMs = statementTimeoutMs === 0 ? Number.POSITIVE_INFINITY : statementTimeoutMs + 2 * silenceMs
  const waiting = new Set<Waiting>()
  let generation = 0
  let probing = false
  let timer: NodeJS.Timeout | undefined

  const abandon = (statement: Waiting): void => {
    if (!waiting.delete(statement)) return
    generation++
    breakConnection(statement.client, new SilentConnection())
  }

  const probe = async (): Promise<void> => {
    const now = performance.now()
    const silent = [...waiting].filter(({ confirmedAt }) => now - confirmedAt >= silenceMs)
    if (silent.length === 0 || probing) return
    probing = true
    const all = [...waiting]
    const activity = await askServer(
      options,
      silent,
      silent.filter(({ missedProbes }) => missedProbes >= MAX_MISSED_PROBES - 1),
    )
    probing = false
    if (activity === 'no-answer') for (const statement of all) abandon(statement)
    else for (const statement of silent) evaluate(statement, activity)
  }

  const evaluate = (statement: Waiting, activity: Set<number> | 'answered'): void => {
    const now = performance.now()
    const isWorking = activity === 'answered' || activity.has(pidOf(statement.client))
    statement.missedProbes = isWorking ? 0 : statement.missedProbes + 1
    if (isWorking) statement.confirmedAt = now
    if (statement.missedProbes >= MAX_MISSED_PROBES || now - statement.startedAt > longestMs)
      abandon(statement)
  }

  return {
    async during(client, answer) {
      const now = performance.now()
      const statement = { client, startedAt: now, confirmedAt: now, missedProbes: 0 }
      waiting.add(statement)
      timer ??= setInterval(() => void probe(), TICK_MS).unref()
      try {
        return await answer
      } finally {
        waiting.delete(statement)
        if (waiting.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
    generation: () => generation,
  }
}

/** How long canceling a statement may take before its connection is closed instead. */
const CANCEL_TIMEOUT_MS = 1000

type Until = <T>(run: () => Promise<T>) => Promise<T>

/**
 * Runs statements on the client, and cancels the running one once the signal aborts. @throws the signal's reason if it is aborted before a
 * statement, else the error of the canceled one
 */
export function runUntil(signal: AbortSignal, connection: pg.ClientConfig, client: pg.ClientBase): Until {
  return async run => {
    signal.throwIfAborted()
    let canceling: Promise<void> | undefined
    const cancel = (): void => {
      canceling = cancelStatement(connection, client)
    }
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await run()
    } finally {
      signal.removeEventListener('abort', cancel)
      // Else it might hit the next statement on this connection.
      await canceling
    }
  }
}

/** Cancels the statement that the client is waiting for, through a connection of its own; if that fails, closes the client's. */
async function cancelStatement(connection: pg.ClientConfig, client: pg.ClientBase): Promise<void> {
  const other = singleClient(connection)
  const late = setTimeout(() => breakConnection(other), CANCEL_TIMEOUT_MS)
  try {
    await other.connect()
    const { rows } = await other.query<{ canceled: boolean }>(
      'select pg_cancel_backend($1) as canceled where pg_backend_pid() = $2',
      [pidOf(client), pidOf(other)],
    )
    if (!rows[0]?.canceled) breakConnection(client)
  } catch {
    breakConnection(client)
  } finally {
    clearTimeout(late)
    breakConnection(other)
  }
}

/**
 * The processes that work on these statements. `answered`: the server answered, but its list of processes is unreliable, because
 * it is out of connections or a pooler stands between. Idle transactions of `missing` statements are ended: behind a proxy that
 * keeps its own connection to the server they would hold their locks until `idle_in_transaction_session_timeout`.
 */
async function askServer(
  { connection, silenceMs }: WatchOptions,
  statements: readonly Waiting[],
  missing: readonly Waiting[],
): Promise<Set<number> | 'answered' | 'no-answer'> {
  const client = singleClient(connection)
  const late = setTimeout(() => breakConnection(client, new SilentConnection()), silenceMs)
  try {
    await client.connect()
    const { rows } = await client.query<{ own: number; working: number[] }>(
      `select pg_backend_pid() as own,
              array(select pid from pg_stat_activity where pid = any($1::int[]) and state not like 'idle%') as working`,
      [statements.map(({ client: asked }) => pidOf(asked))],
    )
    const { own, working } = rows[0]!
    if (own !== pidOf(client)) return 'answered'
    if (missing.length > 0)
      await client.query(END_IDLE_TRANSACTIONS, [missing.map(({ client: idle }) => pidOf(idle))])
    return new Set(working)
  } catch (error) {
    // An error with a severity comes from the server.
    return (error as { severity?: string }).severity === undefined ? 'no-answer' : 'answered'
  } finally {
    clearTimeout(late)
    breakConnection(client)
  }
}
