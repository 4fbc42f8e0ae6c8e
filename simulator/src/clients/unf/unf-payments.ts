import type { StoredDocument } from '../../base/base.js'
import { type Load, LoadFailure } from '../../base/load.js'
import { paymentsOfDocument } from '../../base/store-payment.js'
import { anyMoment } from '../../reading/dates.js'
import { type Element, each, filled, optional, type Value } from '../../reading/element.js'
import { isTrue, readRequisites } from '../../reading/requisites.js'
import type { PaymentCondition } from '../../result.js'
import {
  allMet,
  amountOf,
  condition,
  factsOfPayment,
  factsOfRequisites,
  makePayment,
  methodConditions,
  notCreated,
  type PaymentFacts,
} from '../payment-facts.js'
import { conditionText } from '../texts.js'

/** «Операция по платежным картам» from each subordinate document, else from the order's requisites. */
export function createOperations(
  load: Load,
  document: Element,
  order: StoredDocument,
  requisites: Map<string, string>,
): void {
  if (readsSubordinate(load, document)) {
    for (const payment of subordinates(document)) createBySubordinate(load, order, payment)
  } else {
    createByRequisites(load, order, requisites)
  }
}

/**
 * An `Ид` of 36 characters is taken for a GUID of this base; an unknown one fails the order's loading after
 * the order itself was written.
 */
export function checkForeignGuid(load: Load, document: Element, leave: () => void): void {
  if (!load.base.settings.loadPayments || !readsSubordinate(load, document)) return
  for (const payment of subordinates(document)) {
    const id = filled(optional(payment, 'Ид'))
    if (!isAcquiring(payment) || id?.length !== 36) continue
    leave()
    throw new LoadFailure('document', 'payment-guid', { id })
  }
}

function readsSubordinate(load: Load, document: Element): boolean {
  return load.subordinateDocuments && optional(document, 'ПодчиненныеДокументы') !== undefined
}

function subordinates(document: Element): Value[] {
  return each(optional(optional(document, 'ПодчиненныеДокументы'), 'ПодчиненныйДокумент'))
}

function isAcquiring(payment: Value): boolean {
  return optional(payment, 'ХозОперация') === 'Эквайринговая операция'
}

function createBySubordinate(load: Load, order: StoredDocument, payment: Value): void {
  if (!isAcquiring(payment)) return
  const values = readRequisites(payment).values
  const facts = factsOfPayment(order.outcome, payment, values)
  const paid = values.get('Оплачено')
  const conditions = [
    condition(paid !== undefined && paid.toLowerCase() !== 'false', conditionText.paidFlag),
    ...commonConditions(load, facts),
    condition(filled(optional(payment, 'Ид')) !== undefined, conditionText.siteId),
  ]
  if (allMet(conditions)) write(load, order, facts)
  else notCreated(load, facts, conditions, paid === 'false' ? 'note' : 'silent')
}

function createByRequisites(load: Load, order: StoredDocument, requisites: Map<string, string>): void {
  const facts = { ...factsOfRequisites(order.outcome, requisites), amount: order.outcome.total }
  const paid = isTrue(requisites.get('Заказ оплачен'))
  const told = facts.date !== null && facts.number !== null
  // With the flag for subordinate documents «Заказ оплачен» is no longer checked.
  const flagMatters = !(load.protocol === 'bitrix' && load.subordinateDocuments)
  if (!paid && (flagMatters || !told)) return
  const other = paymentsOfDocument(load, order.id)[0]
  const isOther = other !== undefined && other.key !== `${facts.number}`
  const conditions = [
    ...(flagMatters ? [condition(paid, conditionText.orderPaid)] : []),
    ...commonConditions(load, facts),
    condition(!isOther, conditionText.otherPayment),
  ]
  if (!paid) load.found('payment-of-unpaid', 'silent', facts.siteNumber)
  if (allMet(conditions)) write(load, order, facts)
  else notCreated(load, facts, conditions)
}

function commonConditions(load: Load, facts: PaymentFacts): PaymentCondition[] {
  if ((facts.method?.length ?? 0) > 50)
    load.found('method-name-long', 'silent', facts.siteNumber, { name: facts.method ?? '' })
  return [
    condition(facts.date !== null, conditionText.date),
    condition(facts.number !== null, conditionText.number),
    ...methodConditions(load, facts.method),
    condition(amountOf(facts) > 0n, conditionText.amount),
  ]
}

function write(load: Load, order: StoredDocument, facts: PaymentFacts): void {
  const number = facts.number ?? ''
  if (number.length > 24) load.found('payment-number-long', 'silent', facts.siteNumber, { number, limit: 24 })
  const date = anyMoment(facts.date ?? '', undefined)
  makePayment(load, order.id, number, { ...facts, number: number.slice(0, 24), date })
}
