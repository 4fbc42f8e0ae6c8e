import type { SaleDocument } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Client, FullSettings } from '@obmen/contract/settings'
import type { IncludedPayments } from '../sale-feed/payments/included-payments.js'
import type { ClientLimits } from './client-limits.js'
import type { OrderHistory } from './order-history.js'

/** All that the rules look at: an order, the document that goes, and what its 1C was given and said before. */
export interface PreflightInput {
  client: Client
  limits: ClientLimits
  settings: FullSettings
  order: Order
  document: SaleDocument
  told: IncludedPayments
  /** Gateways whose payments are told; undefined: all. */
  gateways: ReadonlySet<string> | undefined
  /** Whether what 1C announced makes it read payments as documents; БП reads them in any case. */
  announcesDocuments: boolean
  /** Day of a moment on the location's calendar, `2026-11-17`. */
  dayOf(moment: string): string
  /** Today, there. */
  today: string
  /** The day on which the 1C showed itself first, else on which the integration was made. */
  connectedOn: string
  history: OrderHistory
  others: OtherOrders
}

/** What only the other orders of the company tell. */
export interface OtherOrders {
  /** The name under which the id of a line came first, where it was another one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id who came first with the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
}

export type BuyerKey = 'inn' | 'phone' | 'email' | 'name'

export interface KnownBuyer {
  kind: BuyerKey
  value: string
  name: string
}

export const NOBODY_ELSE: OtherOrders = { itemNames: new Map(), buyers: [] }
