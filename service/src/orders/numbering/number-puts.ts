import { fillSettings } from '@obmen/contract/settings'
import { clientsWhere, PROFILES } from '../../clients/index.js'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { PutIntegration } from '../intake/put.js'
import { type Put, written } from '../intake/put.js'
import {
  allocateNumbers,
  LAST_LONG_NUMBER,
  LAST_SHORT_NUMBER,
  type NumberRequest,
} from './allocate-numbers.js'
import { claimNumbers, releaseNumbers } from './claim-numbers.js'
import { truncatesNumbers } from './compared-number.js'
import { NUMBER_TEXTS } from './texts.js'

/** Gives new orders keys, claims the platform's numbers and counts others, those of payments too. */
export async function numberPuts(tx: Queryable, puts: readonly Put[], timezone: string): Promise<void> {
  await allocateKeys(
    tx,
    written(puts).filter(({ stored }) => !stored),
  )
  await claimNumbers(tx, written(puts), timezone)
  await countNumbers(tx, written(puts))
}

async function allocateKeys(tx: Queryable, puts: readonly Put[]): Promise<void> {
  if (puts.length === 0) return
  const { rows } = await tx.query<{ key: number }>(
    `select nextval('sale_order_key_seq') as key from generate_series(1, $1)`,
    [puts.length],
    'allocate-keys',
  )
  puts.forEach((put, index) => {
    put.key = rows[index]!.key
  })
}

/** Counts new orders and payments in order; refuses new orders that no short number is left for. */
async function countNumbers(tx: Queryable, puts: readonly Put[]): Promise<void> {
  const taken = await allocateNumbers(tx, numberRequests(puts))
  const exhausted: Put[] = []
  for (const put of puts) {
    const numbers = taken.get(put.company.id)
    const sequenceNumber = put.stored?.sequenceNumber ?? numbers!.orders.shift()
    if (sequenceNumber === undefined) {
      put.refusal = exhaustedError(put.company.integrations)
      exhausted.push(put)
      continue
    }
    put.sequenceNumber = sequenceNumber
    put.revision++
    // Without a prototype, since a payment's id may be `__proto__`.
    put.paymentNumbers = Object.assign(Object.create(null), put.paymentNumbers)
    for (const id of newPayments(put)) put.paymentNumbers[id] = numbers!.nextPayment++
  }
  await releaseNumbers(tx, exhausted)
}

function numberRequests(puts: readonly Put[]): Map<string, NumberRequest> {
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
function limitsOf(integrations: readonly PutIntegration[]): Pick<NumberRequest, 'last' | 'blockedBy'> {
  const counted = integrations.filter(({ settings }) => fillSettings(settings).ordernumber === 'sequence')
  const cut = counted.some(({ settings }) => truncatesNumbers(fillSettings(settings).client))
  return {
    last: cut ? LAST_SHORT_NUMBER : LAST_LONG_NUMBER,
    blockedBy: counted.filter(({ ownNumbers }) => ownNumbers).map(({ key }) => key),
  }
}

function newPayments({ order, paymentNumbers }: Put): string[] {
  return order.paymentIds.filter(id => !Object.hasOwn(paymentNumbers, id))
}

/** Names each 1C that can't store longer numbers, and the way out. An unknown one may be any of them. */
function exhaustedError(integrations: readonly PutIntegration[]): AppError {
  const clients = integrations
    .map(({ settings }) => fillSettings(settings))
    .filter(({ ordernumber }) => ordernumber === 'sequence')
    .map(({ client }) => client)
  const unknown = clients.includes('auto')
  const short = clientsWhere(({ id, number }) => number.by === 'digits' && (unknown || clients.includes(id)))
  return new AppError(
    'numbers-exhausted',
    // To name the program helps only where no other 1C keeps the numbers short.
    NUMBER_TEXTS.exhausted(
      short.map(client => PROFILES[client]),
      unknown && !clients.some(client => client !== 'auto' && short.includes(client)),
    ),
  )
}
