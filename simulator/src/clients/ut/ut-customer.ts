import { type CustomerKey, findOrCreateCustomer, missingCustomer } from '../../base/customers.js'
import type { Load } from '../../base/load.js'
import { type CounterpartyFacts, readCounterparty } from '../../reading/counterparty.js'
import { type Element, required } from '../../reading/element.js'
import type { CustomerOutcome } from '../../result.js'

/**
 * A legal entity if `ОфициальноеНаименование` is present, even empty. Searched by ИНН (+КПП) if that element
 * is present, even empty; else by exact name. `Ид` is not used.
 */
export function customerOfClientOrder(load: Load, order: string, document: Element): CustomerOutcome {
  const facts = readCounterparty(required(required(document, 'Контрагенты'), 'Контрагент', 'Контрагенты'))
  const legal = facts.officialNamePresent
  if (legal && facts.officialName === undefined) load.found('official-name-empty', 'silent', order)
  if (facts.innPresent && facts.inn === undefined) load.found('inn-empty', 'silent', order)
  if (facts.name === undefined) {
    load.found('customer-without-name', 'silent', order)
    return missingCustomer(facts, '', legal)
  }
  return findOrCreateCustomer(load, order, facts, {
    name: facts.name,
    legal,
    search: [facts.innPresent ? innKey(facts, legal) : nameKey(facts.name, legal)],
    register: [innKey(facts, legal), nameKey(facts.name.slice(0, 100), legal)],
  }).outcome
}

/** Розница: ИНН (+КПП), else «Телефон рабочий»; with neither the customer is not identified. */
export function customerOfRetailOrder(load: Load, order: string, document: Element): CustomerOutcome {
  const facts = readCounterparty(required(required(document, 'Контрагенты'), 'Контрагент', 'Контрагенты'))
  const legal = facts.officialNamePresent
  const phone = facts.contacts.find(contact => contact.type.toLowerCase() === 'телефонрабочий')?.value
  const phoneKey: CustomerKey[] = phone === undefined ? [] : [{ by: 'phone', value: phone }]
  const search = facts.inn === undefined ? phoneKey : [innKey(facts, legal)]
  if (search.length === 0) {
    load.found('customer-not-identified', 'silent', order)
    return missingCustomer(facts, facts.name ?? '', legal)
  }
  const keys = facts.inn === undefined ? phoneKey : [innKey(facts, legal), ...phoneKey]
  return findOrCreateCustomer(load, order, facts, {
    name: facts.name ?? facts.fullName ?? '',
    legal,
    search,
    register: keys,
  }).outcome
}

function innKey(facts: CounterpartyFacts, legal: boolean): CustomerKey {
  const inn = facts.inn ?? ''
  const value = legal ? `legal:${inn}/${facts.kpp ?? ''}` : `person:${inn}`
  return { by: 'inn', value, weak: inn === '' }
}

function nameKey(name: string, legal: boolean): CustomerKey {
  return { by: 'name', value: `${legal ? 'legal' : 'person'}:${name}` }
}
