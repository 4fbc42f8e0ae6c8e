import { formatMoney, parseDecimal, sumText } from '../reading/decimal.js'
import type { DocumentOutcome, ExchangeResult, PaymentOutcome } from '../result.js'
import type { Paint } from './paint.js'
import { actionText, documents, payments, paymentText, reportText as text } from './texts.js'

const MADE = ['created', 'updated', 'canceled'] as const

/** Documents and payments in the base: each by itself, or totals if there are many. */
export function madeLines(result: ExchangeResult, paint: Paint, inSums: boolean): string[] {
  const made = result.documents.filter(isMade)
  const paid = result.payments.filter(payment => payment.action === 'created' || payment.action === 'updated')
  if (made.length + paid.length === 0) return [text.nothingMade]
  if (inSums) return sums(made, paid)
  const paymentsByOrder = new Map<string, PaymentOutcome[]>()
  for (const payment of paid)
    paymentsByOrder.set(payment.siteNumber, [...(paymentsByOrder.get(payment.siteNumber) ?? []), payment])
  const lines = made.flatMap(document => {
    const own = paymentsByOrder.get(document.siteNumber ?? '') ?? []
    paymentsByOrder.delete(document.siteNumber ?? '')
    return [...documentLines(document, paint), ...own.map(payment => `  ${paymentLine(payment, paint)}`)]
  })
  return [...lines, ...[...paymentsByOrder.values()].flat().map(payment => paymentLine(payment, paint))]
}

/** Orders and payments that are not in the base, with the reason. */
export function notMadeLines(result: ExchangeResult, paint: Paint, most: number): string[] {
  const refused = result.documents.filter(document => !isMade(document))
  const unpaid = result.payments.filter(
    payment => payment.action === 'not-created' || payment.action === 'rolled-back',
  )
  const lines = [
    ...refused.map(
      document =>
        `${nameOfOrder(document)} – ${paint.bad(actionText[document.action])}: ${document.reason ?? ''}`,
    ),
    ...unpaid.map(
      payment =>
        `${text.order(payment.siteNumber)}, ${payment.kind} – ` +
        `${paint.bad(paymentText[payment.action])}: ${payment.reason ?? ''}`,
    ),
  ]
  return lines.length <= most ? lines : [...lines.slice(0, most), text.andMore(lines.length - most)]
}

function isMade(document: DocumentOutcome): boolean {
  return (MADE as readonly string[]).includes(document.action)
}

function documentLines(document: DocumentOutcome, paint: Paint): string[] {
  const facts = [
    text.money(document.total, document.currency),
    vatText(document),
    document.customer === null || document.customer.action === 'missing'
      ? text.noCustomer
      : document.customer.name,
    ...(document.status === null ? [] : [text.status(document.status)]),
    document.posted ? text.posted : paint.warn(text.notPosted),
  ]
  const heading =
    `${paint.strong(document.kind)} ${document.number ?? ''} ${dateText(document.date)} ` +
    `(${nameOfOrder(document)}) – ${paint.good(actionText[document.action])}`
  const customer = customerText(document)
  return [
    heading,
    `  ${facts.join(', ')}`,
    ...(customer === '' ? [] : [paint.dim(`  ${customer}`)]),
    ...lineTexts(document, paint),
  ]
}

function lineTexts(document: DocumentOutcome, paint: Paint): string[] {
  return document.lines.map(line => {
    const marks = [
      ...(line.service ? [text.service] : []),
      ...(line.item === 'created' ? [text.newItem] : line.item === 'unmatched' ? [text.unmatchedItem] : []),
    ]
    const tail = marks.length === 0 ? '' : paint.dim(` (${marks.join(', ')})`)
    return `  · ${text.line(line)}${tail}`
  })
}

function customerText({ customer }: DocumentOutcome): string {
  if (customer === null || customer.action === 'missing') return ''
  return customer.action === 'created'
    ? text.newCustomer
    : text.foundCustomer(text.by[customer.by ?? ''] ?? customer.by ?? '')
}

function paymentLine(payment: PaymentOutcome, paint: Paint): string {
  const method = payment.method ?? payment.methodId
  const facts = [
    dateText(payment.date),
    sumText(payment.amount ?? ''),
    ...(method === null ? [] : [text.paymentMethod(method)]),
  ]
  const name = payment.number === null ? payment.kind : `${payment.kind} ${payment.number}`
  return `${paint.strong(name)} ${facts.join(', ')} – ${paint.good(paymentText[payment.action])}`
}

function sums(made: DocumentOutcome[], paid: PaymentOutcome[]): string[] {
  const lines: string[] = []
  for (const action of MADE) {
    const group = made.filter(document => document.action === action)
    if (group.length === 0) continue
    const total = text.sum(sumText(sumOf(group.map(one => one.total))))
    lines.push(`${group[0]?.kind}: ${documents(group.length)} ${total} – ${actionText[action]}`)
    const unposted = group.filter(document => !document.posted).length
    if (unposted > 0) lines.push(`  ${text.notPosted}: ${documents(unposted)}`)
  }
  if (paid.length > 0) {
    lines.push(
      `${paid[0]?.kind}: ${payments(paid.length)} ` +
        `${text.sum(sumText(sumOf(paid.map(one => one.amount ?? '0'))))}`,
    )
  }
  return lines
}

function sumOf(amounts: string[]): string {
  return formatMoney(amounts.reduce((sum, amount) => sum + (parseDecimal(amount) ?? 0n), 0n))
}

function vatText(document: DocumentOutcome): string {
  if (document.vatTotal === '0.00') return text.withoutVat
  return document.vatIncluded
    ? text.vatInside(sumText(document.vatTotal))
    : text.vatOnTop(sumText(document.vatTotal))
}

function nameOfOrder(document: DocumentOutcome): string {
  return document.siteNumber === null ? text.noNumber : text.order(document.siteNumber)
}

/** `01.03.2026 12:30:05`, without midnight for a date without time. */
function dateText(date: string | null): string {
  if (date === null) return text.noDate
  const [day = '', time = ''] = date.split('T')
  return text.from(
    `${day.split('-').reverse().join('.')}${time === '00:00:00' || time === '' ? '' : ` ${time}`}`,
  )
}
