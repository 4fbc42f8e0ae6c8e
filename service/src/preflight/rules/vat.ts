import { isCanceled } from '@obmen/contract'
import { MODULES, type Rule } from './rule.js'

/** Whether 1C gets the intended VAT. */
export const VAT_RULES: readonly Rule[] = [
  {
    code: 'unknown-vat',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'The releases that were examined do not know the rate and replace it by «Без НДС» or the rate of ' +
      'the document.',
    source: MODULES.all,
    check({ order, document, profile }, report) {
      if (isCanceled(order)) return
      const instead = profile.zeroIsNoRate ? (document.taxes?.[0]?.rate ?? '') : ''
      const reported = new Set<string>()
      for (const [index, { vat }] of order.lines.entries()) {
        if (vat === 'none' || profile.vatRates.has(vat) || reported.has(vat)) continue
        reported.add(vat)
        report({ path: `/lines/${index}/vat`, params: { rate: vat, instead } })
      }
      const vat = order.delivery?.vat
      if (vat !== undefined && vat !== 'none' && !profile.vatRates.has(vat) && !reported.has(vat))
        report({ path: '/delivery/vat', params: { rate: vat, instead } })
    },
  },
  {
    code: 'zero-rate-lost',
    severity: 'loses',
    appliesTo: 'named',
    about: 'A rate of 0 counts as missing: next to «Без НДС» or an unknown rate, lines get a wrong rate.',
    source: MODULES.ut,
    check({ order, document }, report) {
      const rates = [...order.lines, ...(order.delivery ? [order.delivery] : [])].map(({ vat }) => vat)
      if (isCanceled(order) || !rates.includes('0')) return
      const instead = document.taxes?.[0]?.rate
      if (instead === '0' && !rates.includes('none')) return
      const index = order.lines.findIndex(({ vat }) => vat === '0')
      report({ path: index < 0 ? '/delivery/vat' : `/lines/${index}/vat`, params: { rates: rates.length } })
    },
  },
]
