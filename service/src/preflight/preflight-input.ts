import type { SaleDocument } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Client, FullSettings } from '@obmen/contract/settings'
import type { SentItems } from '../catalogue/links/sent-items.js'
import type { ClientProfile } from '../clients/index.js'
import type { Buyer, BuyerKey } from '../orders/warnings/buyers.js'
import type { ItemName } from '../orders/warnings/item-names.js'
import type { IncludedPayments } from '../sale-feed/payments/included-payments.js'
import type { OrderHistory } from './order-history.js'

/** The rules' input: an order, the document to be sent, and what its 1C was sent and reported before. */
export interface PreflightInput {
  /** The client for which an order is inspected; rules run for one that is known. */
  profile: ClientProfile
  /** The clients that it may be, if it is not known yet. */
  possible: readonly Client[]
  settings: FullSettings
  order: Order
  /** The catalogue items that its lines are linked to. */
  items: SentItems
  document: SaleDocument
  included: IncludedPayments
  /** Gateways whose payments are sent; undefined: all. */
  gateways: ReadonlySet<string> | undefined
  /** Whether 1C announced a version in which it reads payments as documents; БП reads them in any case. */
  announcesDocuments: boolean
  /** The day of a moment in the location's time zone, `2026-11-17`. */
  dayOf(moment: string): string
  /** Today in that time zone. */
  today: string
  /** The day of the 1C's first call, else of the integration's creation. */
  connectedOn: string
  history: OrderHistory
  others: OtherOrders
}

/** What only the other orders of its company reveal about an order. */
export interface OtherOrders {
  /** By a line's id, its first name, if that was a different one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id but the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
}

export interface KnownBuyer extends BuyerKey {
  name: string
}

export const NO_OTHER_ORDERS: OtherOrders = { itemNames: new Map(), buyers: [] }

/** The input of rules that compare an order with others. */
export interface ComparisonInput extends Pick<PreflightInput, 'profile' | 'possible' | 'others'> {
  items: readonly ItemName[]
  buyer: Buyer
}
