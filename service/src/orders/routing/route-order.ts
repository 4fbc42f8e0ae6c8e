import type { OutboxChange } from '../../outbox/entries/enqueue-orders.js'
import type { OfferHistory } from '../intake/load-offer-history.js'
import type { NumberedPut } from '../numbering/number-orders.js'
import { matchFacts } from './rules.js'

/**
 * Which integrations a saved order goes to by its current content; the outbox adds those that follow it because they were sent
 * it before (O7). A canceled order that was never sent to any 1C goes to none, whatever the rules say. What was placed before
 * `monthBegan` may well be of a period that is closed in 1C.
 */
export function routeOrder(
  { order, key, revision, company }: NumberedPut,
  timezone: string,
  offers: OfferHistory,
  monthBegan: number,
): OutboxChange[] {
  const unknownToAll = order.canceled && !offers.get(key)?.sent
  return company.integrations.map(integration => ({
    integrationKey: integration.key,
    orderKey: key,
    revision,
    risky: order.placedAt < monthBegan,
    owed: !unknownToAll && matchFacts(order, integration.settings, timezone).matches,
  }))
}
