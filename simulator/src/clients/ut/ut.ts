import type { StoredDocument } from '../../base/base.js'
import { keysByGuid } from '../../base/items.js'
import { type Load, LoadFailure, type OrderRules } from '../../base/load.js'
import { replaceDocument, storeDocument, storedByKey } from '../../base/store-document.js'
import { strictMoment } from '../../reading/dates.js'
import { Element, each, filled, optional, required, valueAt } from '../../reading/element.js'
import { isTrue, type LastValue, type Requisites, readRequisites } from '../../reading/requisites.js'
import { type OrderTaxes, readOrderTaxes } from '../../reading/taxes.js'
import { type VatRate, vatRate, WITHOUT_VAT } from '../../reading/vat.js'
import type { CustomerOutcome, DocumentOutcome } from '../../result.js'
import { isEmptied } from '../../upload/managed-document.js'
import { inspectHeading, makeDocument, siteNumberOf, skipMovedOn } from '../make-document.js'
import { type LineRules, makeLines } from '../make-lines.js'
import { customerOfClientOrder } from './ut-customer.js'
import { createCardOperation, type OrderToPost } from './ut-payments.js'

const AWAITS = 'Ожидается согласование'

/** УТ 11.5, ERP, КА (ОбменССайтом): «Заказ клиента». One transaction for everything. */
export function utRules(load: Load): OrderRules {
  const last: LastValue = { value: undefined }
  const toPost: OrderToPost[] = []
  return {
    exceptionScope: 'batch',
    inspect: inspectHeading,
    load(document) {
      const order = siteNumberOf(document)
      checkOrder(load, order, document)
      const requisites = readOrderRequisites(load, order, document, last)
      checkWarehouse(document)
      checkHashes(load, document)
      const known = knownOrder(load, order)
      if (known !== undefined && isMovedOn(load, document, known)) return
      const outcome = makeOrder(load, document, requisites, customerOfClientOrder(load, order, document))
      const stored = known === undefined ? create(load, order, outcome) : update(load, known, outcome)
      toPost.push({ id: stored.id, index: load.documents.length - 1, requisites: requisites.values })
    },
    finish() {
      for (const order of toPost) post(load, order)
    },
  }
}

/** What both УТ and Розница do with an order's document once it is read. */
export function makeOrder(
  load: Load,
  document: Element,
  requisites: Requisites,
  customer: CustomerOutcome,
): DocumentOutcome {
  const order = siteNumberOf(document)
  const date = strictMoment(required(document, 'Дата'), optional(document, 'Время'))
  if (date === null) load.found('bad-date', 'silent', order, dateTexts(document))
  const taxes = readOrderTaxes(document)
  if (!taxes.includedGiven) load.found('vat-on-top', 'silent', order)
  const made = makeLines(document, { load, order, taxes, rules: lineRules(load, taxes) })
  if (made.lines.length === 0) load.found('no-lines', 'silent', order)
  const status = requisites.values.get('Статус заказа')
  const comment = requisites.values.get('Комментарии покупателя')
  const outcome = makeDocument(load, document, {
    number: null,
    date,
    taxes,
    made,
    customer,
    requisites: requisites.values,
    status: status ?? 'Не согласован',
    canceled: isCanceled(load, order, requisites.values),
  })
  return {
    ...outcome,
    comment: outcome.comment ?? comment ?? null,
    action: outcome.canceled ? 'canceled' : 'created',
  }
}

/** `ХозОперация` and `Валюта`: nothing after it is read. A missing element rolls everything back. */
export function checkOrder(load: Load, order: string, document: Element): void {
  const operation = required(document, 'ХозОперация')
  if (typeof operation !== 'string' || operation.toLowerCase() !== 'заказ товара') {
    throw new LoadFailure('queue', 'not-an-order', { operation: filled(operation) ?? '' })
  }
  if (filled(required(document, 'Валюта')) === undefined) throw new LoadFailure('queue', 'currency-empty')
  required(document, 'Ид')
  required(required(document, 'Контрагенты'), 'Контрагент', 'Контрагенты')
  if (order.length > 11) load.found('number-over-11', 'silent', order, { number: order })
}

export function readOrderRequisites(
  load: Load,
  order: string,
  document: Element,
  last: LastValue,
): Requisites {
  const requisites = readRequisites(document, last)
  for (const { name, value } of requisites.leaked)
    load.found('requisite-leaked', 'silent', order, { name, value })
  return requisites
}

/** The next number of the base's own numbering. */
export function ownNumber(load: Load): string {
  return `0000-${String(load.base.documents.size + 1).padStart(6, '0')}`
}

