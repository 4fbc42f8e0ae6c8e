import { fullName } from '@obmen/contract'
import { innWarning } from '../../places/inn.js'
import { requisitesOf } from '../../sale-feed/document/map-counterparty.js'
import { type ComparingRule, ITEM_NAME_LENGTH, MODULES, type Rule } from './rule.js'
import { shorten } from './sums.js'

const BUYER_MAY_MERGE: ComparingRule = {
  code: 'buyer-may-merge',
  severity: 'loses',
  appliesTo: 'all',
  about:
    'Another buyer has the same ИНН, phone, e-mail or name, by which 1C looks buyers up: it takes both ' +
    'for one.',
  source: MODULES.all,
  compare(input, report) {
    const kinds = input.profile.buyerKeys(requisitesOf(input.buyer, input.profile))
    for (const kind of kinds) {
      const known = input.others.buyers.find(other => other.kind === kind)
      if (!known) continue
      report({
        path: `/customer/${kind}`,
        params: {
          kind,
          value: known.value,
          known: shorten(known.name),
          name: shorten(input.buyer.name),
        },
      })
      return
    }
  },
}

/** Whether 1C knows the buyer, and as whom. */
export const BUYER_RULES: readonly (Rule | ComparingRule)[] = [
  {
    code: 'no-buyer-key',
    severity: 'loses',
    appliesTo: 'named',
    about: 'Розница looks a buyer up only by ИНН or phone: without either, the order has no buyer.',
    source: MODULES.rt,
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
    appliesTo: 'named',
    about:
      'БП takes an organization with an ИНН of 12 digits for a person; a person can’t have one of 10 digits.',
    source: MODULES.bp,
    check({ order: { customer } }, report) {
      const { kind, inn } = customer
      if (inn !== undefined && (inn.length === 10) !== (kind === 'organization'))
        report({ path: '/customer/inn', params: { inn, kind } })
    },
  },
  {
    code: 'inn-check-digits',
    severity: 'note',
    appliesTo: 'all',
    about: 'The check digits of the ИНН are wrong: 1C marks it as invalid.',
    source: MODULES.all,
    check({ order: { customer } }, report) {
      if (customer.inn !== undefined && innWarning(customer.inn) !== undefined)
        report({ path: '/customer/inn', params: { inn: customer.inn } })
    },
  },
  {
    code: 'inn-not-told',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'УТ takes every person with an ИНН for an entrepreneur, so the ИНН of a private person is not sent.',
    source: MODULES.ut,
    check({ order: { customer } }, report) {
      if (customer.kind === 'person' && customer.inn !== undefined)
        report({ path: '/customer/inn', params: { inn: customer.inn } })
    },
  },
  {
    code: 'organization-without-kpp',
    severity: 'note',
    appliesTo: 'named',
    about:
      'Without a КПП, БП can’t find an organization by its ИНН, and УТ and Розница find only one without a ' +
      'КПП: they create a new one for the first order.',
    source: MODULES.all,
    check({ document }, report) {
      const [buyer] = document.counterparties
      if (buyer?.kind === 'organization' && buyer.inn?.length === 10 && !buyer.kpp)
        report({ path: '/customer/kpp' })
    },
  },
  {
    code: 'name-cut',
    severity: 'loses',
    appliesTo: 'all',
    about: 'A name of an item or a buyer holds 100 characters.',
    source: MODULES.all,
    check({ order }, report) {
      const name = fullName(order.customer)
      if (name.length > ITEM_NAME_LENGTH) report({ path: '/customer/name', params: cut(name) })
      for (const [index, line] of order.lines.entries())
        if (line.name.length > ITEM_NAME_LENGTH)
          report({ path: `/lines/${index}/name`, params: cut(line.name) })
    },
  },
]

function cut(name: string): { name: string; length: number; limit: number } {
  return { name: shorten(name), length: name.length, limit: ITEM_NAME_LENGTH }
}
