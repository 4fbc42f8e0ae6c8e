import { isCanceled } from '@obmen/contract'
import { MODULES, type Rule } from './rule.js'

/** What an order causes in 1C, even if nothing is wrong with it. */
export const EFFECT_RULES: readonly Rule[] = [
  {
    code: 'foreign-currency',
    severity: 'loses',
    appliesTo: 'all',
    about:
      'The currency is looked up by name; if it is not found, the document has the same amount in roubles.',
    source: MODULES.all,
    check({ order }, report) {
      if (order.currency !== 'RUB' && !isCanceled(order))
        report({ path: '/currency', params: { currency: order.currency, total: order.total } })
    },
  },
  {
    code: 'makes-document',
    severity: 'note',
    appliesTo: 'all',
    about: 'A document is created or updated.',
    source: MODULES.all,
    expectedEffect: true,
    check({ order, document, history }, report) {
      if (!isCanceled(order))
        report({
          path: '',
          params: {
            number: document.number,
            total: order.total,
            currency: order.currency,
            known: history.sent ? 'yes' : 'no',
          },
        })
    },
  },
  {
    code: 'cancels-document',
    severity: 'note',
    appliesTo: 'all',
    about: 'A canceled order cancels its document; if there is none, БП does not create one.',
    source: MODULES.all,
    expectedEffect: true,
    check({ order, document, history }, report) {
      if (isCanceled(order))
        report({ path: '/canceled', params: { number: document.number, known: history.sent ? 'yes' : 'no' } })
    },
  },
]
