import type { CounterpartyFacts } from '../reading/counterparty.js'
import type { CustomerOutcome } from '../result.js'
import type { Customer } from './base.js'
import { detached, type Load } from './load.js'

/** One way of finding a customer, in the order in which the configuration tries them. */
export interface CustomerKey {
  by: 'site-id' | 'inn' | 'name' | 'phone' | 'email' | 'guid'
  value: string
  /** An empty value that the configuration searches for all the same, and so finds an unrelated customer. */
  weak?: boolean
}

export interface CustomerMatch {
  id: number | null
  outcome: CustomerOutcome
}

/** Finds the customer by `search` in turn, or creates one under `register`, unless `create` is false. */
export function findOrCreateCustomer(
  load: Load,
  order: string,
  facts: CounterpartyFacts,
  plan: { name: string; legal: boolean; search: CustomerKey[]; register: CustomerKey[]; create?: boolean },
): CustomerMatch {
  for (const key of plan.search) {
    const customer = customerByKey(load, key)
    if (customer === undefined) continue
    warnOfStranger(load, customer, { order, facts, name: plan.name, key })
    registerKeys(load, customer.id, plan.register)
    return { id: customer.id, outcome: outcomeOf(customer, facts, 'found', key.by) }
  }
  if (plan.create === false) return { id: null, outcome: missingCustomer(facts, plan.name, plan.legal) }
  const customer = addCustomer(load, facts, plan.name, plan.legal)
  registerKeys(load, customer.id, plan.register)
  return { id: customer.id, outcome: outcomeOf(customer, facts, 'created', null) }
}

export function missingCustomer(
  facts: CounterpartyFacts | undefined,
  name: string,
  legal: boolean,
): CustomerOutcome {
  return {
    action: 'missing',
    by: null,
    name,
    siteId: facts?.siteId ?? null,
    inn: facts?.inn ?? null,
    kpp: facts?.kpp ?? null,
    legal,
  }
}

function addCustomer(load: Load, facts: CounterpartyFacts, name: string, legal: boolean): Customer {
  const customer = detached({
    id: load.tx.nextId(),
    name: name.slice(0, 100),
    legal,
    inn: facts.inn ?? '',
    kpp: facts.kpp ?? '',
    siteId: facts.siteId ?? null,
    siteName: name,
  })
  load.tx.set(load.base.customers, customer.id, customer)
  return customer
}

function registerKeys(load: Load, id: number, keys: CustomerKey[]): void {
  for (const key of keys) {
    const indexed = detached(`customer:${key.by}:${key.value}`)
    if (!load.base.index.has(indexed)) load.tx.set(load.base.index, indexed, id)
  }
}

function customerByKey(load: Load, key: CustomerKey): Customer | undefined {
  const id = load.base.index.get(`customer:${key.by}:${key.value}`)
  return id === undefined ? undefined : load.base.customers.get(id)
}

interface Match {
  order: string
  facts: CounterpartyFacts
  name: string
  key: CustomerKey
}

function warnOfStranger(load: Load, customer: Customer, { order, facts, name, key }: Match): void {
  const values = { name, other: customer.siteName }
  const sameName = customer.siteName === name
  if (key.weak === true && !sameName) {
    load.found('customers-merged', 'silent', order, values)
    return
  }
  const otherId = facts.siteId !== undefined && customer.siteId !== null && customer.siteId !== facts.siteId
  if (!otherId || key.by === 'site-id' || key.by === 'inn' || key.by === 'guid') return
  load.found('customers-alike', 'warning', order, { ...values, by: BY_TEXTS[key.by] ?? key.by })
}

function outcomeOf(
  customer: Customer,
  facts: CounterpartyFacts,
  action: 'found' | 'created',
  by: string | null,
): CustomerOutcome {
  return {
    action,
    by,
    name: customer.name,
    siteId: facts.siteId ?? null,
    inn: customer.inn === '' ? null : customer.inn,
    kpp: customer.kpp === '' ? null : customer.kpp,
    legal: customer.legal,
  }
}

const BY_TEXTS: Readonly<Record<string, string>> = {
  phone: 'по телефону',
  email: 'по почте',
  name: 'по названию',
  document: 'по прежнему документу',
}
