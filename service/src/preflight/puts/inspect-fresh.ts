import type { Order } from '@obmen/contract'
import type { Finding } from '../../findings/finding.js'
import type { SaveContext } from '../../orders/intake/load-save-context.js'
import type { OrderRow } from '../../orders/intake/read/order-row.js'
import type { Foreseen, FoundOnGround } from '../../orders/intake/read/read-order.js'
import type { NewOrder } from '../../orders/intake/save-types.js'
import type { TaskOfOrder } from '../../tasks/task.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { type GroundText, groundOf, groundsOf, type OpenGround, openInput, todayOn } from '../ground.js'
import { inspectOrder, withOthers } from '../inspect-order.js'
import type { Inspected } from '../inspect-orders.js'
import { NO_HISTORY } from '../order-history.js'
import type { PreflightInput } from '../preflight-input.js'
import { tasksOf } from '../tasks-of.js'
import { isAsForeseen, numberOnGround } from './foresee.js'
import { plainOn } from './plain-order.js'

/**
 * What there is to be found of new orders, for every integration that is owed them. Reads nothing: they have no history, and what
 * other orders tell comes with them. What was foreseen when they were read is taken where it still holds; of the rest, plain ones need no
 * rules.
 */
export async function inspectFresh(context: SaveContext, fresh: readonly NewOrder[]): Promise<Inspected[]> {
  const rest = yieldBetweenSteps()
  const grounds = groundsOf(context)
  const inspected: Inspected[] = []
  for (const put of fresh) {
    const { order, key: orderKey, owedTo, others } = put
    if (owedTo.size === 0) continue
    const parsed = parsedOnce(order.row)
    for (const { key: integrationKey, id: integrationId } of context.companies.get(order.companyId)!
      .integrations) {
      if (!owedTo.has(integrationKey)) continue
      const text = grounds.get(integrationKey)!
      const ground = groundOf(text)
      const { client } = ground.feed.settings
      const about = { client, possible: ground.possible, others, items: order.items, buyer: order.buyer }
      const foreseen = foreseenOf(put, text, ground)
      let findings: Finding[]
      let tasks: TaskOfOrder[]
      if (foreseen) {
        findings = withOthers(foreseen.findings, about)
        tasks = foreseen.tasks
      } else if (isAsForeseen(put, ground) && !order.canceled && plainOn(ground)(parsed())) {
        findings = withOthers([], about)
        tasks = []
      } else {
        const input = { ...inputOfNew(put, parsed(), ground), others }
        findings = inspectOrder(input)
        tasks = tasksOf(input, findings)
      }
      inspected.push({ integrationKey, orderKey, integrationId, client, findings, tasks })
    }
    await rest()
  }
  return inspected
}

function foreseenOf(put: NewOrder, text: GroundText, ground: OpenGround): FoundOnGround | undefined {
  const { grounds, found } = put.order.foreseen ?? NOTHING
  const on = found.find(each => grounds[each.ground] === text)
  return on && isAsForeseen(put, ground) ? on : undefined
}
const NOTHING: Foreseen = { grounds: [], found: [] }

/** The whole input of the rules, without what other orders tell. */
export function inputOfNew(put: NewOrder, order: Order, ground: OpenGround): PreflightInput {
  const number = numberOnGround(order, ground, put.sequenceNumber)
  const paymentNumbers = Object.fromEntries(put.paymentNumbers)
  return openInput({ order, number, paymentNumbers, exports: null }, NO_HISTORY, ground, todayOn(ground))
}

function parsedOnce(row: OrderRow): () => Order {
  let order: Order | undefined
  return () => {
    order ??= JSON.parse(row.content()) as Order
    return order
  }
}
