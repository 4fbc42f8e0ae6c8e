import type { SaleDocument } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Settings } from '@obmen/contract/settings'
import type { PaymentForm } from '../../../src/integrations/connection/payment-form.js'
import { mapOrder } from '../../../src/sale-feed/document/map-order.js'
import { openFeed } from '../../../src/sale-feed/feed.js'
import { numbered, settings, TIMEZONE } from './order.js'

/** The document of a sample order with these changes, by these settings. */
export function mapped(
  changes: Partial<Order> = {},
  options: Partial<Settings> = {},
  payments: PaymentForm = 'requisites',
): SaleDocument {
  return mapOrder(numbered(changes), openFeed(settings(options), TIMEZONE, payments))
}
export const requisite = (document: SaleDocument, name: string): string | undefined =>
  document.requisites?.find(item => item.name === name)?.value
