import type { VatRate } from '@obmen/contract'
import { divideRounded } from '../../decimal.js'

/**
 * VAT of an amount, rounded to the kopeck line by line as 1C does: contained in the amount (`included`) or added on top.
 * 1C calculates a settlement rate such as `10/110` by its first number.
 */
export function vatOf(amount: bigint, rate: VatRate, included: boolean): bigint {
  if (rate === 'none') return 0n
  const percent = BigInt(Number.parseInt(rate, 10))
  return divideRounded(amount * percent, included ? 100n + percent : 100n)
}
