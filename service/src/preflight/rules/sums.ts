import type { DocumentLine } from '@obmen/codec'
import { isCanceled } from '@obmen/contract'
import { moneyText, scaled, vatOf } from '../../orders/decimal.js'
import { lineParts } from '../../sale-feed/document/line-parts.js'
import type { PreflightInput } from '../preflight-input.js'
import { MODULES, MONEY_END, type Rule } from './rule.js'

const KNOWN_PERCENT = /^\d+$|^\d+\/\d+$/

/** What 1C rounds, truncates, or calculates differently. */
export const SUM_RULES: readonly Rule[] = [
  {
    code: 'total-differs',
    severity: ['blocks', 'loses'],
    appliesTo: 'all',
    about:
      'The total of the document would differ from that of the order. `loses` if that depends on whether ' +
      '1C knows the VAT rate.',
    source: MODULES.all,
    check(input, report) {
      const { order } = input
      if (isCanceled(order)) return
      const { total, unknownRate } = totalOf(input)
      if (total !== scaled(order.total, 2))
        report({
          path: '/total',
          severity: unknownRate ? 'loses' : 'blocks',
          params: { total: order.total, makes: moneyText(total), currency: order.currency },
        })
    },
  },
  {
    code: 'quantity-over-3-decimals',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'A quantity that 1C can’t store (three decimals, twelve digits before them) is sent as one piece ' +
      'for the whole sum.',
    source: MODULES.sent,
    check({ order, profile }, report) {
      for (const [index, line] of order.lines.entries()) {
        const [whole = '', decimals = ''] = line.quantity.split('.')
        if (decimals.length > profile.quantityDecimals || whole.length > 12)
          report({
            path: `/lines/${index}/quantity`,
            params: { line: index + 1, name: shorten(line.name), quantity: line.quantity },
          })
      }
    },
  },
  {
    code: 'price-times-quantity-differs',
    severity: ['note', 'loses'],
    appliesTo: 'all',
    about:
      'If no price with two decimals yields the sum of the line, it is sent as two lines (`note`), or as ' +
      'one piece for the whole sum (`loses`).',
    source: MODULES.sent,
    check({ order, profile }, report) {
      for (const [index, line] of order.lines.entries()) {
        const [whole = '', decimals = ''] = line.quantity.split('.')
        if (decimals.length > profile.quantityDecimals || whole.length > 12) continue
        const { parts, lump } = lineParts(line, order.vatIncluded, profile)
        if (parts.length > 1 || lump)
          report({
            path: `/lines/${index}/price`,
            severity: lump ? 'loses' : 'note',
            params: {
              line: index + 1,
              name: shorten(line.name),
              currency: order.currency,
              price: line.price,
              quantity: line.quantity,
              amount: line.amount,
            },
          })
      }
    },
  },
  {
    code: 'sum-too-large',
    severity: 'blocks',
    appliesTo: 'all',
    about: 'A sum with more than 15 digits, kopecks included, fits into no field of 1C.',
    source: MODULES.all,
    check({ order }, report) {
      if (Number(order.total) >= MONEY_END)
        report({ path: '/total', params: { amount: order.total, currency: order.currency } })
      for (const [index, { amount }] of order.lines.entries())
        if (Number(amount) >= MONEY_END)
          report({ path: `/lines/${index}/amount`, params: { amount, currency: order.currency } })
    },
  },
]

/** The total that 1C calculates from the lines, with the rates that it knows. */
function totalOf({ document, profile, history }: PreflightInput): {
  total: bigint
  unknownRate: boolean
} {
  const tax = document.taxes?.[0]
  // An invoice keeps this from its first load; see vat-flag-kept.
  const kept = profile.rules.includes('vat-flag-kept') ? history.first?.vatIncluded : undefined
  const included = kept ?? tax?.included ?? false
  let total = 0n
  let unknownRate = false
  for (const line of document.lines ?? []) {
    const amount = scaled(line.amount ?? '0', 2)
    const rate = line.taxRates?.[0]?.rate ?? ''
    const known = profile.vatRates.has(rate)
    if (!known) unknownRate = true
    const counted = known ? rate : profile.zeroIsNoRate ? (tax?.rate ?? '') : ''
    total += amount + (included ? 0n : vatOn(amount, profile.vatRates.has(counted) ? counted : ''))
  }
  return { total, unknownRate }
}

function vatOn(amount: bigint, rate: string): bigint {
  return KNOWN_PERCENT.test(rate) ? vatOf(amount, rate, false) : 0n
}

export function shorten(name: DocumentLine['name']): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
