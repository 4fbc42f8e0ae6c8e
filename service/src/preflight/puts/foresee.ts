import { REQUISITES } from '@obmen/codec'
import { isCanceled, type Order } from '@obmen/contract'
import type { Foresee, FoundOnGround } from '../../orders/intake/read/read-order.js'
import type { NewOrder } from '../../orders/intake/save-types.js'
import { documentNumber, isFoundIn1C, platformNumber } from '../../orders/numbering/document-number.js'
import { matchFacts } from '../../orders/routing/rules.js'
import { cleanName } from '../../sale-feed/document/clean-text.js'
import { plainName } from '../../sale-feed/document/reserved-names.js'
import { type GroundText, groundOf, type OpenGround, openInput, todayOn } from '../ground.js'
import { inspectNew } from '../inspect-order.js'
import { NO_HISTORY } from '../order-history.js'
import { tasksOf } from '../tasks-of.js'
import { plainOn } from './plain-order.js'

/** Findings of more are cut: then what other orders tell would push some of them out. */
const FEW = 40

/**
 * Finds beforehand what there is to be found of each order on these grounds, should it be new. Its numbers are not known yet, nor what
 * other orders tell: see isAsForeseen.
 */
export function foreseeOn(grounds: readonly GroundText[]): Foresee {
  const opened = grounds.map(groundOf)
  // One object for all orders: what is there once goes to another thread once.
  const nothing = opened.map((_, ground): FoundOnGround => ({ ground, findings: [], tasks: [] }))
  const todays = opened.map(ground => todayOn(ground))
  const plain = opened.map(plainOn)
  const nowhere = { grounds: [], found: [] }
  return (order, facts) => {
    if (isCanceled(order) || namesPaymentNumber(order)) return nowhere
    const found: FoundOnGround[] = []
    for (const [place, ground] of opened.entries()) {
      const { companyId, feed, timezone } = ground
      if (companyId !== order.companyId || !matchFacts(facts, feed.settings, timezone).matches) continue
      if (plain[place]!(order)) {
        found.push(nothing[place]!)
        continue
      }
      const { number, paymentNumbers } = assumedNumbers(order, ground)
      const input = openInput(
        { order, number, paymentNumbers, exports: null },
        NO_HISTORY,
        ground,
        todays[place]!,
      )
      const findings = inspectNew(input)
      // With what a good order brings about: its document, its delivery, and its payments.
      if (findings.length + order.payments.length + 5 > FEW) continue
      const tasks = tasksOf(input, findings)
      const isNothing = findings.length === 0 && tasks.length === 0
      found.push(isNothing ? nothing[place]! : { ground: place, findings, tasks })
    }
    return { grounds, found }
  }
}

/** Whether what was foreseen on this ground is true of the order as it is written: the rules take its numbers as those assumed. */
export function isAsForeseen(
  { order, sequenceNumber, paymentNumbers, others }: NewOrder,
  ground: OpenGround,
): boolean {
  if (others.itemNames.size > 0 && order.items.length > FEW) return false
  for (const number of paymentNumbers.values()) if (number > MOST_PAYMENT_NUMBER) return false
  const { limits, feed } = ground
  const own = platformNumber(order)
  if (feed.settings.ordernumber === 'platform') return isFoundIn1C(own)
  const longest = limits.number.by === 'digits' ? limits.number.digits : limits.number.length
  const number = String(sequenceNumber)
  return number.length <= longest && number !== own
}

/** Ten digits go into every field. */
const MOST_PAYMENT_NUMBER = 10 ** 10 - 1

/** Numbers of a new order in this 1C. */
export function numberOnGround(
  order: { id: string; number?: string | undefined },
  { feed }: OpenGround,
  sequenceNumber: number,
): string {
  return feed.settings.ordernumber === 'platform'
    ? documentNumber(order, sequenceNumber)
    : String(sequenceNumber)
}

/** Short ones; that of the order is not the platform's, which a document tells beside it. */
function assumedNumbers(
  order: Order,
  ground: OpenGround,
): { number: string; paymentNumbers: Record<string, number> } {
  const number = numberOnGround(order, ground, platformNumber(order) === '1' ? 2 : 1)
  return { number, paymentNumbers: Object.fromEntries(order.payments.map(({ id }) => [id, 1])) }
}

const PAYMENT_NUMBER = plainName(REQUISITES.paymentNumber)

/** Then it hangs on the payment's number whether that attribute counts as told. */
function namesPaymentNumber({ attributes }: Order): boolean {
  return Object.keys(attributes).some(name => plainName(cleanName(name, 250)) === PAYMENT_NUMBER)
}
