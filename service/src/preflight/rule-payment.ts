import type { SaleDocument, SubordinateDocument } from '@obmen/codec'
import { type ClientLimits, METHOD_LENGTH } from './client-limits.js'
import type { Finding, Rule } from './finding.js'
import { requisiteOf } from './requisite-of.js'
import { TEXTS } from './texts.js'

const GUID_LENGTH = 36
const ISO_DATE = /^\d{4}-\d\d-\d\d$/

/** Whether 1C will make a payment of what the order says, and why not. */
export const checkPayment: Rule = (document, limits) => {
  if (document.subordinateDocuments && limits.readsPaymentDocuments) {
    if (document.subordinateDocuments.length === 0)
      return [{ level: 'fatal', message: TEXTS.noPaymentDocuments }]
    return document.subordinateDocuments.flatMap(payment => checkPaymentDocument(payment, limits))
  }
  return checkPaymentRequisites(document, limits)
}

function checkPaymentRequisites(document: SaleDocument, limits: ClientLimits): Finding[] {
  const paid = requisiteOf(document, 'Заказ оплачен') === 'true'
  const date = requisiteOf(document, 'Дата оплаты')
  const number = requisiteOf(document, 'Номер платежного документа')
  const name = requisiteOf(document, 'Метод оплаты')
  const id = requisiteOf(document, 'Метод оплаты ИД')
  if (!paid) {
    const taken = limits.client === 'bp' && date !== undefined && number !== undefined
    return taken ? [{ level: 'warning', message: TEXTS.unpaidTakenForPaid }] : []
  }
  if (limits.makesPayment === undefined) return [{ level: 'note', message: TEXTS.makesNoPayments(limits) }]
  if (limits.methodBy === 'id') {
    return id === undefined
      ? [{ level: 'dropped', message: TEXTS.noMethodId }]
      : [{ level: 'note', message: TEXTS.makesPayment(limits, name ?? id) }]
  }
  const missing = Object.entries({
    'Дата оплаты': date,
    'Номер платежного документа': number,
    'Метод оплаты': name,
  })
    .filter(([, value]) => value === undefined)
    .map(([requisite]) => requisite)
  if (missing.length > 0) return [{ level: 'dropped', message: TEXTS.paymentMisses(missing) }]
  return checkTerms(limits, name!, number!, date!)
}

function checkPaymentDocument(payment: SubordinateDocument, limits: ClientLimits): Finding[] {
  if (payment.operation !== 'acquiring') return []
  const name = requisiteOf(payment, 'Метод оплаты')
  const missing = Object.entries({
    Ид: payment.id,
    Номер: payment.number,
    Дата: payment.date,
    Сумма: payment.total ?? '',
    'Метод оплаты': name ?? '',
  })
    .filter(([, value]) => value === '')
    .map(([element]) => element)
  if (missing.length > 0)
    return [{ level: limits.client === 'bp' ? 'fatal' : 'dropped', message: TEXTS.paymentMisses(missing) }]
  const paid = requisiteOf(payment, 'Оплачено')
  if (paid === undefined || paid === 'false')
    return [{ level: 'dropped', message: TEXTS.paymentNotPaid(payment.number) }]
  if (limits.client === 'unf' && payment.id.length === GUID_LENGTH) {
    return [{ level: 'dropped', message: TEXTS.paymentIdLikeGuid(payment.id) }]
  }
  return checkTerms(limits, name!, payment.number, payment.date)
}

function checkTerms(limits: ClientLimits, name: string, number: string, date: string): Finding[] {
  const findings: Finding[] = []
  if (name.length > METHOD_LENGTH)
    findings.push({ level: 'dropped', message: TEXTS.methodTooLong(name, METHOD_LENGTH) })
  if (number.length > limits.paymentNumberLength) {
    findings.push({
      level: 'warning',
      message: TEXTS.paymentNumberTooLong(number, limits.paymentNumberLength),
    })
  }
  if (!ISO_DATE.test(date)) findings.push({ level: 'dropped', message: TEXTS.badPaymentDate(date) })
  if (findings.length === 0) findings.push({ level: 'note', message: TEXTS.makesPayment(limits, name) })
  return findings
}
