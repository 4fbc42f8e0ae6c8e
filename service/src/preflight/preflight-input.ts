import type { SaleDocument } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Client, ClientChoice, FullSettings } from '@obmen/contract/settings'
import type { SentItems } from '../catalogue/links/sent-items.js'
import type { Buyer } from '../orders/warnings/buyer-keys.js'
import type { ItemName } from '../orders/warnings/item-names.js'
import type { OtherOrders } from '../orders/warnings/other-orders.js'
import type { IncludedPayments } from '../sale-feed/payments/included-payments.js'
import type { ClientLimits } from './client-limits.js'
import type { OrderHistory } from './order-history.js'

/** The rules' input: an order, the document to be sent, and what its 1C was sent and reported before. */
export interface PreflightInput {
  client: ClientChoice
  /** If the client is not known yet: those that it may be. */
  possible: readonly Client[]
  limits: ClientLimits
  settings: FullSettings
  order: Order
  /** Items of the 1C that its lines are. */
  items: SentItems
  document: SaleDocument
  included: IncludedPayments
  /** Gateways whose payments are sent; undefined: all. */
  gateways: ReadonlySet<string> | undefined
  /** Whether what 1C announced makes it read payments as documents; БП reads them in any case. */
  announcesDocuments: boolean
  /** Day of a moment on the location's calendar, `2026-11-17`. */
  dayOf(moment: string): string
  /** Today, there. */
  today: string
  /** The day of the 1C's first call, else of the integration's creation. */
  connectedOn: string
  history: OrderHistory
  others: OtherOrders
}

/** All that rules look at which compare an order with others. */
export interface InputBesideOthers extends Pick<PreflightInput, 'client' | 'possible' | 'others'> {
  items: readonly ItemName[]
  buyer: Buyer
}
