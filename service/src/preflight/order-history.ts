import type { Order } from '@obmen/contract'
import type { PaymentExport } from '../outbox/payments/payment-export.js'

/** What happened to an order at one 1C, as far as it is stored. */
export interface OrderHistory {
  /** Completely sent at least once, confirmed or not: 1C may have it. */
  sent: boolean
  /** Its newest revision waits to be sent, or to be confirmed. */
  owed: boolean
  /** The order as first and as last sent; undefined if never, or no longer known. */
  first: Order | undefined
  last: Order | undefined
  /** It was sent as canceled after it had been sent as valid. */
  wasCanceled: boolean
  /** How its payments were sent. */
  payments: readonly PaymentExport[]
  /** The latest month of another order that its 1C refused to change: its end, and that order's number. Known while this one is owed again. */
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
  /** 1C accepts no more changes: agreed, shipped, closed. The state in words. */
  movedOn: string | undefined
  /** It is paid there, however that was entered. */
  paid: boolean
}

export const NO_HISTORY: OrderHistory = {
  ...{ sent: false, owed: true, first: undefined, last: undefined, wasCanceled: false },
  ...{ payments: [], refusedPeriod: undefined, reported: undefined },
}
