import type { StoredDocument } from '../../base/base.js'
import { type CustomerKey, findOrCreateCustomer, missingCustomer } from '../../base/customers.js'
import { keysByRegister } from '../../base/items.js'
import { type Load, LoadFailure, type OrderRules } from '../../base/load.js'
import { replaceDocument, storeDocument, storedByKey } from '../../base/store-document.js'
import { paymentsOfDocument } from '../../base/store-payment.js'
import { type CounterpartyFacts, readCounterparty } from '../../reading/counterparty.js'
import { anyMoment, strictMoment } from '../../reading/dates.js'
import { type Element, filled, optional, required } from '../../reading/element.js'
import { isTrue, readRequisites } from '../../reading/requisites.js'
import { type OrderTaxes, readOrderTaxes } from '../../reading/taxes.js'
import { onNet, type VatRate, vatRate, WITHOUT_VAT } from '../../reading/vat.js'
import type { CustomerOutcome, DocumentOutcome } from '../../result.js'
import { digitsOf, warnOfNumber } from '../bp/bp-number.js'
import { makeDocument, siteNumberOf, skipDocument, skipMovedOn } from '../make-document.js'
import { type LineRules, makeLines } from '../make-lines.js'
import { checkForeignGuid, createOperations } from './unf-payments.js'

const DONE = 'Завершен'

/** УНФ 3.0 (ИнтеграцияСИнтернетМагазином): «Заказ покупателя». The last document decides. */
export function unfRules(load: Load): OrderRules {
  return {
    exceptionScope: 'document',
    inspect: document => void required(document, 'Номер'),
    load(document) {
      const order = siteNumberOf(document)
      if (order === '') return skipDocument(load, document, { code: 'number-empty', severity: 'silent' })
      const known = knownOrder(load, order)
      if (known !== undefined && isLeftAlone(load, document, known)) return
      const mark = load.tx.mark()
      const [documents, payments] = [load.documents.length, load.payments.length]
      try {
        loadOrder(load, order, document, known)
      } catch (error) {
        if (!leavesOrder(error)) load.tx.rollBack(mark)
        load.documents.length = documents
        load.payments.length = payments
        throw error
      }
    },
  }
}

function loadOrder(load: Load, order: string, document: Element, known: StoredDocument | undefined): void {
  checkOrder(document)
  const { values, empty } = readRequisites(document)
  for (const name of empty) load.found('empty-requisite-ignored', 'warning', order, { name })
  const outcome = makeOrder(load, document, values, known)
  checkForeignGuid(load, document, () => leaveUnregistered(load, known, outcome))
  const stored =
    known === undefined
      ? create(load, order, outcome)
      : update(load, known, outcome, hasLinkedDocuments(load, known))
  if (!outcome.canceled && load.base.settings.loadPayments) createOperations(load, document, stored, values)
}

function checkOrder(document: Element): void {
  const operation = required(document, 'ХозОперация')
  if (typeof operation !== 'string' || operation.toLowerCase() !== 'заказ товара') {
    throw new LoadFailure('document', 'not-an-order', { operation: filled(operation) ?? '' })
  }
  if (filled(required(document, 'Валюта')) === undefined) throw new LoadFailure('document', 'currency-empty')
}

function makeOrder(
  load: Load,
  document: Element,
  requisites: Map<string, string>,
  known: StoredDocument | undefined,
): DocumentOutcome {
  const order = siteNumberOf(document)
  const [day, time] = [required(document, 'Дата'), optional(document, 'Время')]
  const date = anyMoment(day, time)
  if (strictMoment(day, time) === null) {
    const values = { date: filled(day) ?? '', time: filled(time) ?? '', read: date ?? '' }
    load.found(date === null ? 'bad-date' : 'date-guessed', 'silent', order, values)
  }
  const taxes = readOrderTaxes(document)
  if (!taxes.present) load.found('not-subject-to-vat', 'silent', order)
  else if (!taxes.includedGiven) load.found('vat-on-top', 'silent', order)
  const made = makeLines(document, { load, order, taxes, rules: lineRules(load, taxes) })
  if (made.lines.length === 0) load.found('no-lines', 'silent', order)
  const canceled = isTrue(requisites.get('Отменен'))
  const customer = customerOfBuyerOrder(load, order, document)
  const number = known?.outcome.number ?? ownNumber(load, order)
  const status = requisites.get('Статус заказа') ?? requisites.get('Статуса заказа ИД') ?? null
  const outcome = makeDocument(load, document, {
    number,
    date,
    taxes,
    made,
    customer,
    requisites,
    status,
    canceled,
  })
  const posted = customer.action !== 'missing' && date !== null && made.lines.length > 0
  if (!posted) load.found('order-not-posted', 'silent', order)
  return { ...outcome, posted, action: canceled ? 'canceled' : 'created' }
}

function create(load: Load, order: string, outcome: DocumentOutcome): StoredDocument {
  const other = storedByKey(load, `number:${outcome.number}`)
  if (other !== undefined) {
    throw new LoadFailure('document', 'number-not-unique', {
      number: outcome.number ?? '',
      other: other.outcome.siteNumber ?? '',
    })
  }
  warnOfNumber(load, order, outcome.number ?? '')
  const registered = order.length > 100 ? [] : [`order:${order}`]
  return storeDocument(load, outcome, outcome.canceled ? DONE : 'Открыт', [
    `number:${outcome.number}`,
    ...registered,
  ])
}

