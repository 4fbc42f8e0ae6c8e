import { fullName } from '@obmen/contract'
import { innWarning } from '../../places/companies/inn.js'
import { ITEM_NAME_LENGTH } from '../client-limits.js'
import type { BuyerKey, PreflightInput } from '../preflight-input.js'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type Rule } from './rule.js'
import { shown } from './sums.js'

/** Whether 1C knows the buyer, and as whom. */
export const BUYER_RULES: readonly Rule[] = [
  {
    code: 'no-buyer-key',
    severity: 'loses',
    clients: ['rt'],
    about: 'Розница knows a buyer by ИНН or phone alone: without both the order stays without one.',
    source: MODULES.rt,
    *check({ document }) {
      const [buyer] = document.counterparties
      const phone = buyer?.contacts?.some(({ type }) => type === 'phone-work') ?? false
      if (!buyer?.inn && !phone) yield { path: '/customer/phone' }
    },
  },
  {
    code: 'buyer-may-merge',
    severity: 'loses',
    clients: ALL,
    about:
      'Another buyer came with the same ИНН, phone, e-mail or name, by which 1C looks: it takes both for one.',
    source: MODULES.all,
    *check(input) {
      const kinds = keysTried(input)
      for (const kind of kinds) {
        const known = input.others.buyers.find(other => other.kind === kind)
        if (!known) continue
        yield {
          path: `/customer/${kind}`,
          params: {
            kind,
            value: known.value,
            known: shown(known.name),
            name: shown(fullName(input.order.customer)),
          },
        }
        return
      }
    },
  },
  {
    code: 'inn-of-wrong-kind',
    severity: 'loses',
    clients: ALL,
    about: 'An ИНН of 12 digits makes БП take an organization for a person; one of 10 is no person’s.',
    source: MODULES.bp,
    *check({ order: { customer } }) {
      const { kind, inn } = customer
      if (inn !== undefined && (inn.length === 10) !== (kind === 'organization'))
        yield { path: '/customer/inn', params: { inn, kind } }
    },
  },
  {
    code: 'inn-check-digits',
    severity: 'note',
    clients: ALL,
    about: 'The check digits of the ИНН are wrong: 1C marks it as invalid.',
    source: MODULES.all,
    *check({ order: { customer } }) {
      if (customer.inn !== undefined && innWarning(customer.inn) !== undefined)
        yield { path: '/customer/inn', params: { inn: customer.inn } }
    },
  },
  {
    code: 'inn-not-told',
    severity: 'loses',
    clients: ['ut'],
    about: 'УТ makes an entrepreneur of every person with an ИНН, so it is not told that of a private one.',
    source: MODULES.ut,
    *check({ order: { customer } }) {
      if (customer.kind === 'person' && customer.inn !== undefined)
        yield { path: '/customer/inn', params: { inn: customer.inn } }
    },
  },
  {
    code: 'organization-without-kpp',
    severity: 'note',
    clients: ['bp'],
    about: 'Without КПП БП finds no organization by its ИНН: it makes a new one for the first order.',
    source: MODULES.bp,
    *check({ document }) {
      const [buyer] = document.counterparties
      if (buyer?.kind === 'organization' && buyer.inn?.length === 10 && !buyer.kpp)
        yield { path: '/customer/kpp' }
    },
  },
  {
    code: 'name-cut',
    severity: 'loses',
    clients: ALL,
    about: 'A name of an item or a buyer holds 100 characters.',
    source: MODULES.all,
    *check({ order }) {
      const name = fullName(order.customer)
      if (name.length > ITEM_NAME_LENGTH) yield { path: '/customer/name', params: cut(name) }
      for (const [index, line] of order.lines.entries())
        if (line.name.length > ITEM_NAME_LENGTH)
          yield { path: `/lines/${index}/name`, params: cut(line.name) }
    },
  },
]

/** By what this 1C looks for the buyer, in turn, where its own id finds none. */
function keysTried({ client, document }: PreflightInput): BuyerKey[] {
  const [buyer] = document.counterparties
  const inn: BuyerKey[] = buyer?.inn ? ['inn'] : []
  switch (client) {
    case 'bp': {
      if (!buyer?.inn) return ['phone', 'email']
      return buyer.inn.length === 12 || buyer.kpp ? ['inn'] : []
    }
    case 'unf':
      return [...inn, 'phone', 'email', 'name']
    case 'rt':
      return buyer?.inn ? ['inn'] : ['phone']
    case 'ut':
    case 'bitrix':
      return buyer?.inn ? ['inn'] : ['name']
  }
}

function cut(name: string): { name: string; length: number; limit: number } {
  return { name: shown(name), length: name.length, limit: ITEM_NAME_LENGTH }
}
