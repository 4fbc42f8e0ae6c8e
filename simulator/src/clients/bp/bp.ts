import type { StoredDocument } from '../../base/base.js'
import { keysByRegister } from '../../base/items.js'
import { type Load, LoadFailure, type OrderRules } from '../../base/load.js'
import { fingerprintOf, replaceDocument, storeDocument, storedByKey } from '../../base/store-document.js'
import { strictMoment } from '../../reading/dates.js'
import { type Element, filled, optional, required } from '../../reading/element.js'
import { readRequisites } from '../../reading/requisites.js'
import { type OrderTaxes, readOrderTaxes } from '../../reading/taxes.js'
import { onNet, type VatRate, vatRate } from '../../reading/vat.js'
import type { CustomerOutcome, DocumentOutcome } from '../../result.js'
import { inspectHeading, makeDocument, siteNumberOf } from '../make-document.js'
import { type LineRules, makeLines } from '../make-lines.js'
import { customerOfInvoice } from './bp-customer.js'
import { invoiceNumber, warnOfNumber } from './bp-number.js'
import { createPayments } from './bp-payments.js'
import { invoiceKey, isSkipped, isTooEarly, knownInvoice } from './bp-skip.js'

/** Бухгалтерия 3.0 (ОбменСИнтернетМагазином): «Счет на оплату покупателю» and «Оплата платежной картой». */
export function bpRules(load: Load): OrderRules {
  // A flag that the module forgets to reset: after one unmatched item or customer no invoice of this load is
  // posted.
  const leftover = { unmatched: false }
  return {
    exceptionScope: 'queue',
    inspect: inspectHeading,
    load(document) {
      const order = siteNumberOf(document)
      if (isTooEarly(load, document)) return
      checkOperation(load, order, document)
      const requisites = readRequisites(document)
      if (isSkipped(load, document, requisites.values)) return
      warnOfDelivery(load, order, requisites.values)
      for (const name of requisites.empty) load.found('empty-requisite-ignored', 'warning', order, { name })
      const mark = load.tx.mark()
      let invoice: StoredDocument
      try {
        invoice = makeInvoice(load, document, requisites.values, leftover)
      } catch (error) {
        load.tx.rollBack(mark)
        throw error
      }
      if (load.base.settings.loadPayments) createPayments(load, document, invoice, requisites.values)
    },
  }
}

/** The check of mandatory fields always passes: it only makes a note, and any document becomes an invoice. */
function checkOperation(load: Load, order: string, document: Element): void {
  const operation = required(document, 'ХозОперация')
  if (typeof operation !== 'string' || operation.toLowerCase() !== 'заказ товара') {
    load.found('extra-invoice', 'silent', order, { operation: filled(operation) ?? '' })
  }
  if (filled(optional(document, 'Валюта')) === undefined) load.found('no-currency', 'warning', order)
}

/** A delivery service with an id is found only by it; without a match it is «Самовывоз». */
function warnOfDelivery(load: Load, order: string, requisites: Map<string, string>): void {
  const id = requisites.get('Метод доставки ИД') ?? requisites.get('Способ доставки ИД')
  if (id !== undefined && !load.base.settings.deliveryServices.includes(id))
    load.found('delivery-by-id', 'silent', order, { id })
}

function makeInvoice(
  load: Load,
  document: Element,
  requisites: Map<string, string>,
  leftover: { unmatched: boolean },
): StoredDocument {
  const order = siteNumberOf(document)
  const known = knownInvoice(load, document)
  const number = invoiceNumber(load, order)
  const date = strictMoment(required(document, 'Дата'), optional(document, 'Время'))
  if (date === null)
    load.found('bad-time', 'silent', order, { time: filled(optional(document, 'Время')) ?? '' })
  const taxes = readOrderTaxes(document)
  // An existing invoice keeps its «сумма включает НДС».
  if (known !== undefined) taxes.included = known.outcome.vatIncluded
  else if (!taxes.includedGiven) load.found('vat-on-top', 'silent', order)
  if (known === undefined) required(document, 'Валюта')
  const customer = keptCustomer(load, document, known) ?? customerOfInvoice(load, order, document)
  const made = makeLines(document, { load, order, taxes, rules: lineRules(taxes) })
  if (made.unmatched || customer.action === 'missing') leftover.unmatched = true
  const outcome = makeDocument(load, document, {
    number,
    date,
    taxes,
    made,
    customer,
    requisites,
    status: requisites.get('Статус заказа') ?? null,
    canceled: false,
  })
  outcome.posted = !leftover.unmatched && date !== null && made.complete
  if (!outcome.posted) warnUnposted(load, order, outcome, leftover.unmatched)
  warnOfNumber(load, order, number)
  return known === undefined
    ? create(load, { ...outcome, comment: withDelivery(outcome.comment, requisites) }, date)
    : rewrite(load, known, outcome, requisites)
}

function withDelivery(comment: string | null, requisites: Map<string, string>): string | null {
  const delivery = requisites.get('Комментарий доставки')
  if (delivery === undefined) return comment
  return comment === null ? delivery : `${comment}; ${delivery}`
}

