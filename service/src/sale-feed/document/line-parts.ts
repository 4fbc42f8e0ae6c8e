import type { OrderLine } from '@obmen/contract'
import { canonicalQuantity, divideRounded, scaled } from '../../orders/decimal.js'
import { vatOf } from '../../orders/intake/read/vat-of.js'

/** One row of a 1C document: its price times its quantity is its amount to the kopeck. Money in kopecks. */
export interface LinePart {
  quantity: string
  price: bigint
  amount: bigint
}

export interface LineParts {
  /** One row, or two of the same item with different prices. */
  parts: LinePart[]
  /** Sent as one piece for the whole amount, without the true quantity. */
  lump: boolean
}

/** Decimals that a 1C stores; `undefined`: all. */
export interface NumberLimits {
  quantityDecimals: number
}

/** Quantities are counted in ten-thousandths. */
const UNIT = 10_000n
/** Number(15, 2) of a price, in kopecks, and the whole digits of Number(15, 3). */
const PRICE_END = 10n ** 15n
const QUANTITY_END = 10n ** 12n * UNIT
/** Enough steps to find a price divisible by every rate's divisor: the greatest is 61, of 22/122. */
const MOST_STEPS = 130n
/** Where the rest of the quantity is a multiple of a rate's divisor, its VAT is rounded alike at each step: another number isn't. */
const MOST_PIECES = 5n

/**
 * Splits a line for a 1C that stores two decimals of a price and prints price × quantity. The price is net of the discount. If no
 * such price gives the amount, the line is split in two, which preserves amount, quantity and VAT; if 1C would round the quantity,
 * it becomes one piece for the whole amount. Depends on the line alone.
 */
export function lineParts(line: OrderLine, included: boolean, limits: NumberLimits): LineParts {
  const amount = scaled(line.amount, 2)
  if (line.quantity === '1') return unsplit('1', amount, amount)
  const quantity = scaled(line.quantity, 4)
  if (quantity >= QUANTITY_END || quantity % 10n ** BigInt(4 - limits.quantityDecimals) !== 0n)
    return asOnePiece(amount)
  const asked = scaled(line.price, 2)
  if (asked < PRICE_END && times(asked, quantity) === amount) return unsplit(line.quantity, asked, amount)
  const net = divideRounded(amount * UNIT, quantity)
  if (net >= PRICE_END) return asOnePiece(amount)
  if (times(net, quantity) === amount) return unsplit(line.quantity, net, amount)
  const parts = inTwo(quantity, amount, line.vat, included)
  return parts ? { parts, lump: false } : asOnePiece(amount)
}

/** What 1C makes of a price and a quantity: halves are rounded up. */
function times(price: bigint, quantity: bigint): bigint {
  return divideRounded(price * quantity, UNIT)
}

function unsplit(quantity: string, price: bigint, amount: bigint): LineParts {
  return { parts: [{ quantity, price, amount }], lump: false }
}

function asOnePiece(amount: bigint): LineParts {
  return { parts: [{ quantity: '1', price: amount, amount }], lump: true }
}

/** Most pieces at one price, some at another. Both get whole kopecks of VAT that add up to those of the whole line. */
function inTwo(quantity: bigint, amount: bigint, rate: string, included: boolean): LinePart[] | undefined {
  const vat = vatOf(amount, rate, included)
  const low = (amount * UNIT) / quantity
  // This many pieces cost a kopeck more: fewer than the quantity, or the rounded price would have fit.
  const higher = (amount * UNIT - low * quantity + UNIT / 2n - 1n) / UNIT
  const split = (pieces: bigint, price: bigint): LinePart[] | undefined => {
    const most = times(price, quantity - pieces * UNIT)
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
  for (let pieces = 1n; pieces <= MOST_PIECES && pieces * UNIT < quantity; pieces++)
    for (let step = 0n; step <= MOST_STEPS && step <= low; step++) {
      const uneven = split(pieces, low - step)
      if (uneven) return uneven
    }
  return undefined
}

function quantityText(quantity: bigint): string {
  const digits = quantity.toString().padStart(5, '0')
  return canonicalQuantity(`${digits.slice(0, -4)}.${digits.slice(-4)}`)
}
