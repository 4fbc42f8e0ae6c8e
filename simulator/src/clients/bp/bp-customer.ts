import { type CustomerKey, findOrCreateCustomer } from '../../base/customers.js'
import type { Load } from '../../base/load.js'
import { type CounterpartyFacts, readCounterparty } from '../../reading/counterparty.js'
import { type Element, each, filled, optional, required, type Value } from '../../reading/element.js'
import type { CustomerOutcome } from '../../result.js'

const PHONES = ['ТелефонРабочий', 'ТелефонВнутренний', 'ТелефонМобильный', 'ТелефонДомашний'].map(type =>
  type.toUpperCase(),
)
const MAILS = ['Почта', 'ЭлектроннаяПочта'].map(type => type.toUpperCase())

/**
 * Searches by `Ид` first (an empty one is a key, too), then by ИНН (10 digits only with КПП), and only
 * without an ИНН by exact telephone or e-mail. Exceptions here stop the whole queue.
 */
export function customerOfInvoice(load: Load, order: string, document: Element): CustomerOutcome {
  const counterparty = required(required(document, 'Контрагенты'), 'Контрагент', 'Контрагенты')
  const one = Array.isArray(counterparty) ? (counterparty[0] as Value) : counterparty
  const facts = readCounterparty(one)
  readAccounts(one)
  const address = optional(one, 'Адрес')
  if (address !== undefined) required(address, 'Представление', 'Адрес')
  warn(load, order, facts)
  const siteKey = registerKey(facts)
  const search = [...siteKey.search, ...innKey(facts), ...contactKeys(one, facts)]
  return findOrCreateCustomer(load, order, facts, {
    name:
      facts.officialName ??
      facts.personName ??
      facts.fullName?.trim() ??
      facts.name ??
      'Розничный покупатель',
    legal: facts.officialNamePresent && facts.inn?.length !== 12,
    search,
    register: [...siteKey.register, ...innKey(facts), ...contactKeys(one, facts, true)],
  }).outcome
}

function warn(load: Load, order: string, facts: CounterpartyFacts): void {
  if (facts.siteId === undefined) load.found('customer-without-id', 'silent', order)
  else if (facts.siteId.length > 40)
    load.found('customer-id-long', 'silent', order, { length: facts.siteId.length })
}

/** The register holds 40 characters, but the search uses all: a longer `Ид` is never found again. */
function registerKey(facts: CounterpartyFacts): { search: CustomerKey[]; register: CustomerKey[] } {
  const id = facts.siteId ?? ''
  return {
    search: [{ by: 'site-id', value: id, weak: id === '' }],
    register: [{ by: 'site-id', value: id.slice(0, 40) }],
  }
}

function innKey(facts: CounterpartyFacts): CustomerKey[] {
  if (facts.inn?.length === 12) return [{ by: 'inn', value: facts.inn }]
  return facts.inn?.length === 10 && facts.kpp !== undefined
    ? [{ by: 'inn', value: `${facts.inn}/${facts.kpp}` }]
    : []
}

/** Only the last telephone and the last e-mail are searched for; a new customer gets all of them. */
function contactKeys(counterparty: Value, facts: CounterpartyFacts, all = false): CustomerKey[] {
  if (facts.inn !== undefined && !all) return []
  const of = (types: string[], extra: string) => {
    const texts = facts.contacts
      .filter(contact => types.includes(contact.type.toUpperCase()))
      .map(contact => contact.value)
    const own = filled(optional(optional(counterparty, extra), 'Представление'))?.trim()
    const known = own === undefined ? texts : [own, ...texts]
    return all ? known : known.slice(-1)
  }
  return [
    ...of(PHONES, 'Телефон').map(value => ({ by: 'phone' as const, value })),
    ...of(MAILS, 'email').map(value => ({ by: 'email' as const, value })),
  ]
}

function readAccounts(counterparty: Value): void {
  for (const account of each(optional(optional(counterparty, 'РасчетныеСчета'), 'РасчетныйСчет'))) {
    const number = required(account, 'НомерСчета', 'РасчетныйСчет')
    if (filled(number) !== undefined) required(account, 'Банк', 'РасчетныйСчет')
  }
}
