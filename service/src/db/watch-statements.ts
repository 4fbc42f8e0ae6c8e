import type { Socket } from 'node:net'
import type pg from 'pg'
import { singleClient } from './single-client.js'

/** Properties of a connection that `pg` does not type. */
interface Wire {
  processID: number | null
  connection: { stream: Socket }
}

interface Waiting {
  client: pg.ClientBase
  askedAt: number
  /** When the server last confirmed that it works on it. */
  trustedAt: number
  doubts: number
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
  /** Counts how often dead connections were found: older ones are not to be trusted. */
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
/** Probes that must find a statement abandoned: its answer may be on the way. */
const DOUBTS = 2

/**
 * Gives up on statements that nobody works on: the server hangs, or a proxy swallowed the connection. Duration alone proves
 * nothing, so the server is asked what it is doing, and only statements unknown to it are cut.
 */
export function watchStatements(options: WatchOptions): StatementWatch {
  const { silenceMs, statementTimeoutMs } = options
  const longestMs = statementTimeoutMs === 0 ? Number.POSITIVE_INFINITY : statementTimeoutMs + 2 * silenceMs
  const waiting = new Set<Waiting>()
  let generation = 0
  let looking = false
  let timer: NodeJS.Timeout | undefined

  const cut = (statement: Waiting): void => {
    if (!waiting.delete(statement)) return
    generation++
    breakConnection(statement.client, new SilentConnection())
  }

  const look = async (): Promise<void> => {
    const now = performance.now()
    const silent = [...waiting].filter(({ trustedAt }) => now - trustedAt >= silenceMs)
    if (silent.length === 0 || looking) return
    looking = true
    const all = [...waiting]
    const said = await askServer(options, silent)
    looking = false
    if (said === 'nothing') for (const statement of all) cut(statement)
    else for (const statement of silent) judge(statement, said)
  }

  const judge = (statement: Waiting, said: Set<number> | 'something'): void => {
    const now = performance.now()
    const isWorking = said === 'something' || said.has(pidOf(statement.client))
    statement.doubts = isWorking ? 0 : statement.doubts + 1
    if (isWorking) statement.trustedAt = now
    if (statement.doubts >= DOUBTS || now - statement.askedAt > longestMs) cut(statement)
  }

  return {
    async during(client, answer) {
      const now = performance.now()
      const statement = { client, askedAt: now, trustedAt: now, doubts: 0 }
      waiting.add(statement)
      timer ??= setInterval(() => void look(), TICK_MS).unref()
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

/** Closes it immediately, whether or not the other side answers. */
export function breakConnection(client: pg.ClientBase, error?: Error): void {
  ;(client as unknown as Wire).connection.stream.destroy(error)
}

function pidOf(client: pg.ClientBase): number {
  return (client as unknown as Wire).processID ?? 0
}

/**
 * The processes that work on these statements. `something`: the server answered, but its list of processes is unreliable, because
 * it is out of connections or a pooler stands between.
 */
async function askServer(
  { connection, silenceMs }: WatchOptions,
  statements: readonly Waiting[],
): Promise<Set<number> | 'something' | 'nothing'> {
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
    return own === pidOf(client) ? new Set(working) : 'something'
  } catch (error) {
    // An error with a severity comes from the server.
    return (error as { severity?: string }).severity === undefined ? 'nothing' : 'something'
  } finally {
    clearTimeout(late)
    breakConnection(client)
  }
}
