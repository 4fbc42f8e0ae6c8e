import type { StoredDocument } from '../../base/base.js'
import { type Load, LoadFailure } from '../../base/load.js'
import { methodById, methodByName } from '../../base/settings.js'
import { paymentByKey, paymentsOfDocument } from '../../base/store-payment.js'
import { strictMoment } from '../../reading/dates.js'
import { formatMoney, parseDecimal } from '../../reading/decimal.js'
import { type Element, each, filled, optional, required, type Value } from '../../reading/element.js'
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
import { statusAfterPosting } from './bp-status.js'

/**
 * «Оплата платежной картой» based on the invoice: from `ПодчиненныеДокументы` alone if there are any, else
 * from requisites. Errors are outside every handler: the load crashes, the invoice stays.
 */
export function createPayments(
  load: Load,
  document: Element,
  invoice: StoredDocument,
  requisites: Map<string, string>,
): void {
  const subordinate = optional(document, 'ПодчиненныеДокументы')
  const payments = optional(subordinate, 'ПодчиненныйДокумент')
  if (subordinate === undefined) createByRequisites(load, document, invoice, requisites)
  else if (payments === undefined) throw new LoadFailure('queue', 'empty-subordinate')
  for (const payment of each(payments)) createBySubordinate(load, invoice, payment)
}

function createBySubordinate(load: Load, invoice: StoredDocument, payment: Value): void {
  if (filled(optional(payment, 'ХозОперация'))?.toLowerCase() !== 'эквайринговая операция') return
  const values = readRequisites(payment).values
  const paid = values.get('Оплачено')
  const facts = factsOfPayment(invoice.outcome, payment, values)
  const isPaid = condition(paid !== undefined && paid !== 'false', conditionText.paidFlag)
  const conditions = [isPaid, ...conditionsOf(load, facts)]
  if (!isPaid.met || filled(required(payment, 'Номер', 'ПодчиненныйДокумент')) === undefined) {
    notCreated(load, facts, conditions, !isPaid.met && paid === 'false' ? 'note' : 'silent')
    return
  }
  checkMethod(load, facts)
  if (allMet(methodConditions(load, facts.method))) {
    for (const name of ['Дата', 'Сумма', 'Ид']) required(payment, name, 'ПодчиненныйДокумент')
  }
  write(load, invoice, facts, conditions)
}

function createByRequisites(
  load: Load,
  document: Element,
  invoice: StoredDocument,
  requisites: Map<string, string>,
): void {
  const paid = isTrue(requisites.get('Заказ оплачен'))
  const amount = filled(optional(document, 'Сумма')) ?? null
  const facts = { ...factsOfRequisites(invoice.outcome, requisites), amount }
  const told =
    facts.date !== null && facts.number !== null && (facts.method !== null || facts.methodId !== null)
  const conditions = conditionsOf(load, facts)
  if (!told) {
    if (paid) notCreated(load, facts, conditions)
    return
  }
  checkMethod(load, facts)
  if (allMet(methodConditions(load, facts.method)))
    for (const name of ['Сумма', 'Ид']) required(document, name)
  if (!paid) load.found('payment-of-unpaid', 'silent', facts.siteNumber)
  write(load, invoice, facts, conditions)
}

function conditionsOf(load: Load, facts: PaymentFacts): PaymentCondition[] {
  const date = facts.date === null ? null : strictMoment(facts.date, undefined)
  return [
    condition(facts.date !== null, conditionText.date),
    condition(facts.date === null || date !== null, conditionText.dateOnly(facts.date ?? '')),
    condition(facts.number !== null, conditionText.number),
    ...methodConditions(load, facts.method),
    condition(amountOf(facts) > 0n, conditionText.amount),
  ]
}

/** Two crashes of the module: no method at all; a method found only by its id. */
function checkMethod(load: Load, facts: PaymentFacts): void {
  const { settings } = load.base
  if (facts.method === null && facts.methodId === null)
    throw new LoadFailure('queue', 'payment-without-method')
  const name = facts.method ?? undefined
  if (settings.paymentMethods === undefined || methodByName(settings, name) !== undefined) return
  if (methodById(settings, facts.methodId ?? undefined) !== undefined)
    throw new LoadFailure('queue', 'method-by-id', { name: facts.method ?? '', id: facts.methodId ?? '' })
}

function write(
  load: Load,
  invoice: StoredDocument,
  facts: PaymentFacts,
  conditions: PaymentCondition[],
): void {
  if ((facts.method?.length ?? 0) > 50)
    load.found('method-name-long', 'silent', facts.siteNumber, { name: facts.method ?? '' })
  const date = strictMoment(facts.date ?? '', undefined)
  if (date === null)
    load.found('payment-date-with-time', 'silent', facts.siteNumber, { date: facts.date ?? '' })
  if (!allMet(conditions)) {
    notCreated(load, facts, conditions)
    return
  }
  const number = facts.number ?? ''
  if (number.length > 10) load.found('payment-number-long', 'silent', facts.siteNumber, { number, limit: 10 })
  // Searched for by the whole number, stored in 10 characters: a longer one makes a new payment every time.
  const key = number.length > 10 ? `${number.slice(0, 10)}#${load.tx.nextId()}` : number
  warnOfSum(load, invoice, facts, `${facts.method}:${key}`)
  makePayment(load, invoice.id, `${facts.method}:${key}`, {
    ...facts,
    number: number.slice(0, 10),
    // An existing payment keeps its date.
    date: paymentByKey(load, invoice.id, `${facts.method}:${key}`)?.outcome.date ?? date,
  })
  load.tx.set(load.base.statuses, invoice.id, statusAfterPosting(load.base, invoice.id))
}

/**
 * A payment is identified by invoice, method and number: under others the invoice is paid twice. One that
 * differs from the open amount becomes a row with the rate of the invoice's first line.
 */
function warnOfSum(load: Load, invoice: StoredDocument, facts: PaymentFacts, key: string): void {
  const others = paymentsOfDocument(load, invoice.id).filter(payment => payment.key !== key)
  const paidBefore = others.reduce((sum, { outcome }) => sum + amountOf(outcome), 0n)
  const amount = amountOf(facts)
  const total = parseDecimal(invoice.outcome.total) ?? 0n
  const values = { paid: formatMoney(paidBefore + amount), total: invoice.outcome.total }
  if (others.length > 0 && paidBefore + amount > total)
    load.found('paid-more-than-total', 'silent', facts.siteNumber, values)
  const rates = new Set(invoice.outcome.lines.map(line => line.vat))
  if (amount !== total - paidBefore && rates.size > 1)
    load.found('payment-in-one-rate', 'warning', facts.siteNumber, {
      amount: formatMoney(amount),
      vat: invoice.outcome.lines[0]?.vat ?? '',
    })
}
