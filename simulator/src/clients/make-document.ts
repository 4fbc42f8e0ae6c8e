import type { StoredDocument } from '../base/base.js'
import { detached, type Load } from '../base/load.js'
import { BASE_CURRENCY } from '../base/settings.js'
import { TRAITS } from '../client.js'
import { type FindingValues, textOf } from '../findings.js'
import type { Moment } from '../reading/dates.js'
import { formatMoney, parseDecimal } from '../reading/decimal.js'
import { type Element, filled, optional, required, type Value } from '../reading/element.js'
import type { OrderTaxes } from '../reading/taxes.js'
import type { CustomerOutcome, DocumentOutcome, Severity } from '../result.js'
import type { FindingCode } from '../texts.js'
import type { MadeLines } from './make-lines.js'

export interface DocumentParts {
  number: string | null
  date: Moment | null
  taxes: OrderTaxes
  made: MadeLines
  customer: CustomerOutcome | null
  requisites: Map<string, string>
  status: string | null
  canceled: boolean
}

/** Assembles the document that 1C makes; its total is compared with the file's. */
export function makeDocument(load: Load, document: Element, parts: DocumentParts): DocumentOutcome {
  const order = siteNumberOf(document)
  compareTotals(load, order, document, parts.made)
  return {
    ...bareDocument(load, document),
    number: parts.number,
    date: parts.date,
    posted: false,
    canceled: parts.canceled,
    status: parts.status,
    currency: currencyOf(load, order, optional(document, 'Валюта')),
    vatIncluded: parts.taxes.included,
    total: formatMoney(parts.made.total),
    vatTotal: formatMoney(parts.made.vatTotal),
    customer: parts.customer,
    lines: parts.made.lines,
    comment: filled(optional(document, 'Комментарий'))?.trim() ?? null,
    deliveryAddress: deliveryAddressOf(load, document, parts.requisites),
    contract: load.base.client === 'unf' ? (parts.requisites.get('Договор контрагента') ?? null) : null,
    requisites: Object.fromEntries(parts.requisites),
  }
}

/** УТ uses the buyer's `Адрес`; Бухгалтерия and УНФ the requisite; for the others it is unknown. */
function deliveryAddressOf(load: Load, document: Element, requisites: Map<string, string>): string | null {
  const { client } = load.base
  if (client === 'bp' || client === 'unf') return requisites.get('Адрес доставки')?.trim() ?? null
  if (client !== 'ut') return null
  const buyers = optional(optional(document, 'Контрагенты'), 'Контрагент')
  const buyer = Array.isArray(buyers) ? buyers[0] : buyers
  return filled(optional(optional(buyer, 'Адрес'), 'Представление'))?.trim() ?? null
}

/** A document from which nothing was made. */
export function bareDocument(load: Load, document: Element): DocumentOutcome {
  return {
    kind: TRAITS[load.base.client].orderKind,
    action: 'created',
    reason: null,
    number: null,
    siteNumber: filled(optional(document, 'Номер'))?.trim() ?? null,
    siteId: filled(optional(document, 'Ид'))?.trim() ?? null,
    date: null,
    posted: false,
    canceled: false,
    status: null,
    currency: null,
    vatIncluded: false,
    total: '0.00',
    vatTotal: '0.00',
    customer: null,
    lines: [],
    comment: null,
    deliveryAddress: null,
    contract: null,
    requisites: {},
  }
}

/** Records a document that 1C skips: confirmed, and not in the base. */
export function skipDocument(
  load: Load,
  document: Element,
  why: {
    code: FindingCode
    severity: Severity
    values?: FindingValues
    number?: string | null
    canceled?: boolean
  },
): void {
  load.found(why.code, why.severity, siteNumberOf(document), why.values)
  const outcome = {
    ...bareDocument(load, document),
    number: why.number ?? null,
    canceled: why.canceled ?? false,
  }
  load.documents.push(detached({ ...outcome, action: 'skipped', reason: textOf(why.code, why.values) }))
}

/** Records an order whose document no longer takes changes. */
export function skipMovedOn(load: Load, document: Element, known: StoredDocument, state: string): void {
  const { number } = known.outcome
  skipDocument(load, document, { code: 'order-moved-on', severity: 'silent', values: { state }, number })
}

/** Number and date, which most configurations read from all documents before the first is saved. */
export function inspectHeading(document: Element): void {
  required(document, 'Номер')
  required(document, 'Дата')
}

export function siteNumberOf(document: Value): string {
  return filled(optional(document, 'Номер'))?.trim() ?? ''
}

/** Currencies are searched by name; an unknown name means the base currency. */
function currencyOf(load: Load, order: string, value: Value | undefined): string {
  const name = filled(value)?.trim()
  if (name === undefined) return BASE_CURRENCY
  if (load.base.settings.currencies.includes(name)) return name
  load.found('unknown-currency', 'silent', order, { name, base: BASE_CURRENCY })
  return BASE_CURRENCY
}

function compareTotals(load: Load, order: string, document: Element, made: MadeLines): void {
  const text = filled(optional(document, 'Сумма'))
  const said = text === undefined ? undefined : parseDecimal(text)
  if (said === undefined || said === made.total) return
  load.found('total-differs', 'warning', order, { made: formatMoney(made.total), said: formatMoney(said) })
}
