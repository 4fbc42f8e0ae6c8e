import type { StoredDocument } from '../base/base.js'
import type { Load, OrderRules } from '../base/load.js'
import { replaceDocument, storeDocument, storedByKey } from '../base/store-document.js'
import { anyMoment } from '../reading/dates.js'
import { type Element, each, filled, optional, required, type Value } from '../reading/element.js'
import { isTrue, type LastValue, readRequisites } from '../reading/requisites.js'
import type { DocumentOutcome } from '../result.js'
import { inspectHeading, siteNumberOf } from './make-document.js'
import {
  allMet,
  amountOf,
  condition,
  factsOfPayment,
  factsOfRequisites,
  makePayment,
  notCreated,
  type PaymentFacts,
  reportMethod,
} from './payment-facts.js'
import { conditionText } from './texts.js'
import { makeOrder, ownNumber, readOrderRequisites } from './ut/ut.js'
import { customerOfClientOrder } from './ut/ut-customer.js'

/**
 * Bitrix' own module. Its source is not public; this follows what site modules show of it: documents inside
 * `Контейнер`, payments as documents with `Основание`, later changes always loaded.
 */
export function bitrixRules(load: Load): OrderRules {
  const last: LastValue = { value: undefined }
  return {
    exceptionScope: 'batch',
    inspect: inspectHeading,
    load(document) {
      const operation = filled(required(document, 'ХозОперация')) ?? ''
      const order = siteNumberOf(document)
      if (isPaymentDocument(operation)) return createBitrixPayment(load, document)
      if (operation.toLowerCase() !== 'заказ товара')
        return load.found('document-ignored', 'note', order, { operation })
      const requisites = readOrderRequisites(load, order, document, { ...last })
      const outcome = makeOrder(load, document, requisites, customerOfClientOrder(load, order, document))
      outcome.posted =
        outcome.customer?.action !== 'missing' && outcome.date !== null && outcome.lines.length > 0
      const stored = store(load, order, document, outcome)
      if (!outcome.canceled) createBitrixPayments(load, document, stored, requisites.values)
    },
  }
}

function store(load: Load, order: string, document: Element, outcome: DocumentOutcome): StoredDocument {
  const known = storedByKey(load, `order:${order}`)
  if (known !== undefined) {
    const action = outcome.canceled ? 'canceled' : 'updated'
    return replaceDocument(load, known, { ...outcome, action, number: known.outcome.number })
  }
  const siteId = filled(optional(document, 'Ид')) ?? order
  return storeDocument(load, { ...outcome, number: ownNumber(load) }, '', [
    `order:${order}`,
    `site-id:${siteId}`,
  ])
}

const OPERATIONS = ['эквайринговая операция', 'выплата безналичных денег', 'выплата наличных денег']

function isPaymentDocument(operation: string): boolean {
  return OPERATIONS.includes(operation.toLowerCase())
}

/** A payment as a separate document: `Основание` is the order's `Ид`. */
function createBitrixPayment(load: Load, payment: Element): void {
  const basis = filled(optional(payment, 'Основание')) ?? ''
  const order = storedByKey(load, `site-id:${basis}`) ?? storedByKey(load, `order:${basis}`)
  pay(load, order, payment, basis)
}

/** Payments inside the order: subordinate documents, else the requisites of a paid order. */
function createBitrixPayments(
  load: Load,
  document: Element,
  order: StoredDocument,
  requisites: Map<string, string>,
): void {
  const subordinate = optional(document, 'ПодчиненныеДокументы')
  if (subordinate === undefined) payByRequisites(load, order, requisites)
  for (const payment of each(optional(subordinate, 'ПодчиненныйДокумент'))) {
    if (isPaymentDocument(filled(optional(payment, 'ХозОперация')) ?? '')) pay(load, order, payment, '')
  }
}

function pay(load: Load, order: StoredDocument | undefined, payment: Value, basis: string): void {
  const { values } = readRequisites(payment)
  const siteNumber = order?.outcome.siteNumber ?? basis
  write(load, order, { ...factsOfPayment(order?.outcome, payment, values), siteNumber }, isUnpaid(values))
}

function payByRequisites(load: Load, order: StoredDocument, requisites: Map<string, string>): void {
  if (!isTrue(requisites.get('Заказ оплачен'))) return
  const facts = factsOfRequisites(order.outcome, requisites)
  write(load, order, { ...facts, amount: order.outcome.total }, false)
}

function isUnpaid(values: Map<string, string>): boolean {
  return ['Оплачено', 'Оплачен'].some(name => values.get(name)?.toLowerCase() === 'false')
}

function write(load: Load, order: StoredDocument | undefined, facts: PaymentFacts, unpaid: boolean): void {
  if (facts.method !== null) reportMethod(load, facts.method)
  const conditions = [
    condition(!unpaid, conditionText.paidFlag),
    condition(order !== undefined, conditionText.basis),
    condition(facts.method !== null || facts.methodId !== null, conditionText.methodName),
    condition(amountOf(facts) > 0n, conditionText.amount),
  ]
  const date = anyMoment(facts.date ?? '', undefined)
  if (order !== undefined && allMet(conditions))
    makePayment(load, order.id, facts.number ?? '', { ...facts, date })
  else notCreated(load, facts, conditions, unpaid ? 'note' : 'silent')
}
