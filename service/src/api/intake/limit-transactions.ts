import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'

export interface TransactionLimits {
  /** Concurrent transactions per key. */
  atOnce: number
  /** How long a transaction waits for its turn. */
  timeoutMs: number
}

/** Transactions of one location. */
export interface LimitedDatabase extends Database {
  /** Whether one more could begin now and leave room for another. */
  hasRoom(): boolean
}

/**
 * Limits how many transactions of one location run at a time; the others queue in order of arrival. So a location whose transactions
 * wait for each other's locks leaves connections to others.
 */
export function limitTransactions(
  db: Database,
  { atOnce, timeoutMs }: TransactionLimits,
): (key: string) => LimitedDatabase {
  const running = new Map<string, number>()
  const waiting = new Map<string, Set<() => void>>()

  const enter = async (key: string): Promise<void> => {
    const count = running.get(key) ?? 0
    if (count < atOnce) {
      running.set(key, count + 1)
      return
    }
    const line = waiting.get(key) ?? new Set()
    waiting.set(key, line)
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        line.delete(proceed)
        reject(
          new AppError('unavailable', describeProblem('database-busy'), {
            retryAfterSeconds: Math.ceil(timeoutMs / 1000),
          }),
        )
      }, timeoutMs)
      const proceed = (): void => {
        clearTimeout(late)
        line.delete(proceed)
        resolve()
      }
      line.add(proceed)
    })
  }

  /** Passes the turn to the one that has waited longest, if any. */
  const leave = (key: string): void => {
    const next = waiting.get(key)?.values().next().value
    if (next) next()
    else {
      waiting.delete(key)
      const left = running.get(key)! - 1
      if (left === 0) running.delete(key)
      else running.set(key, left)
    }
  }

  return key => ({
    ...db,
    hasRoom: () => (running.get(key) ?? 0) + 1 < atOnce,
    async transaction(work) {
      await enter(key)
      try {
        return await db.transaction(work)
      } finally {
        leave(key)
      }
    },
  })
}
