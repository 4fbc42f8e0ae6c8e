import {
  ATTACHED_OPERATIONS,
  type DocumentLine,
  parseDateTime,
  parseDecimal,
  parseFlag,
  REQUISITES,
  type Received,
  type ReceivedDocument,
  type Requisite,
  type SubordinateDocument,
  unescapeText,
  WORDS,
} from '@obmen/codec'
import { isUuid } from '../../db/values.js'
import { canonicalMoney, canonicalQuantity, divideRounded, moneyText, scaled } from '../../orders/decimal.js'
import type {
  ReportedCustomer,
  ReportedDelivery,
  ReportedDocument,
  ReportedLine,
  ReportedPayment,
  ReportedShipment,
  Settled,
} from '../reported-document.js'

/** What a document from a file says, whichever configuration wrote it. */
export function readReported(document: ReceivedDocument): ReportedDocument {
  const words = requisiteValues(document.requisites)
  const subordinate = (document.subordinateDocuments ?? []).filter(counts)
  return {
    documentId: identity(document.id),
    orderNumber: text(document.number),
    documentNumber: key(words.text(REQUISITES.number1c) ?? text(document.number1c)),
    documentDate: momentOf(words.text(REQUISITES.date1c)) ?? momentOf(document.date1c),
    posted: words.flag(REQUISITES.posted),
    deleted: words.flag(REQUISITES.deletionMark) || document.deletionMark === true,
    canceled: words.flag(REQUISITES.canceled),
    status: words.text(REQUISITES.orderStatus),
    statusId: words.text(REQUISITES.orderStatusId, REQUISITES.orderStatusIdAlternative),
    currency: currencyOf(document.currency),
    total: moneyOf(document.total),
    paid: settled(words, REQUISITES.isPaid, REQUISITES.paymentNumber1c, REQUISITES.paymentDate1c),
    shipped: settled(words, REQUISITES.isShipped, REQUISITES.shipmentNumber1c, REQUISITES.shipmentDate1c),
    payments: [
      ...subordinate.filter(isPayment).map(readPayment),
      ...(document.payments ?? []).map(({ number, paidAt, amount, method }) => ({
        id: null,
        number: text(number),
        date: dayOf(paidAt),
        amount: moneyOf(amount),
        method: text(method),
      })),
    ],
    shipments: subordinate.filter(isShipment).map(readShipment),
    delivery: readDelivery(words),
    comment: text(document.comment),
    customer: readCustomer(document),
    lines: (document.lines ?? []).map(readLine),
    requisites: words.all,
  }
}

/** Payments and shipments that a document names only to say that they don't count, or no more. */
export type VoidParts = Pick<ReportedDocument, 'payments' | 'shipments'>

export function readVoid({ subordinateDocuments = [] }: ReceivedDocument): VoidParts {
  const voided = subordinateDocuments.filter(document => !counts(document))
  return {
    payments: voided.filter(isPayment).map(readPayment),
    shipments: voided.filter(isShipment).map(readShipment),
  }
}

/** A payment or shipment that came as a document of its own, as the module of 1C-Bitrix sends them. */
export interface AttachedDocument {
  /** Основание: the order's `Ид` or number as they were sent, or the GUID of its document. */
  basis: string | null
  payments: ReportedPayment[]
  shipments: ReportedShipment[]
  /** Marked for deletion, canceled, or said not to be paid or shipped: it does not count, or no more. */
  isVoid: boolean
}

/** What a payment, shipment or return adds to the document of its order; undefined for any other document. */
export function readAttached(document: ReceivedDocument): AttachedDocument | undefined {
  if (!ATTACHED_OPERATIONS.some(attached => attached === document.operation)) return undefined
  const [number, date] = [text(document.number1c), dayOf(document.date1c)]
  const withNumber1c = <Item extends { number: string | null; date: string | null }>(item: Item): Item => ({
    ...item,
    number: number ?? item.number,
    date: date ?? item.date,
  })
  return {
    basis: text(document.basis),
    payments: isPayment(document) ? [withNumber1c(readPayment(document))] : [],
    shipments: isShipment(document) ? [withNumber1c(readShipment(document))] : [],
    isVoid: !counts(document),
  }
}

