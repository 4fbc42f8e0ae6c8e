import type { Queryable } from '../db/database.js'

interface NextNumbers {
  nextOrder: number
  nextPayment: number
}

/** Returns the first of the order and payment numbers taken. Locked until the transaction ends. */
export async function advanceCounter(
  tx: Queryable,
  companyId: string,
  orders: number,
  payments: number,
): Promise<NextNumbers> {
  const { rows } = await tx.query<NextNumbers>(
    `insert into company_counter as c (company_id, next_order_number, next_payment_number)
     values ($1, 1 + $2::int, 1 + $3::int)
     on conflict (company_id) do update
        set next_order_number = c.next_order_number + $2::int,
          next_payment_number = c.next_payment_number + $3::int
     returning next_order_number - $2::int as "nextOrder", next_payment_number - $3::int as "nextPayment"`,
    [companyId, orders, payments],
  )
  return rows[0]!
}

/** Records that this many of the numbers were given to no order. */
export async function countSkipped(tx: Queryable, companyId: string, numbers: number): Promise<void> {
  await tx.query(
    'update company_counter set skipped_order_numbers = skipped_order_numbers + $2 where company_id = $1',
    [companyId, numbers],
  )
}

export async function resetCounter(tx: Queryable, companyId: string, next: number): Promise<void> {
  await tx.query('update company_counter set next_order_number = $2 where company_id = $1', [companyId, next])
}

/** Moves the next order number; the numbers in between count as skipped. */
export async function moveCounter(tx: Queryable, companyId: string, next: number): Promise<void> {
  await tx.query(
    `update company_counter
        set skipped_order_numbers = skipped_order_numbers + $2 - next_order_number, next_order_number = $2
      where company_id = $1`,
    [companyId, next],
  )
}

/** The numbers of a company, locked until the transaction ends. */
export interface CompanyNumbers {
  /** The next one. */
  next: number
  /** Lower ones may be in a 1C although no order has them: the database was restored. */
  firstFree: number
  /** Nobody has said so yet. */
  guessed: boolean
}

export async function lockNumbers(tx: Queryable, companyId: string): Promise<CompanyNumbers> {
  const { rows } = await tx.query<CompanyNumbers>(
    `select next_order_number as next, first_free_number as "firstFree", first_free_guessed as guessed
       from company_counter where company_id = $1 for update`,
    [companyId],
  )
  return rows[0]!
}

/** Goes on above what may have been given out since a backup. Every company has a row. */
export async function skipNumbers(tx: Queryable, gap: number): Promise<void> {
  await tx.query(
    `update company_counter
        set next_order_number = next_order_number - 1 + $1::int,
            first_free_number = next_order_number - 1 + $1::int, first_free_guessed = true,
            skipped_order_numbers = skipped_order_numbers - 1 + $1::int,
            next_payment_number = next_payment_number - 1 + $1::int`,
    [gap],
  )
}

/** A person has said which numbers are free. */
export async function continueNumbers(
  tx: Queryable,
  companyId: string,
  { firstFree, next }: { firstFree: number; next: number },
): Promise<void> {
  await moveCounter(tx, companyId, next)
  await tx.query(
    'update company_counter set first_free_number = $2, first_free_guessed = false where company_id = $1',
    [companyId, firstFree],
  )
}
