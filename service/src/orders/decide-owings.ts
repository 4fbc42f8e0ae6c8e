import type { Owing } from '../outbox/owe-orders.js'
import type { Offers } from './ask-offers.js'
import type { GroundIntegration } from './load-ground.js'
import type { NumberedPut } from './number-orders.js'
import { matchFacts } from './rules.js'

/**
 * Which integrations a written order goes to by what is known of it now; the outbox adds those that follow it because they
 * confirmed it before (O7). A canceled order that no 1C was ever offered goes to none; one that a 1C was offered goes to it as
 * canceled, whatever the rules say.
 */
export function decideOwings(
  { order, key, revision, company }: NumberedPut,
  timezone: string,
  offers: Offers,
): Owing[] {
  const goes = (integration: GroundIntegration): boolean =>
    matchFacts(order, integration.settings, timezone).matches
  return company.integrations.map(integration => ({
    integrationKey: integration.key,
    orderKey: key,
    revision,
    owed: order.canceled
      ? offers.to(integration.key, key) || (offers.toAny(key) && goes(integration))
      : goes(integration),
  }))
}