/** Whether a payment or shipment is not marked for deletion, canceled, or said not to be paid or shipped. */
function counts(document: Pick<ReceivedDocument, 'operation' | 'deletionMark' | 'requisites'>): boolean {
  const words = requisiteValues(document.requisites)
  const isMarked = document.deletionMark === true || words.flag(REQUISITES.deletionMark)
  const flags = isShipment(document) ? [REQUISITES.isShipped] : [REQUISITES.isPaid, REQUISITES.paid]
  return !isMarked && !words.flag(REQUISITES.canceled) && flags.every(name => words.stated(name) !== false)
}

interface RequisiteValues {
  text(...names: string[]): string | null
  day(...names: string[]): string | null
  flag(name: string): boolean
  /** Undefined if the document does not state it. */
  stated(name: string): boolean | undefined
  all: Record<string, string>
}

/** Requisites by name; of several with one name the last that is filled counts, as in 1C. */
function requisiteValues(requisites: readonly Requisite[] | undefined): RequisiteValues {
  const found = new Map<string, string>()
  for (const { name, value } of requisites ?? []) {
    const key = unescapeText(name).trim()
    if (value !== '' || !found.has(key)) found.set(key, unescapeText(value))
  }
  const first = (read: (value: string | undefined) => string | null, names: string[]): string | null =>
    names.map(name => read(found.get(name))).find(value => value !== null) ?? null
  const stated = (name: string): boolean | undefined => parseFlag(found.get(name) ?? '')
  return {
    text: (...names) => first(text, names),
    day: (...names) => first(dayOf, names),
    stated,
    flag: name => stated(name) === true,
    all: Object.fromEntries(found),
  }
}

/** Paid or shipped: by a flag, or by number or date. A flag that says no outweighs leftovers of those. */
function settled(words: RequisiteValues, flag: string, number: string, date: string): Settled | null {
  const stated = words.stated(flag)
  const found = { number: words.text(number), date: words.day(date) }
  if (stated === false) return null
  return stated === true || found.number !== null || found.date !== null ? found : null
}

const isShipment = ({ operation }: Pick<ReceivedDocument, 'operation'>): boolean => operation === 'shipment'
const isPayment = ({ operation }: Pick<ReceivedDocument, 'operation'>): boolean =>
  operation === 'acquiring' || operation === 'cash-payment' || operation === 'bank-payment'

function readPayment(document: Received<SubordinateDocument>): ReportedPayment {
  const words = requisiteValues(document.requisites)
  return {
    id: identity(document.id),
    number:
      words.text(REQUISITES.paymentNumber1c) ?? text(document.number) ?? words.text(REQUISITES.paymentNumber),
    date: words.day(REQUISITES.paymentDate1c) ?? dayOf(document.date),
    amount: moneyOf(document.total),
    method: words.text(REQUISITES.paymentMethod),
  }
}

function readShipment(document: Received<SubordinateDocument>): ReportedShipment {
  const words = requisiteValues(document.requisites)
  const number = words.text(REQUISITES.shipmentDocumentNumber, REQUISITES.shipmentNumber1c)
  const date = words.day(REQUISITES.shipmentDocumentDate, REQUISITES.shipmentDate1c)
  return {
    id: identity(document.id),
    number: number ?? text(document.number),
    date: date ?? dayOf(document.date),
    lines: (document.lines ?? []).map(readLine),
  }
}

function readDelivery(words: RequisiteValues): ReportedDelivery | null {
  const delivery: ReportedDelivery = {
    trackNumber: words.text(REQUISITES.trackNumber, REQUISITES.shipmentId),
    method: words.text(REQUISITES.deliveryMethod, REQUISITES.deliveryWay),
    address: words.text(REQUISITES.deliveryAddress),
    recipient: words.text(REQUISITES.recipient),
    phone: words.text(REQUISITES.deliveryPhone, REQUISITES.deliverySparePhone),
    email: words.text(REQUISITES.deliveryEmail),
    pickupPoint: words.text(REQUISITES.pickupPoint),
    amount: moneyOf(words.text(REQUISITES.deliveryCost)),
    comment: words.text(REQUISITES.deliveryComment),
  }
  return Object.values(delivery).some(value => value !== null) ? delivery : null
}

