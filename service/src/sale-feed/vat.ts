import { type Tax, WORDS } from '@obmen/codec'
import type { VatRate } from '../orders/order.js'
import { moneyOf, shareOf } from './kopecks.js'

/** `Ставка` in the words of 1C: `20`, `10/110`, `Без НДС`. Never `20.00`, which Бухгалтерия does not know. */
export function rateText(rate: VatRate): string {
  return rate === 'none' ? WORDS.withoutVat : rate
}

/**
 * VAT of an amount in kopecks. In an amount that holds it (`included`) and by a settlement rate such as `10/110` it is a part of the
 * amount, else it comes on top.
 */
export function vatOf(amount: bigint, rate: VatRate, included: boolean): bigint {
  if (rate === 'none' || rate === '0') return 0n
  const slash = rate.indexOf('/')
  if (slash > 0) return shareOf(amount, BigInt(rate.slice(0, slash)), BigInt(rate.slice(slash + 1)))
  const percent = BigInt(rate)
  return included ? shareOf(amount, percent, 100n + percent) : shareOf(amount, percent, 100n)
}

/**
 * `Налог` of the document. Its `Ставка` stands for lines of an unknown rate: УТ would take "Без НДС" and 0 for it, so it is told only
 * when all lines have the same rate and that is a number.
 */
export function documentTax(rates: readonly VatRate[], amount: bigint, included: boolean): Tax {
  const [rate] = rates
  const common = rate !== undefined && rate !== 'none' && rates.every(other => other === rate)
  return { name: WORDS.vat, included, amount: moneyOf(amount), ...(common ? { rate } : {}) }
}