/** «Даты запрета изменения»: writing into a closed period throws: the load ends without `success`. */
function checkPeriod(load: Load, number: string | null, date: string | null): void {
  const { closedBefore } = load.base.settings
  if (closedBefore === undefined || date === null || date.slice(0, 10) >= closedBefore) return
  throw new LoadFailure('queue', 'closed-period', {
    number: number ?? '',
    date: date.slice(0, 10),
    closed: closedBefore,
  })
}

function create(load: Load, outcome: DocumentOutcome, date: string | null): StoredDocument {
  checkPeriod(load, outcome.number, date)
  const key = invoiceKey(outcome.number ?? '', date)
  const other = storedByKey(load, key)
  if (other !== undefined) {
    throw new LoadFailure('queue', 'number-not-unique', {
      number: outcome.number ?? '',
      other: other.outcome.siteNumber ?? '',
    })
  }
  return storeDocument(load, outcome, '', [key])
}

/** A customer that is filled in is not searched for again, even if the order is now another's. */
function keptCustomer(
  load: Load,
  document: Element,
  known: StoredDocument | undefined,
): CustomerOutcome | undefined {
  const customer = known?.outcome.customer
  if (customer === undefined || customer === null || customer.action === 'missing') return undefined
  const said = filled(optional(optional(optional(document, 'Контрагенты'), 'Контрагент'), 'Ид'))
  if (customer.siteId !== null && said !== undefined && said !== customer.siteId)
    load.found('customer-kept', 'silent', siteNumberOf(document), { kept: customer.name })
  return { ...customer, action: 'found', by: 'document' }
}

/** Unposts, refills and posts again, whatever the accountant has changed. */
function rewrite(
  load: Load,
  known: StoredDocument,
  outcome: DocumentOutcome,
  requisites: Map<string, string>,
): StoredDocument {
  const order = outcome.siteNumber ?? ''
  // The date of the first load stays, and it decides whether the period is closed.
  checkPeriod(load, outcome.number, known.outcome.date)
  if (known.outcome.siteNumber !== outcome.siteNumber) {
    load.found('invoice-of-another-order', 'silent', order, {
      number: outcome.number ?? '',
      other: known.outcome.siteNumber ?? '',
    })
  } else if (known.fingerprint === fingerprintOf(outcome)) {
    load.found('sent-again-unchanged', 'warning', order, { number: outcome.number ?? '' })
  }
  if (known.edits.length > 0) {
    load.found('edits-overwritten', 'silent', order, {
      number: outcome.number ?? '',
      edits: known.edits.join(', '),
    })
  }
  const managed = load.base.managed.get(known.id)
  if (managed) {
    const again = { ...managed, posted: outcome.posted, deleted: false, lines: undefined }
    load.tx.set(load.base.managed, known.id, again)
  }
  const kept = keptFacts(load, known, outcome)
  kept.comment = withDelivery(kept.comment ?? null, requisites)
  if (outcome.comment === null && requisites.has('Комментарий доставки'))
    load.found('delivery-comment-again', 'silent', order, { comment: kept.comment ?? '' })
  return replaceDocument(load, known, { ...outcome, ...kept, action: 'updated' }, { given: outcome })
}

/** What an invoice keeps from its first load, and that «Отменен» is never undone. */
function keptFacts(load: Load, known: StoredDocument, outcome: DocumentOutcome): Partial<DocumentOutcome> {
  const order = outcome.siteNumber ?? ''
  const { date, currency, canceled, status } = known.outcome
  if (currency !== outcome.currency)
    load.found('currency-kept', 'silent', order, { kept: currency ?? '', said: outcome.currency ?? '' })
  if (canceled) load.found('cancellation-kept', 'silent', order, { number: outcome.number ?? '' })
  const comment = outcome.comment ?? known.outcome.comment
  if (outcome.comment === null && comment !== null) load.found('comment-kept', 'warning', order)
  return { date, currency, comment, ...(canceled && { canceled, status }) }
}

function lineRules(taxes: OrderTaxes): LineRules {
  return {
    dropsWithoutQuantity: false,
    leaks: false,
    rateFrom: 'listed',
    serviceMark: 'ВидНоменклатуры',
    quantityDecimals: 3,
    zeroIsNoRate: false,
    spreadsDiscounts: false,
    fallback: () => orderRate(taxes),
    keys: line => keysByRegister(line),
  }
}

/** The organization's own rate where a line and the order have none. */
function orderRate(taxes: OrderTaxes): VatRate {
  const rate = taxes.rateText === undefined ? undefined : vatRate('bp', taxes.rateText)
  return rate ?? onNet(20)
}

function warnUnposted(load: Load, order: string, { lines, date }: DocumentOutcome, unmatched: boolean): void {
  if (lines.length === 0) load.found('no-lines', 'silent', order)
  else if (unmatched) load.found('unposted-unmatched', 'silent', order)
  else if (date !== null) load.found('unposted-incomplete', 'silent', order)
}
