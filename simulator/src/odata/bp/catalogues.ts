import type { Customer, OneC } from '../../base/base.js'
import type { CustomerOutcome, LineOutcome } from '../../result.js'
import { catalogueSet, dataVersion, type EntitySet, guidOf, NO_REFERENCE, type Row } from '../sets.js'

export const ROUBLE = guidOf('currency', 'RUB')

/** By its place in the settings; the exchange fills the first. */
export const organizationOf = ({ settings }: OneC, index: number): string =>
  guidOf('organization', index, settings.organizations[index]?.inn ?? null)
/** A name of a requisite that was sent. */
export const propertyOf = (name: string): string => guidOf('property', name)
export const methodOf = (name: string | null): string =>
  name === null ? NO_REFERENCE : guidOf('method', name)
export const itemOf = ({ name }: LineOutcome): string => guidOf('item', name.slice(0, 100))

/** What an invoice says of its customer names it by the site's id, or else by name and ИНН. */
export function counterpartyOf(base: OneC, customer: CustomerOutcome | null): string {
  if (customer === null || customer.action === 'missing') return NO_REFERENCE
  const known = byFacts(base)
  const found =
    known.get(factsOf(customer.siteId, customer.name, customer.inn)) ??
    known.get(factsOf(null, customer.name, customer.inn))
  return found === undefined ? NO_REFERENCE : counterpartyGuid(found)
}

const factsOf = (siteId: string | null, name: string, inn: string | null): string =>
  JSON.stringify([siteId, name, inn || null])

/** For the base as it is during one call; customers are only ever added. */
const known = new WeakMap<OneC, { size: number; facts: Map<string, Customer> }>()
function byFacts(base: OneC): Map<string, Customer> {
  const cached = known.get(base)
  if (cached?.size === base.customers.size) return cached.facts
  const facts = new Map<string, Customer>()
  for (const customer of base.customers.values()) {
    const { siteId, name, inn } = customer
    facts.set(factsOf(siteId, name, inn), customer)
    if (!facts.has(factsOf(null, name, inn))) facts.set(factsOf(null, name, inn), customer)
  }
  known.set(base, { size: base.customers.size, facts })
  return facts
}

const counterpartyGuid = ({ id, siteId }: Customer): string => guidOf('counterparty', id, siteId)

export function catalogueSets(): EntitySet[] {
  return [
    catalogueSet(
      'Catalog_Организации',
      {
        ИНН: 'text',
        КПП: 'text',
        Префикс: 'text',
        НаименованиеПолное: 'text',
        ЮридическоеФизическоеЛицо: 'text',
      },
      base =>
        base.settings.organizations.map(({ name, inn, kpp = '' }, index) => ({
          ...objectRow(organizationOf(base, index), index + 1, name),
          ИНН: inn,
          КПП: kpp,
          Префикс: index === 0 ? base.settings.organizationPrefix : '',
          НаименованиеПолное: name,
          ЮридическоеФизическоеЛицо: inn.length === 12 ? 'ФизическоеЛицо' : 'ЮридическоеЛицо',
        })),
    ),
    catalogueSet(
      'Catalog_Контрагенты',
      { ИНН: 'text', КПП: 'text', НаименованиеПолное: 'text', ЮридическоеФизическоеЛицо: 'text' },
      base =>
        [...base.customers.values()].map(customer => ({
          ...objectRow(counterpartyGuid(customer), customer.id, customer.name),
          ИНН: customer.inn,
          КПП: customer.kpp,
          НаименованиеПолное: customer.name,
          ЮридическоеФизическоеЛицо: customer.legal ? 'ЮридическоеЛицо' : 'ФизическоеЛицо',
        })),
    ),
    catalogueSet('Catalog_ВидыОплатОрганизаций', { ТипОплаты: 'text', Организация_Key: 'guid' }, base =>
      methodsIn(base).map((name, index) => ({
        ...objectRow(methodOf(name), index + 1, name),
        ТипОплаты: 'ПлатежнаяКарта',
        Организация_Key: organizationOf(base, 0),
      })),
    ),
    catalogueSet('ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения', { Заголовок: 'text' }, base =>
      requisitesIn(base).map((name, index) => ({
        ...objectRow(propertyOf(name), index + 1, name),
        Заголовок: name,
      })),
    ),
  ]
}

function objectRow(guid: string, code: number, name: string): Row {
  return {
    Ref_Key: guid,
    DataVersion: dataVersion(guid, name),
    Code: String(code).padStart(9, '0'),
    Description: name,
  }
}

const methodsIn = (base: OneC): string[] => [
  ...new Set([...base.payments.values()].flatMap(({ outcome }) => outcome.method ?? [])),
]
const requisitesIn = (base: OneC): string[] =>
  base.settings.additionalInfo
    ? [...new Set([...base.documents.values()].flatMap(({ outcome }) => Object.keys(outcome.requisites)))]
    : []
