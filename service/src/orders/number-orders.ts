import type { Queryable } from '../db/database.js'
import type { ReadOrder } from './read-order.js'
import type { PutOrder } from './save-types.js'
import { LAST_ORDER_NUMBER, type NumbersWanted, takeNumbers } from './take-numbers.js'

/** An order with all that is written of it. */
export interface NumberedPut extends PutOrder {
  key: number
  revision: number
  sequenceNumber: number
  /** By payment id; a number stays also when its payment goes. */
  paymentNumbers: ReadonlyMap<string, number>
}

/** Gives new orders their key and number, and new payments theirs, in the order of `puts`. */
export async function numberOrders(
  tx: Queryable,
  puts: readonly PutOrder[],
): Promise<{ numbered: NumberedPut[]; exhausted: ReadOrder[] }> {
  const wanted = new Map<string, NumbersWanted>()
  for (const put of puts) {
    const orders = put.stored ? 0 : 1
    const payments = newPayments(put).length
    if (orders + payments === 0) continue
    const sum = wanted.get(put.company.id) ?? { orders: 0, payments: 0 }
    wanted.set(put.company.id, { orders: sum.orders + orders, payments: sum.payments + payments })
  }
  const keys = await takeKeys(tx, puts.filter(({ stored }) => !stored).length)
  const taken = await takeNumbers(tx, wanted)

  const numbered: NumberedPut[] = []
  const exhausted: ReadOrder[] = []
  for (const put of puts) {
    const numbers = taken.get(put.company.id)
    const sequenceNumber = put.stored?.sequenceNumber ?? numbers!.nextOrder++
    if (sequenceNumber > LAST_ORDER_NUMBER) {
      exhausted.push(put.order)
      continue
    }
    const { order, company, stored } = put
    const paymentNumbers = new Map(stored ? Object.entries(stored.paymentNumbers) : undefined)
    for (const id of newPayments(put)) paymentNumbers.set(id, numbers!.nextPayment++)
    const key = stored?.key ?? keys.pop()!
    const revision = (stored?.revision ?? 0) + 1
    numbered.push({ order, company, stored, key, revision, sequenceNumber, paymentNumbers })
  }
  return { numbered, exhausted }
}

function newPayments({ order, stored }: PutOrder): string[] {
  return stored ? order.paymentIds.filter(id => !Object.hasOwn(stored.paymentNumbers, id)) : order.paymentIds
}

/** Keys for new orders, the largest first. */
async function takeKeys(tx: Queryable, count: number): Promise<number[]> {
  if (count === 0) return []
  // As one text: a row for each would cost as much as a tenth of the insert.
  const { rows } = await tx.query<{ keys: string }>(
    `select string_agg(nextval(pg_get_serial_sequence('sale_order', 'key'))::text, ' ') as keys from generate_series(1, $1)`,
    [count],
  )
  return rows[0]!.keys.split(' ').map(Number).reverse()
}
