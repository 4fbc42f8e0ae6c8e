/** What an accepted order may be told of. Other rooms add codes of their own; docs/errors.md lists them. */
export const ORDER_WARNING_CODES = [
  'item-id-reused',
  'inn-of-wrong-kind',
  'inn-check-digits',
  'damaged-text',
] as const
export type OrderWarningCode = (typeof ORDER_WARNING_CODES)[number]

/** Something that the sender should look at, though the order was taken. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** One or more Russian sentences: what will happen in 1C and what to do. */
  message: string
}
