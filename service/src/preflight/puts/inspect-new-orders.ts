import type { Order } from '@obmen/contract'
import type { Finding } from '../../findings/finding.js'
import type { SaveContext } from '../../orders/intake/load-save-context.js'
import type { OrderRow } from '../../orders/intake/read/order-row.js'
import type { PredictedFindings, Prediction } from '../../orders/intake/read/read-order.js'
import type { NewOrder } from '../../orders/intake/save-types.js'
import type { TaskOfOrder } from '../../tasks/task.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { addComparisons, inspectOrder } from '../inspect-order.js'
import type { Inspected } from '../inspect-orders.js'
import { NO_HISTORY } from '../order-history.js'
import type { PreflightInput } from '../preflight-input.js'
import {
  type OpenProfile,
  openInput,
  openSerializedProfile,
  profilesOf,
  type SerializedProfile,
  todayIn,
} from '../preflight-profile.js'
import { tasksOf } from '../tasks-of.js'
import { plainOrderTest } from './plain-order.js'
import { assumptionsHold, numberInProfile } from './predict-findings.js'

/**
 * Inspects new orders for every integration that is owed them. Reads nothing from the database: they have no history, and `fresh`
 * contains what is known from other orders. Uses the prediction made while the order was read if it is still valid; runs no rules for
 * plain orders.
 */
export async function inspectNewOrders(
  context: SaveContext,
  fresh: readonly NewOrder[],
): Promise<Inspected[]> {
  const rest = yieldBetweenSteps()
  const profiles = profilesOf(context)
  const inspected: Inspected[] = []
  for (const put of fresh) {
    const { order, key: orderKey, owedTo, others } = put
    if (owedTo.size === 0) continue
    const parsed = lazyOrder(order.row)
    for (const { key: integrationKey, id: integrationId } of context.companies.get(order.companyId)!
      .integrations) {
      if (!owedTo.has(integrationKey)) continue
      const text = profiles.get(integrationKey)!
      const profile = openSerializedProfile(text)
      const { client } = profile.feed.settings
      const about = {
        profile: profile.feed.profile,
        possible: profile.possible,
        others,
        items: order.items,
        buyer: order.buyer,
      }
      const predicted = predictedFor(put, text, profile)
      let findings: Finding[]
      let tasks: TaskOfOrder[]
      if (predicted) {
        findings = addComparisons(predicted.findings, about)
        tasks = predicted.tasks
      } else if (assumptionsHold(put, profile) && !order.canceled && plainOrderTest(profile)(parsed())) {
        findings = addComparisons([], about)
        tasks = []
      } else {
        const input = { ...inputOfNew(put, parsed(), profile), others }
        findings = inspectOrder(input)
        tasks = tasksOf(input, findings)
      }
      inspected.push({ integrationKey, orderKey, integrationId, client, findings, tasks })
    }
    await rest()
  }
  return inspected
}

function predictedFor(
  put: NewOrder,
  text: SerializedProfile,
  profile: OpenProfile,
): PredictedFindings | undefined {
  const { profiles, found } = put.order.prediction ?? NO_PREDICTION
  const on = found.find(each => profiles[each.profile] === text)
  return on && assumptionsHold(put, profile) ? on : undefined
}
const NO_PREDICTION: Prediction = { profiles: [], found: [] }

/** The rules' complete input, without what is known from other orders. */
export function inputOfNew(put: NewOrder, order: Order, profile: OpenProfile): PreflightInput {
  const number = numberInProfile(order, profile, put.sequenceNumber)
  const paymentNumbers = Object.fromEntries(put.paymentNumbers)
  return openInput({ order, number, paymentNumbers, exports: null }, NO_HISTORY, profile, todayIn(profile))
}

function lazyOrder(row: OrderRow): () => Order {
  let order: Order | undefined
  return () => {
    order ??= JSON.parse(row.content()) as Order
    return order
  }
}
