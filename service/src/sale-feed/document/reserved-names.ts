import { REQUISITES as NAMES } from '@obmen/codec'

// Requisites by which 1C acts (number on the site, status, cancellation, payment), those that it sends about
// its own documents, and the one by which it is read again.
const CONTROL_REQUISITES = [
  NAMES.siteNumber,
  NAMES.orderId,
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
/** Fields of УНФ's order that an attribute of the same name would overwrite: its number, its sum. */
const RESERVED_FIELDS = [
  'Номер',
  'Дата',
  'Ссылка',
  'Курс',
  'Кратность',
  'Сумма документа',
  'Сумма НДС доставки',
  'Процент скидки',
  'Сумма скидки',
]

/** Appended to a reserved attribute name, so that 1C stores the value without acting on it. */
export const RESERVED_SUFFIX = ' (с сайта)'

const RESERVED: ReadonlySet<string> = new Set([...CONTROL_REQUISITES, ...RESERVED_FIELDS].map(plainName))

/** Whether 1C would act by an attribute of this name, or take it for a field of its document. */
export function isReserved(name: string): boolean {
  return RESERVED.has(plainName(name))
}

/** A name as 1C compares it: without spaces (УНФ), whatever its case. */
export function plainName(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase()
}
