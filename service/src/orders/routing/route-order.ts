import type { OutboxChange } from '../../outbox/entries/enqueue-orders.js'
import type { OfferHistory } from '../intake/load-offer-history.js'
import type { NumberedPut } from '../numbering/number-orders.js'
import { factsMatcher } from './rules.js'

/**
 * Decides for each integration of the company whether it is owed a saved order by its current content; the outbox adds those that were
 * sent the order before (O7). A canceled order that was never sent to any 1C is owed to none, whatever the rules say. An order placed
 * before `monthBegan`, the start of this month, is risky: its period may be closed in 1C.
 */
export function routeOrder(
  { order, key, revision, company }: NumberedPut,
  timezone: string,
  offers: OfferHistory,
  monthBegan: number,
): OutboxChange[] {
  const unknownToAll = order.canceled && !offers.get(key)?.sent
  const match = factsMatcher(order)
  return company.integrations.map(integration => ({
    integrationKey: integration.key,
    orderKey: key,
    revision,
    risky: order.placedAt < monthBegan,
    owed: !unknownToAll && match(integration.settings, timezone).matches,
  }))
}
