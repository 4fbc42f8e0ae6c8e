import { isCanceled, type Order, type TaxRegime } from '@obmen/contract'
import type { PreflightInput } from '../preflight-input.js'
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
      const ofDocument = profile.zeroIsNoRate ? (document.taxes?.[0]?.rate ?? '') : ''
      const instead = profile.vatRates.has(ofDocument) ? ofDocument : ''
      for (const [rate, path] of ratesOf(order))
        if (rate !== 'none' && !profile.vatRates.has(rate)) report({ path, params: { rate, instead } })
    },
  },
  {
    code: 'vat-rate-of-another-time',
    severity: 'note',
    appliesTo: 'all',
    about:
      'On the day of the order its VAT rate was not in force yet (5 and 7 % since 2025, 22 % since 2026), ' +
      'or no longer: 20 % until the end of 2025, unless something was prepaid by then.',
    source: 'НК РФ, ст. 164, 425-ФЗ of 2025',
    check(input, report) {
      const { order, document } = input
      if (isCanceled(order)) return
      for (const [rate, path] of ratesOf(order)) {
        const [percent = ''] = rate.split('/')
        const { since, until } = IN_FORCE[percent] ?? {}
        if (since !== undefined && document.date < since)
          report({ path, params: { rate, date: document.date, since } })
        else if (until !== undefined && document.date >= until && !wasPaidBefore(input, until))
          report({ path, params: { rate, date: document.date, until } })
      }
    },
  },
  {
    code: 'vat-regime-differs',
    severity: 'note',
    appliesTo: 'all',
    about:
      'The order has a VAT rate that the tax regime of its company on that day does not have; 0 % is left ' +
      'alone, and 20 % to the finding before.',
    source: 'НК РФ, ст. 145, 164',
    check({ order, document: { date }, regimes }, report) {
      const regime = regimes.findLast(({ from }) => from <= date)
      if (!regime || isCanceled(order)) return
      const { from, vat } = regime
      for (const [rate, path] of ratesOf(order)) {
        if (ADMITTED[vat].includes(rate.split('/')[0]!)) continue
        const lines = order.lines.flatMap((line, index) => (line.vat === rate ? [index + 1] : []))
        const named = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ', …' : '')
        const delivery = order.delivery?.vat === rate ? 'yes' : 'no'
        report({ path, params: { rate, vat, from, date, lines: named, delivery } })
      }
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

const MOST_LINES = 10

/** The percentages at which a company of a regime sells. */
const ADMITTED: Readonly<Record<TaxRegime['vat'], readonly string[]>> = {
  22: ['22', '20', '10', '0'],
  5: ['5', '0'],
  7: ['7', '0'],
  none: ['none', '0'],
}

/** From which day on, and before which one, a rate applies to what is sold. */
const IN_FORCE: Readonly<Record<string, { since?: string; until?: string }>> = {
  5: { since: '2025-01-01' },
  7: { since: '2025-01-01' },
  20: { until: '2026-01-01' },
  22: { since: '2026-01-01' },
}

/** Each rate of an order, with the path of the first place that has it. */
export function ratesOf({ lines, delivery }: Order): Map<string, string> {
  const rates = new Map<string, string>()
  for (const [index, { vat }] of lines.entries()) if (!rates.has(vat)) rates.set(vat, `/lines/${index}/vat`)
  if (delivery && !rates.has(delivery.vat)) rates.set(delivery.vat, '/delivery/vat')
  return rates
}

/** Whether any of its payments came before that day, given back later or not. */
function wasPaidBefore({ order, dayOf }: PreflightInput, day: string): boolean {
  return order.payments.some(
    ({ status, paidAt }) =>
      (status === 'paid' || status === 'refunded') && paidAt !== undefined && dayOf(paidAt) < day,
  )
}