/** If documents are based on the order, only its requisites and status are updated. */
function update(
  load: Load,
  known: StoredDocument,
  outcome: DocumentOutcome,
  linked: boolean,
): StoredDocument {
  const { status, requisites, canceled, comment } = outcome
  const action = canceled ? 'canceled' : 'updated'
  if (!linked)
    return replaceDocument(load, known, { ...outcome, action }, { state: canceled ? DONE : known.state })
  if (known.outcome.total !== outcome.total) {
    load.found('lines-not-updated', 'silent', outcome.siteNumber, {
      kept: known.outcome.total,
      sent: outcome.total,
    })
  }
  const changed: DocumentOutcome = { ...known.outcome, status, requisites, canceled, comment, action }
  const stored = replaceDocument(load, known, changed, { state: canceled ? DONE : known.state })
  keepEditedLines(load, known, stored)
  return stored
}

function hasLinkedDocuments(load: Load, { id }: StoredDocument): boolean {
  const shipments = load.base.managed.get(id)?.shipments ?? []
  return shipments.length > 0 || paymentsOfDocument(load, id).length > 0
}

/** Lines that people edited are not replaced either. */
function keepEditedLines({ base, tx }: Load, before: StoredDocument, after: StoredDocument): void {
  const managed = base.managed.get(before.id)
  if (managed?.lines?.of !== before.fingerprint) return
  const lines = { ...managed.lines, of: after.fingerprint }
  tx.set(base.managed, before.id, { ...managed, lines })
}

/** The order is written before the payment fails, but not registered as one of the site. */
function leaveUnregistered(load: Load, known: StoredDocument | undefined, outcome: DocumentOutcome): void {
  if (known !== undefined) return
  storeDocument(load, outcome, 'Открыт', [`number:${outcome.number}`])
}

function leavesOrder(error: unknown): boolean {
  return error instanceof LoadFailure && error.code === 'payment-guid'
}

function knownOrder(load: Load, order: string): StoredDocument | undefined {
  return storedByKey(load, `order:${order}`)
}

function isLeftAlone(load: Load, document: Element, known: StoredDocument): boolean {
  if (known.state !== DONE && load.base.managed.get(known.id)?.canceled !== true) return false
  skipMovedOn(load, document, known, DONE)
  return true
}

/** [organisation's prefix] + site's prefix + "-" + digits padded to 6; the column holds 11. */
function ownNumber(load: Load, order: string): string {
  const { organizationPrefix, sitePrefix } = load.base.settings
  return `${organizationPrefix}${sitePrefix}-${digitsOf(order).padStart(6, '0')}`.slice(0, 11)
}

function lineRules(load: Load, taxes: OrderTaxes): LineRules {
  return {
    dropsWithoutQuantity: true,
    leaks: false,
    rateFrom: 'taxed',
    serviceMark: 'ТипНоменклатуры',
    quantityDecimals: 3,
    zeroIsNoRate: false,
    spreadsDiscounts: true,
    fallback: text => (text === undefined && taxes.present ? defaultRate(load, taxes) : WITHOUT_VAT),
    keys: line => keysByRegister(line),
  }
}

function defaultRate(load: Load, taxes: OrderTaxes): VatRate {
  return taxes.rateText === undefined ? onNet(20) : (vatRate(load.base.client, taxes.rateText) ?? WITHOUT_VAT)
}

/**
 * The usual order of УНФ's search: `Ид` as a GUID of the base, ИНН (+КПП), telephone, e-mail, name. An order
 * without a counterparty is saved without a customer.
 */
function customerOfBuyerOrder(load: Load, order: string, document: Element): CustomerOutcome {
  const counterparty = optional(optional(document, 'Контрагенты'), 'Контрагент')
  if (counterparty === undefined) {
    load.found('customer-missing', 'silent', order)
    return missingCustomer(undefined, '', false)
  }
  const facts = readCounterparty(counterparty)
  const name = facts.name ?? facts.officialName ?? facts.fullName ?? facts.personName
  if (name === undefined) load.found('customer-without-name', 'silent', order)
  const keys = keysOf(facts, name)
  return findOrCreateCustomer(load, order, facts, {
    name: name ?? '',
    legal: facts.officialNamePresent,
    search: keys,
    register: keys,
    create: name !== undefined,
  }).outcome
}

function keysOf(facts: CounterpartyFacts, name: string | undefined): CustomerKey[] {
  const keys: CustomerKey[] = []
  if (facts.siteId?.length === 36) keys.push({ by: 'guid', value: facts.siteId.toLowerCase() })
  if (facts.inn !== undefined) keys.push({ by: 'inn', value: `${facts.inn}/${facts.kpp ?? ''}` })
  for (const contact of facts.contacts) {
    const type = contact.type.toLowerCase()
    if (/телефон|phone/.test(type)) keys.push({ by: 'phone', value: contact.value })
    if (/почта|mail/.test(type)) keys.push({ by: 'email', value: contact.value })
  }
  if (name !== undefined) keys.push({ by: 'name', value: name })
  return keys
}
