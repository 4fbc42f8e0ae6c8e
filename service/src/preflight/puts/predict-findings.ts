import { REQUISITES } from '@obmen/codec'
import { isCanceled, type Order } from '@obmen/contract'
import type { PredictedFindings, PredictFindings } from '../../orders/intake/read/read-order.js'
import type { NewOrder } from '../../orders/intake/save-types.js'
import { canBeFoundIn1C, documentNumber, platformNumber } from '../../orders/numbering/document-number.js'
import { factsMatcher } from '../../orders/routing/rules.js'
import { cleanName } from '../../sale-feed/document/clean-text.js'
import { plainName } from '../../sale-feed/document/reserved-names.js'
import { inspectNew } from '../inspect-order.js'
import { NO_HISTORY } from '../order-history.js'
import {
  type OpenProfile,
  openInput,
  openSerializedProfile,
  type SerializedProfile,
  todayIn,
} from '../preflight-profile.js'
import { tasksOf } from '../tasks-of.js'
import { plainOrderTest } from './plain-order.js'

/** Orders with more findings are not predicted: the number of findings is limited, and those of comparisons would displace some. */
const MAX_FINDINGS = 40

/**
 * Returns a function that predicts the findings of an order for each of these profiles, assuming that the order is new. Its numbers and
 * the company's other orders are not known yet: `assumptionsHold` checks later whether they make a difference.
 */
export function findingsPredictor(profiles: readonly SerializedProfile[]): PredictFindings {
  const opened = profiles.map(openSerializedProfile)
  // Shared by all orders, so that it is serialized for the other thread only once.
  const nothing = opened.map((_, profile): PredictedFindings => ({ profile, findings: [], tasks: [] }))
  const todays = opened.map(profile => todayIn(profile))
  const plain = opened.map(plainOrderTest)
  const noPrediction = { profiles: [], found: [] }
  return (order, facts) => {
    if (isCanceled(order) || namesPaymentNumber(order)) return noPrediction
    const match = factsMatcher(facts)
    const found: PredictedFindings[] = []
    for (const [place, profile] of opened.entries()) {
      const { companyId, feed, timezone } = profile
      if (companyId !== order.companyId || !match(feed.settings, timezone).matches) continue
      if (plain[place]!(order)) {
        found.push(nothing[place]!)
        continue
      }
      const { number, paymentNumbers } = assumedNumbers(order, profile)
      const input = openInput(
        { order, number, paymentNumbers, exports: null },
        NO_HISTORY,
        profile,
        todays[place]!,
      )
      const findings = inspectNew(input)
      // Plus expected effects: document, delivery, payments.
      if (findings.length + order.payments.length + 5 > MAX_FINDINGS) continue
      const tasks = tasksOf(input, findings)
      const isNothing = findings.length === 0 && tasks.length === 0
      found.push(isNothing ? nothing[place]! : { profile: place, findings, tasks })
    }
    return { profiles, found }
  }
}

/** Whether a prediction is valid for the order as it is saved: with its real numbers the rules find the same. */
export function assumptionsHold(
  { order, sequenceNumber, paymentNumbers, others }: NewOrder,
  profile: OpenProfile,
): boolean {
  if (others.itemNames.size > 0 && order.items.length > MAX_FINDINGS) return false
  for (const number of paymentNumbers.values()) if (number > MAX_PAYMENT_NUMBER) return false
  const { feed } = profile
  const limits = feed.profile
  const own = platformNumber(order)
  if (feed.settings.ordernumber === 'platform') return canBeFoundIn1C(own)
  const longest = limits.number.by === 'digits' ? limits.number.digits : limits.number.length
  const number = String(sequenceNumber)
  return number.length <= longest && number !== own
}

/** Ten digits fit into the field of every client. */
const MAX_PAYMENT_NUMBER = 10 ** 10 - 1

/** The number of a new order in this 1C. */
export function numberInProfile(
  order: { id: string; number?: string | undefined },
  { feed }: OpenProfile,
  sequenceNumber: number,
): string {
  return feed.settings.ordernumber === 'platform'
    ? documentNumber(order, sequenceNumber)
    : String(sequenceNumber)
}

/** Short numbers. The order's differs from the platform's, so that the document contains both. */
function assumedNumbers(
  order: Order,
  profile: OpenProfile,
): { number: string; paymentNumbers: Record<string, number> } {
  const number = numberInProfile(order, profile, platformNumber(order) === '1' ? 2 : 1)
  return { number, paymentNumbers: Object.fromEntries(order.payments.map(({ id }) => [id, 1])) }
}

const PAYMENT_NUMBER = plainName(REQUISITES.paymentNumber)

/** Whether such an attribute is sent depends on the payment's number, which is not known yet. */
function namesPaymentNumber({ attributes }: Order): boolean {
  return Object.keys(attributes).some(name => plainName(cleanName(name, 250)) === PAYMENT_NUMBER)
}
