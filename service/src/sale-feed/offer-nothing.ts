import type { FullSettings } from '@obmen/contract/settings'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import { openFeed } from './feed.js'
import { contentTypeOf, encode, renderEnd, renderStart } from './render-orders.js'

export interface NothingOwed {
  settings: FullSettings
  /** Of the location. */
  timezone: string
  payments: PaymentForm
}

/** The answer to a query when nothing is owed and the session has nothing to confirm: it opens no batch and writes nothing. */
export function offerNothing(
  { settings, timezone, payments }: NothingOwed,
  now = new Date(),
): { contentType: string; body: Buffer } {
  const feed = openFeed(settings, timezone, payments)
  return { contentType: contentTypeOf(feed), body: encode(renderStart(feed, now) + renderEnd(), feed) }
}
