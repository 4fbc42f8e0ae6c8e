import type { Load } from '../../base/load.js'
import { methodById, methodByName } from '../../base/settings.js'
import { wallClock } from '../../reading/dates.js'
import { type Decimal, formatMoney, parseDecimal } from '../../reading/decimal.js'
import { isTrue } from '../../reading/requisites.js'
import type { DocumentOutcome } from '../../result.js'
import {
  allMet,
  condition,
  makePayment,
  notCreated,
  type PaymentFacts,
  reportMethod,
} from '../payment-facts.js'
import { conditionText } from '../texts.js'

export interface OrderToPost {
  id: number
  /** Its position among the outcomes of the load. */
  index: number
  requisites: Map<string, string>
}

/** «Операция по платежной карте» when a paid order is posted: for the open amount, dated today. */
export function createCardOperation(
  load: Load,
  id: number,
  order: DocumentOutcome,
  requisites: Map<string, string>,
): void {
  const paid = isTrue(requisites.get('Заказ оплачен'))
  const methodId = requisites.get('Метод оплаты ИД')?.trim() ?? ''
  const method = requisites.get('Метод оплаты')?.trim() ?? ''
  if (!paid) return
  const total = parseDecimal(order.total) ?? 0n
  const left = total - paidSoFar(load, id)
  if (left <= 0n && total > 0n) return
  const facts: PaymentFacts = {
    siteNumber: order.siteNumber ?? '',
    documentNumber: order.number,
    number: null,
    date: null,
    amount: formatMoney(left),
    method: method === '' ? null : method,
    methodId: methodId === '' ? null : methodId,
  }
  const { settings } = load.base
  const known = methodById(settings, facts.methodId ?? undefined) ?? methodByName(settings, method)
  if (method !== '' || methodId !== '') reportMethod(load, method === '' ? methodId : method)
  const conditions = [
    condition(order.posted, conditionText.posted),
    condition(methodId !== '', conditionText.methodId),
    condition(known !== undefined, conditionText.methodKnown(method)),
    condition(left > 0n, conditionText.somethingToPay),
  ]
  if (methodId === '') load.found('payment-without-method-id', 'silent', facts.siteNumber)
  if (!allMet(conditions)) {
    notCreated(load, facts, conditions)
    return
  }
  makePayment(load, id, `card:${load.tx.nextId()}`, { ...facts, date: wallClock(load.now) })
  load.tx.set(load.base.index, `paid:${id}`, Number((paidSoFar(load, id) + left) / 100n))
}

function paidSoFar(load: Load, id: number): Decimal {
  return BigInt(load.base.index.get(`paid:${id}`) ?? 0) * 100n
}
