/** Kopecks of a decimal string with at most two decimals. */
export function kopecksOf(money: string): bigint {
  const dot = money.indexOf('.')
  if (dot < 0) return BigInt(money) * 100n
  return BigInt(money.slice(0, dot) + money.slice(dot + 1).padEnd(2, '0'))
}

/** `1500.00` of 150000 kopecks. */
export function moneyOf(kopecks: bigint): string {
  if (kopecks < 0n) return `-${moneyOf(-kopecks)}`
  const digits = kopecks.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `amount × numerator / denominator` to the nearest kopeck, halves away from zero. */
export function shareOf(amount: bigint, numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * amount * numerator
  const rounded = (doubled < 0n ? doubled - denominator : doubled + denominator) / (2n * denominator)
  return rounded
}
