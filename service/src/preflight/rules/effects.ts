import { isCanceled } from '@obmen/contract'
import { MODULES, type Rule, unlessConfirmed } from './rule.js'

const CURRENCIES_OF_BP: ReadonlySet<string> = new Set(['USD', 'EUR'])

/** What an order causes in 1C, even if nothing is wrong with it. */
export const EFFECT_RULES: readonly Rule[] = [
  {
    code: 'foreign-currency',
    severity: ['loses', 'blocks'],
    appliesTo: 'all',
    about:
      'The currency is looked up by name; if it is not found, the document has the same amount in roubles. ' +
      '`blocks` a first load by БП, unless it is USD or EUR, which its catalogue has from the start.',
    source: MODULES.all,
    check({ order: { currency, total, ...order }, profile, history }, report) {
      if (currency === 'RUB' || isCanceled(order)) return
      const blocks = profile.id === 'bp' && !history.sent && !CURRENCIES_OF_BP.has(currency)
      report({
        path: '/currency',
        severity: blocks ? 'blocks' : 'loses',
        params: {
          currency,
          total,
          ...(blocks && { blocks: 'yes' }),
          ...(currency === 'RUR' && !history.sent && { send: 'RUB' }),
        },
      })
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
            known: history.arrived ? 'yes' : history.sent ? 'maybe' : 'no',
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
      if (!isCanceled(order)) return
      const known = history.sent ? 'yes' : 'no'
      const unsure = unlessConfirmed(history.sent && !history.arrived)
      report({ path: '/canceled', params: { number: document.number, known, ...unsure } })
    },
  },
]
