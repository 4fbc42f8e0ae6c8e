import { type CustomerKey, findOrCreateCustomer, missingCustomer } from '../../base/customers.js'
import type { Load } from '../../base/load.js'
import { type CounterpartyFacts, readCounterparty } from '../../reading/counterparty.js'
import { type Element, optional } from '../../reading/element.js'
import type { CustomerOutcome } from '../../result.js'

/**
 * The usual order of УНФ's search: `Ид` as a GUID of the base, ИНН (+КПП), telephone, e-mail, name. An order
 * without a counterparty is saved without a customer.
 */
export function customerOfBuyerOrder(load: Load, order: string, document: Element): CustomerOutcome {
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
    create: load.base.settings.createCustomers && name !== undefined,
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
