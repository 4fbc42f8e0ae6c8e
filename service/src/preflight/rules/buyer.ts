import { fullName } from '@obmen/contract'
import type { BuyerKey } from '../../orders/warnings/buyer-keys.js'
import { innWarning } from '../../places/companies/inn.js'
import { CLIENT_TRAITS } from '../../sale-feed/client-traits.js'
import { requisitesOf } from '../../sale-feed/document/map-counterparty.js'
import { ITEM_NAME_LENGTH } from '../client-limits.js'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type ComparedInput, type Rule, type RuleBesideOthers } from './rule.js'
import { shown } from './sums.js'

const BUYER_MAY_MERGE: RuleBesideOthers = {
  code: 'buyer-may-merge',
  severity: 'loses',
  clients: ALL,
  about:
    'Another buyer came with the same ИНН, phone, e-mail or name, by which 1C looks: it takes both for one.',
  source: MODULES.all,
  compare(input, report) {
    const kinds = keysTried(input)
    for (const kind of kinds) {
      const known = input.others.buyers.find(other => other.kind === kind)
      if (!known) continue
      report({
        path: `/customer/${kind}`,
        params: {
          kind,
          value: known.value,
          known: shown(known.name),
          name: shown(input.buyer.name),
        },
      })
      return
    }
  },
}

/** Whether 1C knows the buyer, and as whom. */
export const BUYER_RULES: readonly (Rule | RuleBesideOthers)[] = [
  {
    code: 'no-buyer-key',
    severity: 'loses',
    clients: ['rt'],
    about: 'Розница knows a buyer by ИНН or phone alone: without both the order stays without one.',
    source: MODULES.rt,
    silentOfPlain: true,
    check({ document }, report) {
      const [buyer] = document.counterparties
      const phone = buyer?.contacts?.some(({ type }) => type === 'phone-work') ?? false
      if (!buyer?.inn && !phone) report({ path: '/customer/phone' })
    },
  },
  BUYER_MAY_MERGE,
  {
    code: 'inn-of-wrong-kind',
    severity: 'loses',
    clients: ALL,
    about: 'An ИНН of 12 digits makes БП take an organization for a person; one of 10 is no person’s.',
    source: MODULES.bp,
    alike: true,
    silentOfPlain: true,
    check({ order: { customer } }, report) {
      const { kind, inn } = customer
      if (inn !== undefined && (inn.length === 10) !== (kind === 'organization'))
        report({ path: '/customer/inn', params: { inn, kind } })
    },
  },
  {
    code: 'inn-check-digits',
    severity: 'note',
    clients: ALL,
    about: 'The check digits of the ИНН are wrong: 1C marks it as invalid.',
    source: MODULES.all,
    alike: true,
    silentOfPlain: true,
    check({ order: { customer } }, report) {
      if (customer.inn !== undefined && innWarning(customer.inn) !== undefined)
        report({ path: '/customer/inn', params: { inn: customer.inn } })
    },
  },
  {
    code: 'inn-not-told',
    severity: 'loses',
    clients: ['ut'],
    about:
      'УТ makes an entrepreneur of every person with an ИНН, so the ИНН of a private person is not sent.',
    source: MODULES.ut,
    silentOfPlain: true,
    check({ order: { customer } }, report) {
      if (customer.kind === 'person' && customer.inn !== undefined)
        report({ path: '/customer/inn', params: { inn: customer.inn } })
    },
  },
  {
    code: 'organization-without-kpp',
    severity: 'note',
    clients: ['bp'],
    about: 'Without КПП БП finds no organization by its ИНН: it makes a new one for the first order.',
    source: MODULES.bp,
    silentOfPlain: true,
    check({ document }, report) {
      const [buyer] = document.counterparties
      if (buyer?.kind === 'organization' && buyer.inn?.length === 10 && !buyer.kpp)
        report({ path: '/customer/kpp' })
    },
  },
  {
    code: 'name-cut',
    severity: 'loses',
    clients: ALL,
    about: 'A name of an item or a buyer holds 100 characters.',
    source: MODULES.all,
    alike: true,
    silentOfPlain: true,
    check({ order }, report) {
      const name = fullName(order.customer)
      if (name.length > ITEM_NAME_LENGTH) report({ path: '/customer/name', params: cut(name) })
      for (const [index, line] of order.lines.entries())
        if (line.name.length > ITEM_NAME_LENGTH)
          report({ path: `/lines/${index}/name`, params: cut(line.name) })
    },
  },
]

/** What this 1C searches for the buyer by, in turn, if its own id finds none. */
function keysTried({ client, buyer }: ComparedInput): BuyerKey['kind'][] {
  const { inn, kpp } = requisitesOf(buyer, CLIENT_TRAITS[client])
  switch (client) {
    case 'bp': {
      if (!inn) return ['phone', 'email']
      return inn.length === 12 || kpp ? ['inn'] : []
    }
    case 'unf':
      return inn ? ['inn', 'phone', 'email', 'name'] : ['phone', 'email', 'name']
    case 'rt':
      return [inn ? 'inn' : 'phone']
    case 'ut':
    case 'bitrix':
      return [inn ? 'inn' : 'name']
  }
}

function cut(name: string): { name: string; length: number; limit: number } {
  return { name: shown(name), length: name.length, limit: ITEM_NAME_LENGTH }
}
