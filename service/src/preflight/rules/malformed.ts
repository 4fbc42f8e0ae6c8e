import type { DocumentBody, SaleDocument } from '@obmen/codec'
import type { ClientProfile } from '../../clients/index.js'
import type { PreflightInput } from '../preflight-input.js'
import { METHOD_LENGTH, MODULES, type Rule } from './rule.js'

const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const ISO_TIME = /^\d\d:\d\d:\d\d$/
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const GUID_LENGTH = 36

/** A safety net against bugs of our writer: documents that stop 1C, or of which it drops a part. */
export const MALFORMED_RULES: readonly Rule[] = [
  {
    code: 'document-malformed',
    severity: 'blocks',
    appliesTo: 'all',
    about: 'The document has a form on which 1C fails. Obmen should never write one, so this is a bug.',
    source: MODULES.all,
    check(input, report) {
      const problems = findProblems(input)
      if (problems.length === 0) return
      for (const problem of new Set(problems)) report({ path: '', params: { problem } })
    },
  },
]

/** Without generators, for speed: this checks every part of every order. */
function findProblems(input: PreflightInput): string[] {
  const problems: string[] = []
  checkHeader(input, problems)
  checkBuyer(input, problems)
  checkLines(input, problems)
  checkPayments(input, problems)
  return problems
}

function checkHeader({ document, profile }: PreflightInput, problems: string[]): void {
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
  if (profile.failsOn.includes('requisite-empty') && document.requisites?.some(({ value }) => value === ''))
    problems.push('requisite-empty')
}

function checkBuyer({ document, profile }: PreflightInput, problems: string[]): void {
  const [one] = document.counterparties
  if (!one) {
    problems.push('buyer')
    return
  }
  if (!one.id && profile.failsOn.includes('buyer-id')) problems.push('buyer-id')
  if (!one.name) problems.push('buyer-name')
  if (one.contacts?.some(({ type, value }) => value === '' || type === '')) problems.push('contact')
  if (one.address?.text === '') problems.push('address')
}

function checkLines({ document, profile }: PreflightInput, problems: string[]): void {
  if ((document.lines ?? []).length === 0) problems.push('lines')
  for (const line of document.lines ?? []) {
    if (line.name === '') problems.push('line-name')
    if (!(Number(line.quantity ?? 0) > 0)) problems.push('line-quantity')
    if (line.amount === undefined) problems.push('line-amount')
    if ((line.quantity?.split('.')[1] ?? '').length > profile.quantityDecimals) problems.push('line-decimals')
    if (line.name.includes('#') || CONTROL.test(line.name)) problems.push('line-characters')
    if (line.discounts?.some(({ included }) => included === false)) problems.push('discount')
    if ((line.taxRates?.[0]?.rate ?? line.taxes?.[0]?.rate) === undefined) problems.push('line-rate')
    if (profile.failsOn.includes('line-rate') && line.taxRates?.some(({ rate }) => /\.\d/.test(rate)))
      problems.push('line-rate')
  }
}

function checkPayments({ document, profile }: PreflightInput, problems: string[]): void {
  const { subordinateDocuments } = document
  if (!subordinateDocuments) checkPaymentRequisites(document, profile, problems)
  if (subordinateDocuments?.length === 0) problems.push('payments-empty')
  for (const payment of subordinateDocuments ?? []) {
    const { id, number, date, total = '' } = payment
    const method = requisiteOf(payment, 'Метод оплаты') ?? ''
    if ([id, number, date, total, method].includes('')) problems.push('payment-parts')
    if (id.length === GUID_LENGTH) problems.push('payment-guid')
    if (requisiteOf(payment, 'Оплачено') !== 'true') problems.push('payment-unpaid')
    checkPaymentTerms({ method, number, date }, profile.paymentNumberLength, problems)
  }
}

/** `НомерДок` of a payment in УНФ, the longest there is. */
const REQUISITE_NUMBER_LENGTH = 24

function checkPaymentRequisites(
  document: SaleDocument,
  { paymentNumberLength }: ClientProfile,
  problems: string[],
): void {
  const date = requisiteOf(document, 'Дата оплаты')
  const number = requisiteOf(document, 'Номер платежного документа')
  const paid = requisiteOf(document, 'Заказ оплачен') === 'true'
  if (!paid && (date !== undefined || number !== undefined)) problems.push('payment-unpaid')
  if (!paid || date === undefined || number === undefined) return
  const method = requisiteOf(document, 'Метод оплаты') ?? ''
  const longest = Math.min(paymentNumberLength, REQUISITE_NUMBER_LENGTH)
  checkPaymentTerms({ method, number, date }, longest, problems)
}

function checkPaymentTerms(
  { method, number, date }: { method: string; number: string; date: string },
  longest: number,
  problems: string[],
): void {
  if (method.length > METHOD_LENGTH) problems.push('payment-method')
  if (number.length > longest) problems.push('payment-number')
  if (!ISO_DATE.test(date)) problems.push('payment-date')
}

/** The value that 1C uses for a requisite: the last of several with one name. */
function requisiteOf(document: Pick<DocumentBody, 'requisites'>, name: string): string | undefined {
  return document.requisites?.findLast(requisite => requisite.name === name)?.value
}
