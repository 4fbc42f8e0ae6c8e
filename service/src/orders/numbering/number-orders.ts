import { fillSettings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { SaveContextIntegration } from '../intake/load-save-context.js'
import type { PutOrder } from '../intake/save-types.js'
import {
  allocateNumbers,
  LAST_LONG_NUMBER,
  LAST_SHORT_NUMBER,
  type NumberRequest,
} from './allocate-numbers.js'
import { truncatesNumbers } from './compared-number.js'

/** An order that will be written, with its numbers. */
export interface NumberedPut extends PutOrder {
  revision: number
  sequenceNumber: number
  /** By payment id; a number is kept even if its payment is removed from the order. */
  paymentNumbers: ReadonlyMap<string, number>
}

/** Numbers new orders and new payments, in the order of `puts`. */
export async function numberOrders(
  tx: Queryable,
  puts: readonly PutOrder[],
): Promise<{ numbered: NumberedPut[]; exhausted: PutOrder[] }> {
  const taken = await allocateNumbers(tx, numberRequests(puts))
  const numbered: NumberedPut[] = []
  const exhausted: PutOrder[] = []
  for (const put of puts) {
    const numbers = taken.get(put.company.id)
    const sequenceNumber = put.stored?.sequenceNumber ?? numbers!.orders.shift()
    if (sequenceNumber === undefined) {
      exhausted.push(put)
      continue
    }
    const { stored } = put
    const paymentNumbers = new Map(stored ? Object.entries(stored.paymentNumbers) : undefined)
    for (const id of newPayments(put)) paymentNumbers.set(id, numbers!.nextPayment++)
    numbered.push({ ...put, revision: (stored?.revision ?? 0) + 1, sequenceNumber, paymentNumbers })
  }
  return { numbered, exhausted }
}

function numberRequests(puts: readonly PutOrder[]): Map<string, NumberRequest> {
  const requests = new Map<string, NumberRequest>()
  for (const put of puts) {
    const orders = put.stored ? 0 : 1
    const payments = newPayments(put).length
    if (orders + payments === 0) continue
    const { id, integrations } = put.company
    const sum = requests.get(id) ?? { orders: 0, payments: 0, ...limitsOf(integrations) }
    requests.set(id, sum)
    sum.orders += orders
    sum.payments += payments
  }
  return requests
}

/** Numbers have six digits if any 1C of the company truncates longer ones. */
function limitsOf(
  integrations: readonly SaveContextIntegration[],
): Pick<NumberRequest, 'last' | 'blockedBy'> {
  const counted = integrations.filter(({ settings }) => fillSettings(settings).ordernumber === 'sequence')
  const cut = counted.some(({ settings }) => truncatesNumbers(fillSettings(settings).client))
  return {
    last: cut ? LAST_SHORT_NUMBER : LAST_LONG_NUMBER,
    blockedBy: counted.filter(({ ownNumbers }) => ownNumbers).map(({ numberSet }) => numberSet),
  }
}

function newPayments({ order, stored }: PutOrder): string[] {
  return stored ? order.paymentIds.filter(id => !Object.hasOwn(stored.paymentNumbers, id)) : order.paymentIds
}
