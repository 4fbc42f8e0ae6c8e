import { isCanceled } from '@obmen/contract'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type Rule } from './rule.js'

/** What an order causes in 1C, good or not. */
export const OUTLOOK_RULES: readonly Rule[] = [
  {
    code: 'foreign-currency',
    severity: 'loses',
    clients: ALL,
    about: 'The currency is looked for by name; not found, the document is in roubles of the same amount.',
    source: MODULES.all,
    alike: true,
    silentOfPlain: true,
    check({ order }, report) {
      if (order.currency !== 'RUB' && !isCanceled(order))
        report({ path: '/currency', params: { currency: order.currency, total: order.total } })
    },
  },
  {
    code: 'makes-document',
    severity: 'note',
    clients: ALL,
    about: 'A document is made, or brought up to date.',
    source: MODULES.all,
    outlook: true,
    check({ order, document, history }, report) {
      if (!isCanceled(order))
        report({
          path: '',
          params: {
            ...{ number: document.number, total: order.total, currency: order.currency },
            known: history.sent ? 'yes' : 'no',
          },
        })
    },
  },
  {
    code: 'cancels-document',
    severity: 'note',
    clients: ALL,
    about: 'A canceled order cancels the document that is there; БП makes none of one that it does not know.',
    source: MODULES.all,
    outlook: true,
    check({ order, document, history }, report) {
      if (isCanceled(order))
        report({ path: '/canceled', params: { number: document.number, known: history.sent ? 'yes' : 'no' } })
    },
  },
]
