import type { OrderWarningCode } from '@obmen/contract'

/** Something that the sender should look at, though the order was taken. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** One or more Russian sentences: what will happen in 1C and what to do. */
  message: string
}
