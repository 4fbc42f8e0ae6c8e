import type { Order } from '@obmen/contract'
import type { PaymentExport } from '../outbox/payments/payment-export.js'
import type { EnteredPayments } from '../tasks/task.js'

/** What is stored about an order's history in one 1C. */
export interface OrderHistory {
  /** Completely sent at least once, confirmed or not: 1C may have it. */
  sent: boolean
  /** Its newest revision is not confirmed yet. */
  owed: boolean
  /** The order as first and as last sent; undefined if never, or no longer known. */
  first: Order | undefined
  last: Order | undefined
  /** The order as its document in 1C is based on it, if it is to have a newer revision; undefined if not, or no longer known. */
  basis: Order | undefined
  /** It was sent as canceled after it had been sent as valid. */
  wasCanceled: boolean
  /** How its payments were sent. */
  payments: readonly PaymentExport[]
  /** Its payments that were to be entered in 1C by hand. */
  entered: EnteredPayments
  /** The latest month of which this 1C refused to change an order; known only while this order is owed after it was sent. */
  refusedPeriod: RefusedPeriod | undefined
  /** What 1C reported of its document. */
  reported: ReportedState | undefined
}

export interface RefusedPeriod {
  /** The first day after that month. */
  before: string
  number: string
}

export interface ReportedState {
  /** The state, in 1C's words, in which it accepts no more changes; undefined: it still does. */
  finalState: string | undefined
  /** Its document lacks changes of the order, other than of its status, and stays so: in that state it skips them and confirms them. */
  lacksChanges: boolean
  canceled: boolean
  /** It is paid in 1C, by whatever document. */
  paid: boolean
  /** Sum of the payments that it has listed. */
  payments: string
  /** It has listed payments or shipments of the order. */
  isLinked: boolean
}

export const NOTHING_ENTERED: EnteredPayments = {
  ...{ sum: '0.00', sure: '0.00', overpaid: '0.00', undone: '0.00' },
  ...{ asked: [], ids: [], refunds: [] },
}

export const NO_HISTORY: OrderHistory = {
  ...{ sent: false, owed: true, wasCanceled: false, first: undefined, last: undefined, basis: undefined },
  ...{ payments: [], entered: NOTHING_ENTERED, refusedPeriod: undefined, reported: undefined },
}
