import { REQUISITES as NAMES } from '@obmen/codec'
import { RESERVED_TEXTS } from './texts-reserved.js'

// Requisites that control 1C: number on the site, status, cancellation, payment; and those that 1C sends of its own documents.
const STEERING = [
  NAMES.siteNumber,
  NAMES.orderStatus,
  NAMES.orderStatusId,
  NAMES.orderStatusIdAlternative,
  NAMES.statusChangedAt,
  NAMES.finalStatus,
  NAMES.canceled,
  NAMES.orderPaid,
  NAMES.paid,
  NAMES.paymentMethod,
  NAMES.paymentMethodId,
  NAMES.paymentDate,
  NAMES.paymentNumber,
  NAMES.number1c,
  NAMES.date1c,
  NAMES.deletionMark,
  NAMES.posted,
  NAMES.paymentNumber1c,
  NAMES.paymentDate1c,
  NAMES.shipmentNumber1c,
  NAMES.shipmentDate1c,
  NAMES.isPaid,
  NAMES.isShipped,
  NAMES.receiptNumber,
  NAMES.deliveryCost,
]
const RESERVED: ReadonlySet<string> = new Set([...STEERING, ...RESERVED_TEXTS].map(plainName))

/** Whether an attribute of this name would act as a requisite that controls 1C, or as a field of its document. */
export function isReserved(name: string): boolean {
  return RESERVED.has(plainName(name))
}

/** Normal form of names for comparison: УНФ removes spaces before it looks for a field of that name, and 1C ignores case. */
export function plainName(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase()
}
