import type { FullSettings } from '@obmen/contract/settings'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import { openFeed } from './feed.js'
import { contentTypeOf, encode, renderEnd, renderStart } from './render-orders.js'

export interface NothingOwed {
  settings: FullSettings
  /** The location's. */
  timezone: string
  payments: PaymentForm
}

/**
 * The answer to a query if nothing is owed and the session has nothing to confirm. Opens no batch and writes
 * nothing.
 */
export function offerNothing(
  { settings, timezone, payments }: NothingOwed,
  now = new Date(),
): { contentType: string; body: Buffer } {
  const feed = openFeed(settings, timezone, payments)
  return { contentType: contentTypeOf(feed), body: encode(renderStart(feed, now) + renderEnd(), feed) }
}
