import type { SaleDocument } from '@obmen/codec'
import type { Order, Payment, TaxRegime } from '@obmen/contract'
import type { Client, FullSettings } from '@obmen/contract/settings'
import type { ReadFacts } from '../accounting/apply/order-reading.js'
import type { SentItems } from '../catalogue/links/sent-items.js'
import type { ClientProfile } from '../clients/index.js'
import type { ComparedOrder, OtherOrders } from '../orders/warnings/other-orders.js'
import type { PaymentExport } from '../outbox/payments/payment-export.js'
import type { IncludedPayments } from '../sale-feed/payments/included-payments.js'
import type { FinishedTask } from '../tasks/task.js'

/** The rules' input: an order, the document to be sent, and what its 1C was sent and reported before. */
export interface PreflightInput {
  /** The client for which an order is inspected; rules run for one that is known. */
  profile: ClientProfile
  /** The clients that it may be, if it is not known yet. */
  possible: readonly Client[]
  settings: FullSettings
  /** Of its company, by date. */
  regimes: readonly TaxRegime[]
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

/** The input of rules that compare an order with others. */
export type ComparisonInput = Pick<PreflightInput, 'profile' | 'possible' | 'others'> &
  Pick<ComparedOrder, 'items' | 'buyer'>

/** What is stored about an order's history in one 1C. */
export interface OrderHistory {
  /** Completely sent at least once, confirmed or not: 1C may have it. */
  sent: boolean
  /** 1C has it for certain: it confirmed or reported it. */
  arrived: boolean
  /** Its newest revision is not confirmed yet. */
  owed: boolean
  /** Held by a person or since 1C refused it, or findings hold it: the next exchange does not bring it. */
  held: boolean
  /** The order as first and as last sent; undefined if never, or no longer known. */
  first: Order | undefined
  last: Order | undefined
  /** The order as its document in 1C is based on it, if it is to have a newer revision and that is known. */
  basis: Order | undefined
  /** It was sent as canceled after it had been sent as valid. */
  wasCanceled: boolean
  /** How its payments were sent. */
  payments: readonly PaymentExport[]
  /** Each time that it was completely sent, as far as that is known. */
  loads: readonly GivenLoad[]
  /** What people did with its payments in 1C by hand. */
  tasks: readonly FinishedTask[]
  /** The latest month of which this 1C refused a change; known only while this order is owed once more. */
  refusedPeriod: RefusedPeriod | undefined
  /** What 1C reported of its document. */
  reported: ReportedState | undefined
  /** What its books have, if it was read. */
  read: ReadMoney | undefined
  /** How a reading found the order to stand in 1C. */
  reconciled: Reconciled | undefined
}

/** Money in the books of a 1C that was read: all of it. */
export interface ReadMoney {
  /** When the reading began, in milliseconds. */
  at: number
  paid: string
  documents: readonly ReadFacts['documents'][number][]
}

export interface Reconciled {
  state: 'missing' | 'doubled' | 'found'
  since: string
  /** Those that 1C has; of a missing one those that it had. */
  documents: readonly { ref: string; kind: string; number: string; date: string }[]
}

/** What one answer said about an order's payments. */
export interface GivenLoad {
  revision: number
  /** When it was sent, in milliseconds. */
  at: number
  confirmed: boolean
  canceled: boolean
  total: string
  payments: readonly Payment[]
}

export interface RefusedPeriod {
  /** The first day after that month. */
  before: string
  number: string
}

export interface ReportedState {
  /** The state, in 1C's words, in which it accepts no more changes; undefined: it still does. */
  finalState: string | undefined
  /** Its document lacks changes other than of status, and stays so: 1C skips and confirms them. */
  lacksChanges: boolean
  /** 1C leaves it and its payments as they are from this revision on, if that is known. */
  skips: boolean
  basis: number | null
  /** When it was reported, in milliseconds. */
  at: number
  total: string | null
  canceled: boolean
  /** It is paid in 1C, by whatever document. */
  paid: boolean
  /** Its payments were read, and no file has told of them since. */
  paymentsRead: boolean
  /** Sum of the payments that it has listed. */
  payments: string
  /** That is all that it has: it lists payments, or listed some and said that they are gone. */
  listsPayments: boolean
  /** It has listed payments or shipments of the order. */
  isLinked: boolean
}

export const NO_HISTORY: OrderHistory = {
  sent: false,
  arrived: false,
  owed: true,
  held: false,
  wasCanceled: false,
  first: undefined,
  last: undefined,
  basis: undefined,
  payments: [],
  loads: [],
  tasks: [],
  refusedPeriod: undefined,
  reported: undefined,
  read: undefined,
  reconciled: undefined,
}
