import { type Tax, WORDS } from '@obmen/codec'
import type { VatRate } from '@obmen/contract'
import { moneyText } from '../../orders/decimal.js'

/** `Ставка` as 1C spells it: `20`, `10/110`, `Без НДС`. Never `20.00`, which Бухгалтерия does not know. */
export function rateText(rate: VatRate): string {
  return rate === 'none' ? WORDS.withoutVat : rate
}

/**
 * `Налог` of the document. 1C applies its `Ставка` to lines without a known rate. УТ and Розница count "Без НДС" and 0 among these, and
 * without a `Ставка` take both for "Без НДС". So it is sent if all lines have the same numeric rate, and as 0 if some line has 0 and none
 * "Без НДС".
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
