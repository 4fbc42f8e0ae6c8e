import type { Load } from '../base/load.js'
import { methodByName } from '../base/settings.js'
import { storePayment } from '../base/store-payment.js'
import { TRAITS } from '../client.js'
import { type Decimal, formatMoney, parseDecimal } from '../reading/decimal.js'
import { filled, optional, type Value } from '../reading/element.js'
import type { DocumentOutcome, PaymentCondition, PaymentOutcome, Severity } from '../result.js'
import { conditionText } from './texts.js'

export type PaymentFacts = Pick<
  PaymentOutcome,
  'siteNumber' | 'documentNumber' | 'number' | 'date' | 'amount' | 'method' | 'methodId'
>

/** What requisites tell about the payment of a document. */
export function factsOfRequisites(
  document: DocumentOutcome | undefined,
  values: Map<string, string>,
): PaymentFacts {
  const text = (name: string) => filled(values.get(name)) ?? null
  return {
    siteNumber: document?.siteNumber ?? '',
    documentNumber: document?.number ?? null,
    number: text('Номер платежного документа'),
    date: text('Дата оплаты'),
    amount: null,
    method: text('Метод оплаты'),
    methodId: text('Метод оплаты ИД'),
  }
}

/** The same of a subordinate document, which has number, date and amount of its own. */
export function factsOfPayment(
  document: DocumentOutcome | undefined,
  payment: Value,
  values: Map<string, string>,
): PaymentFacts {
  const text = (name: string) => filled(optional(payment, name)) ?? null
  const own = { number: text('Номер'), date: text('Дата'), amount: text('Сумма') }
  return { ...factsOfRequisites(document, values), ...own }
}

export function amountOf({ amount }: { amount: string | null }): Decimal {
  return parseDecimal(amount ?? '') ?? 0n
}

/** Stores a payment with all conditions met; `changed`: what 1C writes otherwise than it was sent. */
export function makePayment(
  load: Load,
  documentId: number,
  key: string,
  changed: PaymentFacts & { date: string | null },
): void {
  storePayment(load, documentId, key, {
    kind: TRAITS[load.base.client].paymentKind ?? '',
    action: 'created',
    reason: null,
    ...changed,
    amount: formatMoney(amountOf(changed)),
    conditions: [],
  })
}

export function condition(met: boolean, text: string): PaymentCondition {
  return { met, text }
}

export function allMet(conditions: PaymentCondition[]): boolean {
  return conditions.every(one => one.met)
}

/** Records a payment that this 1C does not make, with every condition it requires. */
export function notCreated(
  load: Load,
  facts: PaymentFacts,
  conditions: PaymentCondition[],
  severity: Severity = 'silent',
): void {
  const missing = conditions.filter(one => !one.met).map(one => one.text)
  const reason = missing.join('; ')
  load.found('payment-not-created', severity, facts.siteNumber, { reason })
  const kind = TRAITS[load.base.client].paymentKind ?? ''
  load.payments.push({ kind, action: 'not-created', reason, ...facts, conditions })
}

/** УНФ and БП know a method by name: at most 50 characters, in the table (of acquiring, in УНФ). */
export function methodConditions(load: Load, method: string | null): PaymentCondition[] {
  const known = methodByName(load.base.settings, method ?? undefined)
  if (method !== null && method.length <= 50) reportMethod(load, method)
  const conditions = [
    condition(method !== null, conditionText.methodName),
    condition(method === null || method.length <= 50, conditionText.methodShort),
    condition(known !== undefined, conditionText.methodKnown(method ?? '')),
  ]
  if (load.base.client === 'unf')
    conditions.push(condition(known?.acquiring !== false, conditionText.methodAcquiring))
  return conditions
}

/** Reports once per exchange which method has to be in 1C's table. */
export function reportMethod(load: Load, name: string): void {
  load.findings.addOnce('method-needed', 'note', name, { name })
}
