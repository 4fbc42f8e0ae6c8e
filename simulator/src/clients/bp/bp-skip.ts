import type { StoredDocument } from '../../base/base.js'
import type { Load } from '../../base/load.js'
import { storedByKey } from '../../base/store-document.js'
import { strictMoment } from '../../reading/dates.js'
import { type Element, filled, required } from '../../reading/element.js'
import type { DocumentOutcome } from '../../result.js'
import { siteNumberOf, skipDocument } from '../make-document.js'
import { invoiceNumber } from './bp-number.js'
import { canceledStatus } from './bp-status.js'

/** Orders before «Дата начала обмена» are skipped silently; a date that is not ISO counts as earlier. */
export function isTooEarly(load: Load, document: Element): boolean {
  const day = strictMoment(required(document, 'Дата'), undefined)
  const { exchangeFrom } = load.base.settings
  if ((day ?? '0001-01-01').slice(0, 10) >= exchangeFrom) return false
  const code = day === null ? 'date-not-iso' : 'before-exchange-start'
  const date = filled(required(document, 'Дата')) ?? ''
  skipDocument(load, document, { code, severity: 'silent', values: { date, start: exchangeFrom } })
  return true
}

/** Canceled orders make no invoice, and cancel an existing one. */
export function isSkipped(load: Load, document: Element, requisites: Map<string, string>): boolean {
  if (!isCanceled(requisites.get('Отменен'))) return false
  const known = knownInvoice(load, document)
  if (known === undefined) {
    skipDocument(load, document, { code: 'canceled-unknown', severity: 'note', canceled: true })
    return true
  }
  const outcome: DocumentOutcome = { ...known.outcome, action: 'canceled', canceled: true, status: 'Отменен' }
  load.tx.set(load.base.documents, known.id, { ...known, outcome })
  load.tx.set(load.base.statuses, known.id, canceledStatus(load.base, known.id))
  load.documents.push(outcome)
  return true
}

/** The invoice with this number in this year, if it existed before this load. */
export function knownInvoice(load: Load, document: Element): StoredDocument | undefined {
  const day = strictMoment(required(document, 'Дата'), undefined)
  const stored = storedByKey(load, invoiceKey(invoiceNumber(load, siteNumberOf(document)), day))
  return stored === undefined || load.tx.isNew(stored.id) ? undefined : stored
}

/** Numbers are unique within a year. */
export function invoiceKey(number: string, date: string | null): string {
  return `invoice:${(date ?? '0001').slice(0, 4)}:${number}`
}

function isCanceled(text: string | undefined): boolean {
  return text !== undefined && ['TRUE', 'ИСТИНА'].includes(text.toUpperCase())
}