function create(load: Load, order: string, outcome: DocumentOutcome): StoredDocument {
  return storeDocument(load, { ...outcome, number: ownNumber(load) }, AWAITS, [`order:${order}`])
}

function update(load: Load, known: StoredDocument, outcome: DocumentOutcome): StoredDocument {
  const action = outcome.canceled ? 'canceled' : 'updated'
  const { number, posted } = known.outcome
  return replaceDocument(load, known, { ...outcome, action, number, posted })
}

/** The lookup column holds 11 characters, the stored number is complete: a longer one is never found. */
function knownOrder(load: Load, order: string): StoredDocument | undefined {
  return storedByKey(load, `order:${order.slice(0, 11)}`)
}

function isMovedOn(load: Load, document: Element, known: StoredDocument): boolean {
  const state = stateOf(load, known)
  if (state === AWAITS) return false
  skipMovedOn(load, document, known, state)
  return true
}

function stateOf({ base }: Load, known: StoredDocument): string {
  const { id, state, outcome } = known
  const managed = base.managed.get(id)
  if (outcome.canceled || isEmptied(known, managed)) return 'Отменен'
  return state === AWAITS && managed?.posted && managed.shipments.length > 0 ? 'Готов к закрытию' : state
}

function post(load: Load, order: OrderToPost): void {
  const stored = load.base.documents.get(order.id)
  if (stored === undefined) return
  const { customer, date, lines, canceled } = stored.outcome
  const ready =
    customer?.action !== 'missing' &&
    date !== null &&
    (lines.length > 0 || load.base.settings.detail === 'brief')
  if (!ready) load.found('order-not-posted', 'silent', stored.outcome.siteNumber)
  const outcome = { ...stored.outcome, posted: ready }
  load.tx.set(load.base.documents, stored.id, { ...stored, outcome })
  load.documents[order.index] = outcome
  if (!canceled) createCardOperation(load, stored.id, outcome, order.requisites)
}

function lineRules(load: Load, taxes: OrderTaxes): LineRules {
  return {
    dropsWithoutQuantity: true,
    leaks: true,
    rateFrom: 'taxed',
    serviceMark: 'ТипНоменклатуры',
    // The Bitrix module is closed source: what it stores is unknown.
    quantityDecimals: load.base.client === 'bitrix' ? 4 : 3,
    zeroIsNoRate: load.base.client !== 'bitrix',
    spreadsDiscounts: true,
    fallback: () => orderRate(load, taxes),
    keys: keysByGuid,
  }
}

function orderRate(load: Load, taxes: OrderTaxes): VatRate {
  return (taxes.rateText === undefined ? undefined : vatRate(load.base.client, taxes.rateText)) ?? WITHOUT_VAT
}

/** With characteristics on, `#` in the name but not in `Ид` leaves a variable unset. */
function checkHashes(load: Load, document: Element): void {
  if (!load.base.settings.characteristics) return
  for (const line of each(optional(optional(document, 'Товары'), 'Товар'))) {
    const name = filled(optional(line, 'Наименование')) ?? ''
    const id = filled(optional(line, 'Ид')) ?? ''
    if (name.includes('#') && !id.includes('#')) throw new LoadFailure('batch', 'hash-in-name', { name })
  }
}

function dateTexts(document: Element): { date: string; time: string } {
  return { date: filled(optional(document, 'Дата')) ?? '', time: filled(optional(document, 'Время')) ?? '' }
}

/** УТ cancels an order only if it records reasons for cancellation; otherwise silently not. */
function isCanceled(load: Load, order: string, requisites: Map<string, string>): boolean {
  if (!isTrue(requisites.get('Отменен'))) return false
  if (load.base.settings.cancellationReasons) return true
  load.found('cancellation-not-kept', 'silent', order)
  return false
}

/** УТ reads the pick-up point without checks: anything missing in `Склады` rolls back the whole batch. */
function checkWarehouse(document: Element): void {
  const warehouses = optional(document, 'Склады')
  if (warehouses === undefined) return
  const warehouse = optional(warehouses, 'Склад')
  const texts = [
    valueAt(warehouse, 'Ид'),
    valueAt(warehouse, 'Наименование'),
    valueAt(warehouse, 'Адрес', 'АдресноеПоле', 'Тип'),
    valueAt(warehouse, 'Адрес', 'АдресноеПоле', 'Значение'),
    valueAt(warehouse, 'Контакты', 'Контакт', 'Значение'),
  ]
  if (!(warehouse instanceof Element) || texts.some(text => filled(text) === undefined)) {
    throw new LoadFailure('batch', 'warehouse-incomplete')
  }
}
