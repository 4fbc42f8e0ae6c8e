import type { Queryable } from '../../db/database.js'

/** What Бухгалтерия and УНФ hold: six digits. */
export const LAST_SHORT_NUMBER = 999_999
/** What УТ and Розница find again: eleven characters. */
export const LAST_LONG_NUMBER = 99_999_999_999

export interface NumberRequest {
  orders: number
  payments: number
  /** Highest number for orders. */
  last: number
  /** Integrations whose 1C has documents under other numbers, which must not be allocated as sequence numbers. */
  blockedBy: readonly number[]
}

export interface AllocatedNumbers {
  /** For the orders; fewer than requested when numbers have run out. */
  orders: number[]
  nextPayment: number
}

/**
 * Allocates numbers from the companies' counters, which stay locked until the transaction ends, so that none is
 * lost by a rollback: call it late.
 */
export async function allocateNumbers(
  tx: Queryable,
  wanted: ReadonlyMap<string, NumberRequest>,
): Promise<Map<string, AllocatedNumbers>> {
  // Always in the same order; a single update would lock them in any order.
  const companies = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  const taken = new Map<string, AllocatedNumbers>()
  for (const [companyId, { orders, payments, last, blockedBy }] of companies) {
    const { nextOrder, nextPayment } = await advance(tx, companyId, orders, payments)
    const numbers = Array.from({ length: orders }, (_, index) => nextOrder + index)
    const free = blockedBy.length === 0 ? numbers : await skipBlocked(tx, companyId, numbers, blockedBy)
    const given = free.filter(number => number <= last)
    taken.set(companyId, { orders: given, nextPayment })
    if (given.length < orders) await stopAt(tx, companyId, Math.max(nextOrder, last + 1))
  }
  return taken
}

async function advance(
  tx: Queryable,
  companyId: string,
  orders: number,
  payments: number,
): Promise<{ nextOrder: number; nextPayment: number }> {
  const { rows } = await tx.query<{ nextOrder: number; nextPayment: number }>(
    `insert into company_counter as c (company_id, next_order_number, next_payment_number)
     values ($1, 1 + $2::int, 1 + $3::int)
     on conflict (company_id) do update
        set next_order_number = c.next_order_number + $2::int, next_payment_number = c.next_payment_number + $3::int
     returning next_order_number - $2::int as "nextOrder", next_payment_number - $3::int as "nextPayment"`,
    [companyId, orders, payments],
  )
  return rows[0]!
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
      'select distinct blocks as number from order_number where integration_key = any($1) and blocks = any($2)',
      [integrationKeys, candidates],
    )
    const blocked = new Set(rows.map(({ number }) => number))
    free.push(...candidates.filter(number => !blocked.has(number)))
    if (blocked.size === 0) break
    const { nextOrder } = await advance(tx, companyId, blocked.size, 0)
    await tx.query(
      'update company_counter set skipped_order_numbers = skipped_order_numbers + $2 where company_id = $1',
      [companyId, blocked.size],
    )
    candidates = Array.from({ length: blocked.size }, (_, index) => nextOrder + index)
  }
  return free
}

async function stopAt(tx: Queryable, companyId: string, next: number): Promise<void> {
  await tx.query('update company_counter set next_order_number = $2 where company_id = $1', [companyId, next])
}
