import { type Tax, WORDS } from '@obmen/codec'
import { moneyText } from '../orders/decimal.js'
import type { VatRate } from '../orders/order.js'

/** `Ставка` in the words of 1C: `20`, `10/110`, `Без НДС`. Never `20.00`, which Бухгалтерия does not know. */
export function rateText(rate: VatRate): string {
  return rate === 'none' ? WORDS.withoutVat : rate
}

/**
 * `Налог` of the document. Its `Ставка` stands for lines of an unknown rate: УТ would take "Без НДС" and 0 for it, so it is told only
 * when all lines have the same rate and that is a number.
 */
export function documentTax(rates: readonly VatRate[], amount: bigint, included: boolean): Tax {
  const [rate] = rates
  const common = rate !== undefined && rate !== 'none' && rates.every(other => other === rate)
  return { name: WORDS.vat, included, amount: moneyText(amount), ...(common ? { rate } : {}) }
}
