/** A number in ten-thousandths, for the four decimals of a quantity. */
export type Decimal = bigint

const SCALE = 10_000n
/** A kopeck. */
export const CENT = 100n
const THOUSANDTH = 10n

/** How 1C parses a number: a point and no blanks inside, half up; anything else counts as 0. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  const padded = fraction.padEnd(5, '0')
  const value = BigInt(whole) * SCALE + BigInt(padded.slice(0, 4)) + (padded.charCodeAt(4) >= 53 ? 1n : 0n)
  return sign === '-' ? -value : value
}

/** Rounded half up (away from zero) to kopecks. */
export function toCents(value: Decimal): Decimal {
  return divide(value, CENT) * CENT
}

/** Rounded half up (away from zero) to three decimals. */
export function toThousandths(value: Decimal): Decimal {
  return divide(value, THOUSANDTH) * THOUSANDTH
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return divide(a * b, SCALE)
}

/** A price of two decimals times a quantity, in kopecks: what 1C puts in the amount column. */
export function priceTimes(price: Decimal, quantity: Decimal): Decimal {
  return divide(toCents(price) * quantity, SCALE * CENT) * CENT
}

/** `a / b` as a decimal; 0 for b = 0. */
export function ratio(a: Decimal, b: Decimal): Decimal {
  return b === 0n ? 0n : divide(a * SCALE, b)
}

export function formatMoney(value: Decimal): string {
  const cents = divide(value, CENT)
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Shortest form: `2`, `0.5`. */
export function formatQuantity(value: Decimal): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Rounded half up, away from zero. */
export function divide(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n
  const numerator = a < 0n ? -a : a
  const denominator = b < 0n ? -b : b
  const quotient = (2n * numerator + denominator) / (2n * denominator)
  return negative ? -quotient : quotient
}

/** `1200.00` as people read it: 1 200,00. What is no sum with kopecks stays as it is. */
export function sumText(text: string): string {
  const [, sign = '', whole, kopecks] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? []
  if (whole === undefined) return text
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${kopecks}`
}
