import type { OrderLine } from '@obmen/contract'
import { canonicalQuantity, divideRounded, scaled, vatOf } from '../../orders/decimal.js'

/** One row of a 1C document: its price times its quantity is its amount to the kopeck. Money in kopecks. */
export interface LinePart {
  quantity: string
  price: bigint
  amount: bigint
}

export interface LineParts {
  /** One row, or two of the same item with different prices. */
  parts: LinePart[]
  /** The line is sent as one piece for the whole amount, without its quantity. */
  lump: boolean
}

export interface NumberLimits {
  quantityDecimals: number
}

/** Quantities are counted in ten-thousandths. */
const UNIT = 10_000n
/** Upper bounds of what 1C stores: a price of Number(15, 2), in kopecks, and a quantity of Number(15, 3). */
const PRICE_END = 10n ** 15n
const QUANTITY_END = 10n ** 12n * UNIT
/** Enough steps to find a price divisible by the divisor of any rate: the greatest is 61, of 22/122. */
const MAX_STEPS = 130n
/**
 * How many pieces are tried at the second price. If the remaining quantity is a multiple of a rate's divisor,
 * its VAT is rounded in the same way at each step, and another number of pieces has to be tried.
 */
const MAX_PIECES = 5n

/**
 * Splits a line for a 1C that stores prices net of the discount with two decimals. If no price yields the
 * amount, there are two parts; if 1C would round the quantity, or no split works, one piece for the whole
 * amount. Depends on the line alone.
 */
export function lineParts(line: OrderLine, included: boolean, limits: NumberLimits): LineParts {
  const amount = scaled(line.amount, 2)
  if (line.quantity === '1') return unsplit('1', amount, amount)
  const quantity = scaled(line.quantity, 4)
  if (quantity >= QUANTITY_END || quantity % 10n ** BigInt(4 - limits.quantityDecimals) !== 0n)
    return asOnePiece(amount)
  const listPrice = scaled(line.price, 2)
  if (listPrice < PRICE_END && multiply(listPrice, quantity) === amount)
    return unsplit(line.quantity, listPrice, amount)
  const net = divideRounded(amount * UNIT, quantity)
  if (net >= PRICE_END) return asOnePiece(amount)
  if (multiply(net, quantity) === amount) return unsplit(line.quantity, net, amount)
  const parts = splitInTwo(quantity, amount, line.vat, included)
  return parts ? { parts, lump: false } : asOnePiece(amount)
}

/** Price × quantity as 1C calculates it: halves are rounded up. */
function multiply(price: bigint, quantity: bigint): bigint {
  return divideRounded(price * quantity, UNIT)
}

function unsplit(quantity: string, price: bigint, amount: bigint): LineParts {
  return { parts: [{ quantity, price, amount }], lump: false }
}

function asOnePiece(amount: bigint): LineParts {
  return { parts: [{ quantity: '1', price: amount, amount }], lump: true }
}

/** Most pieces at one price, some at another, so that the rounded VAT of both is that of the line. */
function splitInTwo(
  quantity: bigint,
  amount: bigint,
  rate: string,
  included: boolean,
): LinePart[] | undefined {
  const vat = vatOf(amount, rate, included)
  const low = (amount * UNIT) / quantity
  // This many pieces cost a kopeck more. It is less than the quantity, or the rounded price would have fit.
  const higher = (amount * UNIT - low * quantity + UNIT / 2n - 1n) / UNIT
  const split = (pieces: bigint, price: bigint): LinePart[] | undefined => {
    const most = multiply(price, quantity - pieces * UNIT)
    const rest = amount - most
    if (rest < 0n || rest % pieces !== 0n || rest / pieces >= PRICE_END) return undefined
    if (vatOf(most, rate, included) + vatOf(rest, rate, included) !== vat) return undefined
    return [
      { quantity: quantityText(quantity - pieces * UNIT), price, amount: most },
      { quantity: String(pieces), price: rest / pieces, amount: rest },
    ]
  }
  const even = split(higher, low)
  if (even) return even
  for (let pieces = 1n; pieces <= MAX_PIECES && pieces * UNIT < quantity; pieces++)
    for (let step = 0n; step <= MAX_STEPS && step <= low; step++) {
      const uneven = split(pieces, low - step)
      if (uneven) return uneven
    }
  return undefined
}

function quantityText(quantity: bigint): string {
  const digits = quantity.toString().padStart(5, '0')
  return canonicalQuantity(`${digits.slice(0, -4)}.${digits.slice(-4)}`)
}
