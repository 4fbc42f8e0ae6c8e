import { detached, type Load, LoadFailure, type OrderRules } from './base/load.js'
import type { Client } from './client.js'
import { bitrixRules } from './clients/bitrix.js'
import { bpRules } from './clients/bp/bp.js'
import { bareDocument, siteNumberOf } from './clients/make-document.js'
import { rtRules } from './clients/rt.js'
import { unfRules } from './clients/unf/unf.js'
import { utRules } from './clients/ut/ut.js'
import { textOf } from './findings.js'
import { type Element, MissingProperty } from './reading/element.js'
import { BrokenXml, type RootFacts, readDocuments } from './reading/read-documents.js'
import type { DocumentOutcome } from './result.js'

const TYPED_NAMESPACE = 'urn:1C.ru:commerceml_2'

export interface LoadEnd {
  /** The configuration's load returned true: it will send success. */
  loaded: boolean
  root: RootFacts
}

/**
 * Loads the documents of one answer as the configuration does. 1C reads the whole text before the first
 * document, so broken XML leaves the base as it was. `load` must be new.
 */
export function loadOrders(load: Load, text: string): LoadEnd {
  const root: RootFacts = { name: '', namespace: null, schemaVersion: null, containers: 0, documents: 0 }
  const run: Run = { load, rules: RULES[load.base.client](load), state: 'loading', lastFailed: undefined }
  const options = { insideContainers: load.base.client === 'bitrix' }
  try {
    for (const document of readDocuments(text, root, options)) takeDocument(run, document, root)
    if (run.state === 'loading') finish(run)
  } catch (error) {
    load.tx.rollBack()
    if (!(error instanceof BrokenXml)) throw error
    load.documents.length = 0
    load.payments.length = 0
    const { message, line, column } = error
    load.findings.add('xml-broken', 'batch', null, { line, column, message })
    return { loaded: false, root }
  }
  return { loaded: run.state === 'loading', root }
}

interface Run {
  load: Load
  rules: OrderRules
  /** `stopped`: what was made stays, nothing more is loaded. `dead`: everything was rolled back. */
  state: 'loading' | 'stopped' | 'dead'
  /** УНФ: the failure of the last document, which decides. */
  lastFailed: { order: string; failure: LoadFailure } | undefined
}

function takeDocument(run: Run, document: Element, root: RootFacts): void {
  const failure = run.state === 'dead' ? undefined : inspect(run, document)
  if (failure !== undefined) fail(run, document, failure)
  else if (run.state !== 'loading') skipDocument(run, document)
  else if (root.namespace === TYPED_NAMESPACE) takeTyped(run, document)
  else loadOne(run, document)
}

function skipDocument({ load }: Run, document: Element): void {
  load.documents.push(outcomeOf(load, document, 'not-reached', textOf('not-reached')))
}

/** Number and date are read from all documents before the first is saved: without them nothing is. */
function inspect(run: Run, document: Element): LoadFailure | undefined {
  try {
    run.rules.inspect(document)
    return undefined
  } catch (error) {
    return asFailure(error, 'batch')
  }
}

function loadOne(run: Run, document: Element): void {
  const { load, lastFailed } = run
  if (lastFailed !== undefined) {
    load.findings.add(lastFailed.failure.code, 'silent', lastFailed.order, lastFailed.failure.values)
    load.findings.add('failure-confirmed', 'silent', lastFailed.order)
    run.lastFailed = undefined
  }
  const before = load.documents.length
  try {
    refuse(run, document)
    run.rules.load(document)
  } catch (error) {
    fail(run, document, asFailure(error, run.rules.exceptionScope), load.documents.length > before)
  }
}

function refuse({ load, rules }: Run, document: Element): void {
  const number = siteNumberOf(document)
  if (load.base.settings.refuses.includes(number))
    throw new LoadFailure(rules.exceptionScope, 'document-locked', { number })
}

/** `made`: the document itself is in the base, what failed came later (a payment in БП). */
function fail(run: Run, document: Element, failure: LoadFailure, made = false): void {
  const { load } = run
  const order = siteNumberOf(document)
  if (failure.scope === 'document') run.lastFailed = { order, failure }
  else load.findings.add(failure.code, failure.scope, order, failure.values)
  if (failure.scope === 'batch') takeBack(load)
  if (failure.scope !== 'document') run.state = failure.scope === 'batch' ? 'dead' : 'stopped'
  if (!made) load.documents.push(outcomeOf(load, document, 'refused', textOf(failure.code, failure.values)))
}

function takeBack(load: Load): void {
  load.tx.rollBack()
  const reason = textOf('rolled-back')
  for (const [index, outcome] of load.documents.entries()) {
    if (!['created', 'updated', 'canceled'].includes(outcome.action)) continue
    load.documents[index] = { ...outcome, action: 'rolled-back', posted: false, reason }
  }
  for (const [index, payment] of load.payments.entries()) {
    if (payment.action !== 'not-created') load.payments[index] = { ...payment, action: 'rolled-back', reason }
  }
}

function finish(run: Run): void {
  if (run.lastFailed === undefined) {
    run.rules.finish?.()
    return
  }
  const { order, failure } = run.lastFailed
  run.load.findings.add(failure.code, 'queue', order, failure.values)
  run.load.findings.add('last-document-failed', 'queue', order)
  run.state = 'stopped'
}

function asFailure(error: unknown, scope: LoadFailure['scope']): LoadFailure {
  if (error instanceof LoadFailure) return error
  if (!(error instanceof MissingProperty)) throw error
  return new LoadFailure(scope, codeOf(error.owner), { owner: error.owner, name: error.property })
}

function codeOf(owner: string): 'missing-element' | 'missing-part' | 'payment-incomplete' {
  if (owner === 'ПодчиненныйДокумент') return 'payment-incomplete'
  return ['ЗначениеРеквизита', 'Контакт', 'СтавкаНалога', 'Адрес', 'РасчетныйСчет'].includes(owner)
    ? 'missing-part'
    : 'missing-element'
}

function outcomeOf(
  load: Load,
  document: Element,
  action: DocumentOutcome['action'],
  reason: string,
): DocumentOutcome {
  return detached({ ...bareDocument(load, document), action, reason })
}

/**
 * With the namespace of the built-in schema the factory reads strictly. УТ, Розница and УНФ refuse the file
 * for the slightest deviation; БП gets dates it can't read and silently skips every order.
 */
function takeTyped(run: Run, document: Element): void {
  const { load } = run
  if (load.base.client === 'bp') {
    load.findings.addOnce('namespace-dates', 'silent', '')
    load.documents.push(outcomeOf(load, document, 'skipped', textOf('namespace-dates')))
    return
  }
  run.state = 'dead'
  load.findings.addOnce('namespace', 'batch', '')
  load.documents.push(outcomeOf(load, document, 'refused', textOf('namespace')))
}

const RULES: Record<Client, (load: Load) => OrderRules> = {
  bp: bpRules,
  unf: unfRules,
  ut: utRules,
  rt: rtRules,
  bitrix: bitrixRules,
}
