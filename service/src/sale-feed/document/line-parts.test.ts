import type { OrderLine } from '@obmen/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line } from '../../../test/support/sale-feed/order.js'
import { moneyText, scaled, vatOf } from '../../orders/decimal.js'
import { VAT_RATES } from '../../orders/intake/read/order-schema.js'
import { lineParts } from './line-parts.js'

const KEEPS_THREE = { quantityDecimals: 3 }
const told = (changes: Partial<OrderLine>, included = true) => {
  const { parts, lump } = lineParts(line(changes), included, KEEPS_THREE)
  const rows = parts.map(({ quantity, price, amount }) => [quantity, moneyText(price), moneyText(amount)])
  return lump ? [...rows, 'lump'] : rows
}

describe('a line as rows of a document', () => {
  it('without a discount it stays as the platform has it', () => {
    expect(told({})).toEqual([['2', '1500.00', '3000.00']])
    expect(told({ quantity: '0.333', price: '100.00', amount: '33.30' })).toEqual([
      ['0.333', '100.00', '33.30'],
    ])
  })

  it('with a discount the price is net of it (F4.5)', () => {
    expect(told({ discount: '100.50', amount: '2899.50' })).toEqual([['2', '1449.75', '2899.50']])
    expect(told({ quantity: '1', price: '100.00', discount: '0.01', amount: '99.99' })).toEqual([
      ['1', '99.99', '99.99'],
    ])
  })

  it('where no price of two decimals gives the amount, some pieces cost a kopeck more (F4.6)', () => {
    expect(told({ quantity: '3', price: '40.00', discount: '20.00', amount: '100.00', vat: '20' })).toEqual([
      ['2', '33.33', '66.66'],
      ['1', '33.34', '33.34'],
    ])
    expect(told({ quantity: '3', price: '0.01', discount: '0.02', amount: '0.01', vat: 'none' })).toEqual([
      ['2', '0.00', '0.00'],
      ['1', '0.01', '0.01'],
    ])
    expect(told({ quantity: '100.5', price: '2.00', discount: '1.11', amount: '199.89' })).toEqual([
      ['10.5', '1.98', '20.79'],
      ['90', '1.99', '179.10'],
    ])
  })

  it('half a kopeck rounded by the platform does not stay between price and amount (F4.6)', () => {
    expect(told({ quantity: '0.5', price: '0.01', amount: '0.00' })).toEqual([['0.5', '0.00', '0.00']])
    expect(told({ quantity: '2.5', price: '0.01', amount: '0.02', vat: 'none' })).toEqual([
      ['0.5', '0.00', '0.00'],
      ['2', '0.01', '0.02'],
    ])
  })

  it('a quantity that 1C would round goes as one piece for the whole amount (F4.7)', () => {
    expect(told({ quantity: '12.3456', price: '10.00', amount: '123.46' })).toEqual([
      ['1', '123.46', '123.46'],
      'lump',
    ])
    expect(told({ quantity: '0.0001', price: '10.00', amount: '0.00' })).toEqual([
      ['1', '0.00', '0.00'],
      'lump',
    ])
    expect(lineParts(line({ quantity: '12.3456' }), true, { quantityDecimals: 4 }).lump).toBe(false)
  })

  it('a price or a quantity too large for 1C goes so, too (F4.7)', () => {
    const huge = { quantity: '0.001', price: '99999999999999.99', amount: '100000000000.00' }
    expect(told(huge)).toEqual([['1', '100000000000.00', '100000000000.00'], 'lump'])
    expect(told({ quantity: '1000000000000', price: '0.01', amount: '10000000000.00' })).toEqual([
      ['1', '10000000000.00', '10000000000.00'],
      'lump',
    ])
  })
})

it('a line whose VAT is rounded alike at each price is split at several pieces (F4.7)', () => {
  const given = line({
    quantity: '31.003',
    price: '3560597.79',
    amount: '110388882.11',
    discount: '331.17',
    vat: '10',
  })
  const { parts, lump } = lineParts(given, false, { quantityDecimals: 3 })
  expect(lump).toBe(false)
  expect(parts.map(({ quantity }) => quantity)).toEqual(['29.003', '2'])
  expect(parts.reduce((total, { amount }) => total + vatOf(amount, '10', false), 0n)).toBe(
    vatOf(11_038_888_211n, '10', false),
  )
})

/** Lines as intake accepts them: quantity × price − discount is the amount to half a kopeck. */
const acceptedLine = fc
  .record({
    quantity: fc.oneof(
      fc.bigInt({ min: 1n, max: 300n }).map(whole => whole * 10_000n),
      fc.bigInt({ min: 1n, max: 500_000n }),
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
    ),
    price: fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 0n, max: 10n ** 9n })),
    off: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 6n })),
    down: fc.boolean(),
    vat: fc.constantFrom(...VAT_RATES),
  })
  .map(({ quantity, price, off, down, vat }) => {
    const exact = quantity * price
    const rounded = down ? (exact + 4_999n) / 10_000n : (exact + 5_000n) / 10_000n
    const amount = (rounded * (1_000_000n - off)) / 1_000_000n
    return { quantity, price, amount, discount: rounded - amount, vat }
  })

it('rows multiply out, and add up to the amount, the quantity and the VAT of the line', () => {
  fc.assert(
    fc.property(acceptedLine, fc.boolean(), fc.constantFrom(3, 4), (drawn, included, quantityDecimals) => {
      const digits = drawn.quantity.toString().padStart(5, '0')
      const given = line({
        quantity: `${digits.slice(0, -4)}.${digits.slice(-4)}`,
        price: moneyText(drawn.price),
        amount: moneyText(drawn.amount),
        discount: moneyText(drawn.discount),
        vat: drawn.vat,
      })
      const { parts, lump } = lineParts(given, included, { quantityDecimals })
      const sum = (values: bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
      for (const { quantity, price, amount } of parts)
        expect((scaled(quantity, 4) * price + 5_000n) / 10_000n).toBe(amount)
      expect(sum(parts.map(({ amount }) => amount))).toBe(drawn.amount)
      expect(sum(parts.map(({ amount }) => vatOf(amount, drawn.vat, included)))).toBe(
        vatOf(drawn.amount, drawn.vat, included),
      )
      if (!lump) expect(sum(parts.map(({ quantity }) => scaled(quantity, 4)))).toBe(drawn.quantity)
      // A single piece only where the quantity has too many decimals, or there is hardly any money to divide.
      if (lump && drawn.quantity % 10n === 0n)
        expect(drawn.amount * 10_000n).toBeLessThan(200n * drawn.quantity)
      expect(lineParts(given, included, { quantityDecimals })).toEqual({ parts, lump })
    }),
    { numRuns: 20_000 },
  )
})
