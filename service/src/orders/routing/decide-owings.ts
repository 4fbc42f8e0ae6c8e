import type { Owing } from '../../outbox/entries/owe-orders.js'
import type { Offers } from '../intake/ask-offers.js'
import type { NumberedPut } from '../numbering/number-orders.js'
import { matchFacts } from './rules.js'

/**
 * Which integrations a written order goes to by what is known of it now; the outbox adds those that follow it because they were sent
 * it before (O7). A canceled order that no 1C was ever sent goes to none, whatever the rules say.
 */
export function decideOwings(
  { order, key, revision, company }: NumberedPut,
  timezone: string,
  offers: Offers,
): Owing[] {
  const unknownToAll = order.canceled && !offers.get(key)?.sent
  return company.integrations.map(integration => ({
    integrationKey: integration.key,
    orderKey: key,
    revision,
    owed: !unknownToAll && matchFacts(order, integration.settings, timezone).matches,
  }))
}
