import { type Tax, WORDS } from '@obmen/codec'
import type { VatRate } from '@obmen/contract'
import { moneyText } from '../../orders/decimal.js'

/** `Ставка` in the words of 1C: `20`, `10/110`, `Без НДС`. Never `20.00`, which Бухгалтерия does not know. */
export function rateText(rate: VatRate): string {
  return rate === 'none' ? WORDS.withoutVat : rate
}

/**
 * `Налог` of the document. Its `Ставка` stands for lines of an unknown rate, and for УТ and Розница "Без НДС" and 0 are no rate either:
 * without it they make "Без НДС" of both. So it is sent when all lines have the same numeric rate, and as 0 if some
 * line has 0 and none "Без НДС".
 */
export function documentTax(rates: readonly VatRate[], amount: bigint, included: boolean): Tax {
  const rate = documentRate(new Set(rates))
  return { name: WORDS.vat, included, amount: moneyText(amount), ...(rate === undefined ? {} : { rate }) }
}

function documentRate(rates: ReadonlySet<VatRate>): VatRate | undefined {
  if (rates.has('none')) return undefined
  const [rate] = rates
  if (rates.size === 1) return rate
  return rates.has('0') ? '0' : undefined
}
