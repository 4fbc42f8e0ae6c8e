import type { StoredDocument } from '../../base/base.js'
import type { Load } from '../../base/load.js'
import { storedByKey } from '../../base/store-document.js'
import { storePayment } from '../../base/store-payment.js'
import { anyMoment } from '../../reading/dates.js'
import { formatMoney, parseDecimal } from '../../reading/decimal.js'
import { type Element, each, filled, optional, type Value } from '../../reading/element.js'
import { isTrue, readRequisites } from '../../reading/requisites.js'
import { allMet, condition, notCreated, type PaymentFacts, reportMethod } from '../payment-facts.js'
import { conditionText } from '../texts.js'

const OPERATIONS = ['эквайринговая операция', 'выплата безналичных денег', 'выплата наличных денег']

export function isPaymentDocument(operation: string): boolean {
  return OPERATIONS.includes(operation.toLowerCase())
}

/** A payment as a separate document: `Основание` is the order's `Ид`. */
export function createBitrixPayment(load: Load, payment: Element): void {
  const basis = filled(optional(payment, 'Основание')) ?? ''
  const order = storedByKey(load, `site-id:${basis}`) ?? storedByKey(load, `order:${basis}`)
  pay(load, order, payment, basis)
}

/** Payments inside the order: subordinate documents, else the requisites of a paid order. */
export function createBitrixPayments(
  load: Load,
  document: Element,
  order: StoredDocument,
  requisites: Map<string, string>,
): void {
  const subordinate = optional(document, 'ПодчиненныеДокументы')
  if (subordinate === undefined) {
    payByRequisites(load, order, requisites)
    return
  }
  for (const payment of each(optional(subordinate, 'ПодчиненныйДокумент'))) {
    if (isPaymentDocument(filled(optional(payment, 'ХозОперация')) ?? '')) pay(load, order, payment, '')
  }
}

function pay(load: Load, order: StoredDocument | undefined, payment: Value, basis: string): void {
  const values = readRequisites(payment).values
  const text = (name: string) => filled(optional(payment, name)) ?? null
  const told = { number: text('Номер'), date: text('Дата'), amount: text('Сумма') }
  write(
    load,
    order,
    { ...factsOf(order, values), siteNumber: order?.outcome.siteNumber ?? basis, ...told },
    isUnpaid(values),
  )
}

function payByRequisites(load: Load, order: StoredDocument, requisites: Map<string, string>): void {
  if (!isTrue(requisites.get('Заказ оплачен'))) return
  write(load, order, { ...factsOf(order, requisites), amount: order.outcome.total }, false)
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
    condition((parseDecimal(facts.amount ?? '') ?? 0n) > 0n, conditionText.amount),
  ]
  if (order === undefined || !allMet(conditions)) {
    notCreated(load, facts, conditions, unpaid ? 'note' : 'silent')
    return
  }
  storePayment(load, order.id, facts.number ?? '', {
    kind: 'Операция по платежной карте',
    action: 'created',
    reason: null,
    ...facts,
    date: anyMoment(facts.date ?? '', undefined),
    amount: formatMoney(parseDecimal(facts.amount ?? '') ?? 0n),
    conditions: [],
  })
}

function factsOf(order: StoredDocument | undefined, values: Map<string, string>): PaymentFacts {
  const text = (name: string) => filled(values.get(name)) ?? null
  return {
    siteNumber: order?.outcome.siteNumber ?? '',
    documentNumber: order?.outcome.number ?? null,
    number: text('Номер платежного документа'),
    date: text('Дата оплаты'),
    amount: null,
    method: text('Метод оплаты'),
    methodId: text('Метод оплаты ИД'),
  }
}
