import { describeProblem } from '@obmen/contract'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'

export interface ConnectionLimits {
  /** Connections that one key holds at a time. */
  atOnce: number
  /** How long a statement or a transaction waits for its turn. */
  timeoutMs: number
}

/** The connections of a pool that one key may hold. What runs inside `transaction` runs on its connection: it takes no second one. */
export interface LimitedDatabase extends Database {
  /** Whether one more could begin now and leave room for another. */
  hasRoom(): boolean
}

/** How statements of one request wait for their turn. */
export interface Waiting {
  /** Once it aborts, they no longer wait; asked for only if they must. */
  gone?: () => AbortSignal
  /** After the first one they wait for as long as it takes, so that a request that has changed something is answered. */
  finishes?: boolean
  /** The connections that are limited, instead of the whole pool's: a place among those is taken, too. */
  within?: Database
  /** In place of the limits' own. */
  timeoutMs?: number
}

/** Of one key. */
export type DatabaseOf = (key: string, how?: Waiting) => LimitedDatabase

interface Line {
  running: number
  waiting: Set<() => void>
}

/**
 * Limits how many connections of a pool the statements and transactions of one key hold at a time; further ones queue in order of
 * arrival. So a key whose statements are slow, or wait for each other's locks, leaves connections to others. A place is held no longer
 * than its connection: not by an answer that its client reads slowly, nor between the pages of a download.
 * Its functions throw AppError `unavailable`, or the reason of `gone`.
 */
export function limitConnections(db: Database, limits: ConnectionLimits): DatabaseOf {
  const { atOnce } = limits
  const lines = new Map<string, Line>()

  const enter = (key: string, how: Waiting): Promise<void> | undefined => {
    const line = lines.get(key)
    if (!line) lines.set(key, { running: 1, waiting: new Set() })
    else if (line.running < atOnce) line.running++
    else return wait(line, how)
    return undefined
  }

  const wait = (line: Line, { gone: left, finishes, timeoutMs = limits.timeoutMs }: Waiting): Promise<void> =>
    new Promise((resolve, reject) => {
      const gone = left?.()
      const leaveLine = (): void => {
        clearTimeout(late)
        line.waiting.delete(proceed)
        gone?.removeEventListener('abort', giveUp)
      }
      const proceed = (): void => {
        leaveLine()
        resolve()
      }
      const giveUp = (): void => {
        leaveLine()
        reject(gone?.reason)
      }
      const refuse = (): void => {
        leaveLine()
        const retryAfterSeconds = Math.ceil(timeoutMs / 1000)
        reject(new AppError('unavailable', describeProblem('database-busy'), { retryAfterSeconds }))
      }
      const late = finishes ? undefined : setTimeout(refuse, timeoutMs)
      if (gone?.aborted) giveUp()
      else {
        line.waiting.add(proceed)
        gone?.addEventListener('abort', giveUp)
      }
    })

  /** Passes the place to the one that has waited longest, if any. */
  const leave = (key: string): void => {
    const line = lines.get(key)!
    const [next] = line.waiting
    if (next) next()
    else if (--line.running === 0) lines.delete(key)
  }

  const limit = (of: Database, key: string, how: Waiting): LimitedDatabase => {
    let hadTurn = false
    const inPlace = async <T>(work: () => Promise<T>): Promise<T> => {
      await enter(key, { ...how, finishes: how.finishes === true && hadTurn })
      hadTurn = true
      try {
        return await work()
      } finally {
        leave(key)
      }
    }
    return {
      ...of,
      hasRoom: () => (lines.get(key)?.running ?? 0) + 1 < atOnce,
      query: (text, values, name) => inPlace(() => of.query(text, values, name)),
      copyIn: (statement, rows) => inPlace(() => of.copyIn(statement, rows)),
      transaction: work => inPlace(() => of.transaction(work)),
      until: signal => limit(of.until(signal), key, { ...how, gone: () => signal }),
    }
  }
  return (key, how = {}) => limit(how.within ?? db, key, how)
}
