import type { DocumentBody, SaleDocument } from '@obmen/codec'
import { METHOD_LENGTH } from '../client-limits.js'
import type { PreflightInput } from '../preflight-input.js'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type Rule, type RuleInput } from './rule.js'

const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const ISO_TIME = /^\d\d:\d\d:\d\d$/
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const GUID_LENGTH = 36

/**
 * A safety net: finds documents in a form that stops 1C, or of which it drops a part. Our writer never produces one; if it has a bug, it is
 * found here before it stops a 1C.
 */
export const MALFORMED_RULES: readonly Rule[] = [
  {
    code: 'document-malformed',
    severity: 'blocks',
    clients: ALL,
    about: 'The document has a form on which 1C fails. Obmen should never write one, so this is a bug.',
    source: MODULES.all,
    dependsOn: limits => [
      limits.client === 'bp',
      limits.quantityDecimals,
      String(limits.paymentNumberLength),
    ],
    ignoresPlainOrders: true,
    check(input, report) {
      const problems = findProblems(input)
      if (problems.length === 0) return
      for (const problem of new Set(problems)) report({ path: '', params: { problem } })
    },
  },
]

/** Without generators, for speed: this checks every part of every order. */
function findProblems(input: RuleInput): string[] {
  const problems: string[] = []
  checkHeader(input, problems)
  checkBuyer(input, problems)
  checkLines(input, problems)
  checkPayments(input, problems)
  return problems
}

function checkHeader({ document, client }: PreflightInput, problems: string[]): void {
  if (document.operation !== 'goods-order') problems.push('operation')
  if (document.id === '') problems.push('id')
  if (document.number === '') problems.push('number')
  if (document.currency === '') problems.push('currency')
  if (!ISO_DATE.test(document.date)) problems.push('date')
  if (document.time !== undefined && !ISO_TIME.test(document.time)) problems.push('time')
  if (document.taxes?.[0]?.included === undefined) problems.push('taxes')
  if (document.discounts?.some(({ included }) => included === false)) problems.push('discount')
  const names = document.requisites?.map(({ name }) => name) ?? []
  if (new Set(names).size < names.length) problems.push('requisite-twice')
  if (client !== 'bp' && document.requisites?.some(({ value }) => value === ''))
    problems.push('requisite-empty')
}

function checkBuyer({ document, client }: PreflightInput, problems: string[]): void {
  const [one] = document.counterparties
  if (!one) {
    problems.push('buyer')
    return
  }
  if (!one.id && client === 'bp') problems.push('buyer-id')
  if (!one.name) problems.push('buyer-name')
  if (one.contacts?.some(({ type, value }) => value === '' || type === '')) problems.push('contact')
  if (one.address?.text === '') problems.push('address')
}

function checkLines({ document, limits, client }: PreflightInput, problems: string[]): void {
  if ((document.lines ?? []).length === 0) problems.push('lines')
  for (const line of document.lines ?? []) {
    if (line.name === '') problems.push('line-name')
    if (!(Number(line.quantity ?? 0) > 0)) problems.push('line-quantity')
    if (line.amount === undefined) problems.push('line-amount')
    if ((line.quantity?.split('.')[1] ?? '').length > limits.quantityDecimals) problems.push('line-decimals')
    if (line.name.includes('#') || CONTROL.test(line.name)) problems.push('line-characters')
    if (line.discounts?.some(({ included }) => included === false)) problems.push('discount')
    if ((line.taxRates?.[0]?.rate ?? line.taxes?.[0]?.rate) === undefined) problems.push('line-rate')
    if (client === 'bp' && line.taxRates?.some(({ rate }) => /\.\d/.test(rate))) problems.push('line-rate')
  }
}

function checkPayments({ document, limits }: PreflightInput, problems: string[]): void {
  const { subordinateDocuments } = document
  if (!subordinateDocuments) paymentRequisites(document, limits.client, problems)
  if (subordinateDocuments?.length === 0) problems.push('payments-empty')
  for (const payment of subordinateDocuments ?? []) {
    const method = requisiteOf(payment, 'Метод оплаты') ?? ''
    if ([payment.id, payment.number, payment.date, payment.total ?? '', method].includes(''))
      problems.push('payment-parts')
    if (payment.id.length === GUID_LENGTH) problems.push('payment-guid')
    if (requisiteOf(payment, 'Оплачено') !== 'true') problems.push('payment-unpaid')
    checkPaymentTerms(method, payment.number, payment.date, limits.paymentNumberLength, problems)
  }
}

function paymentRequisites(document: SaleDocument, client: string, problems: string[]): void {
  const [date, number] = [
    requisiteOf(document, 'Дата оплаты'),
    requisiteOf(document, 'Номер платежного документа'),
  ]
  const paid = requisiteOf(document, 'Заказ оплачен') === 'true'
  if (!paid && (date !== undefined || number !== undefined)) problems.push('payment-unpaid')
  if (paid && date !== undefined && number !== undefined)
    checkPaymentTerms(
      requisiteOf(document, 'Метод оплаты') ?? '',
      number,
      date,
      client === 'bp' ? 10 : 24,
      problems,
    )
}

function checkPaymentTerms(
  method: string,
  number: string,
  date: string,
  length: number,
  problems: string[],
): void {
  if (method.length > METHOD_LENGTH) problems.push('payment-method')
  if (number.length > length) problems.push('payment-number')
  if (!ISO_DATE.test(date)) problems.push('payment-date')
}

/** The value that 1C uses for a requisite: the last of several with one name. */
function requisiteOf(document: Pick<DocumentBody, 'requisites'>, name: string): string | undefined {
  return document.requisites?.findLast(requisite => requisite.name === name)?.value
}
