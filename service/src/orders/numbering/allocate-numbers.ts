import type { Queryable } from '../../db/database.js'
import { advanceCounter, countSkipped, resetCounter } from '../../places/company-counter.js'

/** Бухгалтерия and УНФ store six digits. */
export const LAST_SHORT_NUMBER = 999_999
/** УТ and Розница look a number up in eleven characters. */
export const LAST_LONG_NUMBER = 99_999_999_999

export interface NumberRequest {
  orders: number
  payments: number
  /** Highest number for orders. */
  last: number
  /** Integrations whose 1C has documents under other numbers, which must be skipped. */
  blockedBy: readonly number[]
}

export interface AllocatedNumbers {
  /** For the orders; fewer than requested when numbers have run out. */
  orders: number[]
  nextPayment: number
}

/** Allocates numbers from the companies' counters, which stay locked until the transaction ends. */
export async function allocateNumbers(
  tx: Queryable,
  requests: ReadonlyMap<string, NumberRequest>,
): Promise<Map<string, AllocatedNumbers>> {
  // Always in the same order; a single update would lock them in any order.
  const companies = [...requests].sort(([a], [b]) => (a < b ? -1 : 1))
  const taken = new Map<string, AllocatedNumbers>()
  for (const [companyId, { orders, payments, last, blockedBy }] of companies) {
    const { nextOrder, nextPayment } = await advanceCounter(tx, companyId, orders, payments)
    const numbers = Array.from({ length: orders }, (_, index) => nextOrder + index)
    const free = blockedBy.length === 0 ? numbers : await skipBlocked(tx, companyId, numbers, blockedBy)
    const given = free.filter(number => number <= last)
    taken.set(companyId, { orders: given, nextPayment })
    if (given.length < orders) await resetCounter(tx, companyId, Math.max(nextOrder, last + 1))
  }
  return taken
}

/** Replaces numbers under which a 1C knows another order. */
async function skipBlocked(
  tx: Queryable,
  companyId: string,
  numbers: readonly number[],
  integrationKeys: readonly number[],
): Promise<number[]> {
  const free: number[] = []
  for (let candidates = numbers; candidates.length > 0; ) {
    const { rows } = await tx.query<{ number: number }>(
      `select distinct blocks as number from order_number
        where integration_key = any($1) and blocks = any($2)`,
      [integrationKeys, candidates],
    )
    const blocked = new Set(rows.map(({ number }) => number))
    free.push(...candidates.filter(number => !blocked.has(number)))
    if (blocked.size === 0) break
    const { nextOrder } = await advanceCounter(tx, companyId, blocked.size, 0)
    await countSkipped(tx, companyId, blocked.size)
    candidates = Array.from({ length: blocked.size }, (_, index) => nextOrder + index)
  }
  return free
}