function readCustomer({ counterparties }: ReceivedDocument): ReportedCustomer | null {
  const [first] = counterparties ?? []
  if (!first) return null
  const names = first as { officialName?: string; fullName?: string; inn?: string; kpp?: string }
  const name = text(first.name) ?? text(names.officialName) ?? text(names.fullName)
  if (name === null) return null
  return { id: text(first.id), name, inn: text(names.inn), kpp: text(names.kpp) }
}

function readLine(line: Received<DocumentLine>): ReportedLine {
  const words = requisiteValues(line.requisites)
  const kind = words.text(REQUISITES.itemType, REQUISITES.itemKind)
  const quantity = line.quantity === undefined ? null : quantityOf(line.quantity)
  const price = moneyOf(line.price)
  return {
    id: text(line.id),
    article: text(line.article),
    name: text(line.name) ?? '',
    kind: kind === WORDS.service ? 'service' : kind === WORDS.goods ? 'goods' : null,
    quantity,
    price,
    amount: moneyOf(line.amount) ?? productOf(price, quantity),
  }
}

function productOf(price: string | null, quantity: string | null): string | null {
  if (price === null || quantity === null) return null
  return moneyText(
    divideRounded(scaled(price, 2) * scaled(quantity, QUANTITY_SCALE), 10n ** BigInt(QUANTITY_SCALE)),
  )
}

/** Decimals of a quantity that are compared; 1C keeps three. */
const QUANTITY_SCALE = 6

function text(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const plain = unescapeText(value).replaceAll('\0', '').trim()
  return plain === '' ? null : plain
}

/** The id of a document of 1C. GUIDs are equal in any case, and programs differ in which they write. */
export function identity(value: string | null | undefined): string | null {
  const id = key(text(value))
  return id !== null && isUuid(id) ? id.toLowerCase() : id
}

/** An id or number by which a document is found. No 1C writes longer ones, and no index could hold them. */
function key(value: string | null): string | null {
  return value !== null && value.length > LONGEST_KEY ? null : value
}

const LONGEST_KEY = 200

/** An amount with two decimals, however many 1C wrote. */
function moneyOf(value: string | null | undefined): string | null {
  const plain = parseDecimal(value ?? '')
  if (plain === undefined || plain.length > 30) return null
  const negative = plain.startsWith('-')
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  const kopecks =
    fraction.length <= 2
      ? scaled(`${whole}.${fraction}`, 2)
      : divideRounded(BigInt(whole + fraction), 10n ** BigInt(fraction.length - 2))
  return negative && kopecks !== 0n ? `-${moneyText(kopecks)}` : canonicalMoney(moneyText(kopecks))
}

function quantityOf(value: string): string | null {
  const plain = parseDecimal(value)
  if (plain === undefined || plain.startsWith('-') || plain.length > 30) return null
  const [whole = '', fraction = ''] = plain.split('.')
  return canonicalQuantity(fraction === '' ? whole : `${whole}.${fraction.slice(0, QUANTITY_SCALE)}`)
}

/** УТ writes a currency as its number in ОКВ. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['051', 'AMD'],
  ['156', 'CNY'],
  ['398', 'KZT'],
  ['417', 'KGS'],
  ['784', 'AED'],
  ['840', 'USD'],
  ['860', 'UZS'],
  ['933', 'BYN'],
  ['949', 'TRY'],
  ['978', 'EUR'],
])

/** Its letters, as far as known. `643`, `руб`, `руб.` and `RUR` all mean the rouble. */
function currencyOf(value: string | undefined): string | null {
  const plain = text(value)
  if (plain === null) return null
  return /^(643|810|руб\.?|rub|rur|российский рубль)$/i.test(plain) ? 'RUB' : (CURRENCIES.get(plain) ?? plain)
}

function momentOf(value: string | null | undefined): string | null {
  const moment = value ? parseDateTime(value) : undefined
  return moment === undefined ? null : `${moment.date}T${moment.time ?? '00:00:00'}`
}

function dayOf(value: string | null | undefined): string | null {
  return value ? (parseDateTime(value)?.date ?? null) : null
}
