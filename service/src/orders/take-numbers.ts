import type { Queryable } from '../db/database.js'

/** Six digits: what 1C can hold. */
export const LAST_ORDER_NUMBER = 999_999

export interface NumbersWanted {
  orders: number
  payments: number
}

export interface NumbersTaken {
  /** The next number to give; orders above LAST_ORDER_NUMBER get none. */
  nextOrder: number
  nextPayment: number
}

/**
 * Takes numbers from the companies' counters. Until the transaction ends nobody else gets any of these companies, so that none is
 * lost by a rollback: call it late.
 */
export async function takeNumbers(
  tx: Queryable,
  wanted: ReadonlyMap<string, NumbersWanted>,
): Promise<Map<string, NumbersTaken>> {
  // In one order for everybody; a single update takes them in any.
  const companies = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  const taken = new Map<string, NumbersTaken>()
  for (const [companyId, { orders, payments }] of companies) {
    const { rows } = await tx.query<NumbersTaken>(
      `insert into company_counter as c (company_id, next_order_number, next_payment_number)
       values ($1, 1 + $2::int, 1 + $3::int)
       on conflict (company_id) do update
          set next_order_number = c.next_order_number + $2::int, next_payment_number = c.next_payment_number + $3::int
       returning next_order_number - $2::int as "nextOrder", next_payment_number - $3::int as "nextPayment"`,
      [companyId, orders, payments],
    )
    const numbers = rows[0]!
    taken.set(companyId, numbers)
    if (numbers.nextOrder + orders > LAST_ORDER_NUMBER + 1)
      await tx.query('update company_counter set next_order_number = $2 where company_id = $1', [
        companyId,
        Math.max(numbers.nextOrder, LAST_ORDER_NUMBER + 1),
      ])
  }
  return taken
}
