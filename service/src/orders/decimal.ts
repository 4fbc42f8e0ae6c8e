import type { VatRate } from '@obmen/contract'

const EXACT_DIGITS = 15

/** `1500.5` with scale 2 is 150050n. The text has at most `scale` decimals. */
export function scaled(text: string, scale: number): bigint {
  // Exact for such short numbers, and twice as fast.
  if (text.length <= EXACT_DIGITS - scale) return BigInt(Math.round(Number(text) * 10 ** scale))
  const point = text.indexOf('.')
  if (point < 0) return BigInt(text) * 10n ** BigInt(scale)
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(scale, '0'))
}

/** `1500.50` of 150050 kopecks. */
export function moneyText(kopecks: bigint): string {
  if (kopecks < 0n) return `-${moneyText(-kopecks)}`
  const digits = kopecks.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A quotient rounded to the nearest integer, halves away from zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  return (dividend < 0n ? 2n * dividend - divisor : 2n * dividend + divisor) / (2n * divisor)
}

const CANONICAL_MONEY = /^(0|[1-9]\d*)\.\d\d$/
const CANONICAL_QUANTITY = /^[1-9]\d*$/

/** Money in its canonical form: no leading zeros, two decimals. */
export function canonicalMoney(text: string): string {
  return CANONICAL_MONEY.test(text) ? text : moneyText(scaled(text, 2))
}

/** A quantity in its shortest form: `2`, `0.5`. */
export function canonicalQuantity(text: string): string {
  if (CANONICAL_QUANTITY.test(text)) return text
  const [whole = '', fraction = ''] = text.split('.')
  const decimals = fraction.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`
}

/** VAT of kopecks, contained (`included`) or added, rounded as 1C does; `10/110` counts as `10`. */
export function vatOf(amount: bigint, rate: VatRate, included: boolean): bigint {
  if (rate === 'none') return 0n
  const percent = BigInt(Number.parseInt(rate, 10))
  return divideRounded(amount * percent, included ? 100n + percent : 100n)
}
