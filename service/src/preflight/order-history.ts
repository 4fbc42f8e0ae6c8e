import type { Order } from '@obmen/contract'
import type { PaymentExport } from '../outbox/payments/payment-export.js'

/** What became of an order in one 1C, as far as it is kept. */
export interface OrderHistory {
  /** Given to the end at least once, confirmed or not: 1C may have it. */
  sent: boolean
  /** Its newest revision waits to be given, or to be confirmed. */
  owed: boolean
  /** As it was when it was first given, and last; undefined when never, or no longer known. */
  first: Order | undefined
  last: Order | undefined
  /** It was given as canceled after it had been given as a live one. */
  wasCanceled: boolean
  /** How its payments were told. */
  payments: readonly PaymentExport[]
  /** What 1C sent back of its document. */
  reported: ReportedDocument | undefined
}

export interface ReportedDocument {
  /** 1C takes no changes of it any more: agreed on, shipped, closed. Its state in words. */
  movedOn: string | undefined
  /** Nothing is left to pay there, however it was entered. */
  paid: boolean
}

export const NO_HISTORY: OrderHistory = {
  ...{ sent: false, owed: true, first: undefined, last: undefined, wasCanceled: false },
  ...{ payments: [], reported: undefined },
}
