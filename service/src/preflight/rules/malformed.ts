import type { SaleDocument } from '@obmen/codec'
import { METHOD_LENGTH } from '../client-limits.js'
import type { PreflightInput } from '../preflight-input.js'
import { requisiteOf } from '../requisite-of.js'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type Hit, type Rule } from './rule.js'

const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const ISO_TIME = /^\d\d:\d\d:\d\d$/
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const GUID_LENGTH = 36

/**
 * A safety net: documents in a form that stops 1C, or of which it loses a part. The code that writes documents makes none, whatever
 * the order; a fault in it is found here before it stops a 1C.
 */
export const MALFORMED_RULES: readonly Rule[] = [
  {
    code: 'document-malformed',
    severity: 'blocks',
    clients: ALL,
    about:
      'The document is of a shape that 1C fails on. Obmen writes none such: this would be a fault of it.',
    source: MODULES.all,
    *check(input) {
      for (const problem of new Set([
        ...heading(input),
        ...buyer(input),
        ...lines(input),
        ...payments(input),
      ]))
        yield { path: '', params: { problem } } satisfies Hit
    },
  },
]

function* heading({ document, client }: PreflightInput): Generator<string> {
  if (document.operation !== 'goods-order') yield 'operation'
  if (document.id === '') yield 'id'
  if (document.number === '') yield 'number'
  if (document.currency === '') yield 'currency'
  if (!ISO_DATE.test(document.date)) yield 'date'
  if (document.time !== undefined && !ISO_TIME.test(document.time)) yield 'time'
  if (document.taxes?.[0]?.included === undefined) yield 'taxes'
  if (document.discounts?.some(({ included }) => included === false)) yield 'discount'
  const names = document.requisites?.map(({ name }) => name) ?? []
  if (new Set(names).size < names.length) yield 'requisite-twice'
  if (client !== 'bp' && document.requisites?.some(({ value }) => value === '')) yield 'requisite-empty'
}

function* buyer({ document, client }: PreflightInput): Generator<string> {
  const [one] = document.counterparties
  if (!one) return yield 'buyer'
  if (!one.id && client === 'bp') yield 'buyer-id'
  if (!one.name) yield 'buyer-name'
  if (one.contacts?.some(({ type, value }) => value === '' || type === '')) yield 'contact'
  if (one.address?.text === '') yield 'address'
}

function* lines({ document, limits, client }: PreflightInput): Generator<string> {
  if ((document.lines ?? []).length === 0) yield 'lines'
  for (const line of document.lines ?? []) {
    if (line.name === '') yield 'line-name'
    if (!(Number(line.quantity ?? 0) > 0)) yield 'line-quantity'
    if (line.amount === undefined) yield 'line-amount'
    if ((line.quantity?.split('.')[1] ?? '').length > limits.quantityDecimals) yield 'line-decimals'
    if (line.name.includes('#') || CONTROL.test(line.name)) yield 'line-characters'
    if (line.discounts?.some(({ included }) => included === false)) yield 'discount'
    if ((line.taxRates?.[0]?.rate ?? line.taxes?.[0]?.rate) === undefined) yield 'line-rate'
    if (client === 'bp' && line.taxRates?.some(({ rate }) => /\.\d/.test(rate))) yield 'line-rate'
  }
}

function* payments({ document, limits }: PreflightInput): Generator<string> {
  const { subordinateDocuments } = document
  if (!subordinateDocuments) return yield* paymentRequisites(document, limits.client)
  if (subordinateDocuments.length === 0) yield 'payments-empty'
  for (const payment of subordinateDocuments) {
    const method = requisiteOf(payment, 'Метод оплаты') ?? ''
    if ([payment.id, payment.number, payment.date, payment.total ?? '', method].includes(''))
      yield 'payment-parts'
    if (payment.id.length === GUID_LENGTH) yield 'payment-guid'
    if (requisiteOf(payment, 'Оплачено') !== 'true') yield 'payment-unpaid'
    yield* terms(method, payment.number, payment.date, limits.paymentNumberLength)
  }
}

function* paymentRequisites(document: SaleDocument, client: string): Generator<string> {
  const [date, number] = [
    requisiteOf(document, 'Дата оплаты'),
    requisiteOf(document, 'Номер платежного документа'),
  ]
  const paid = requisiteOf(document, 'Заказ оплачен') === 'true'
  if (!paid && (date !== undefined || number !== undefined)) yield 'payment-unpaid'
  if (paid && date !== undefined && number !== undefined)
    yield* terms(requisiteOf(document, 'Метод оплаты') ?? '', number, date, client === 'bp' ? 10 : 24)
}

function* terms(method: string, number: string, date: string, length: number): Generator<string> {
  if (method.length > METHOD_LENGTH) yield 'payment-method'
  if (number.length > length) yield 'payment-number'
  if (!ISO_DATE.test(date)) yield 'payment-date'
}
