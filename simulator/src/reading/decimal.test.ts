import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, formatQuantity, parseDecimal, ratio, toCents } from './decimal.js'
import { vatAmount, vatRate } from './vat.js'

test.each([
  ['1500.00', '1500.00'],
  ['0.005', '0.01'],
  ['-0.5', '-0.50'],
  ['99999999999999999999.99', '99999999999999999999.99'],
])('%s is %s in money', (text, money) => {
  expect(formatMoney(parseDecimal(text) ?? 0n)).toBe(money)
})

test.each(['1 500.00', '1500,00', '1e3', '', 'NaN', '.5', '--1'])('«%s» is no number to 1C', text => {
  expect(parseDecimal(text)).toBeUndefined()
})

test('a quantity keeps four decimals in its shortest form', () => {
  expect(['2', '0.5000', '1.23456', '10'].map(text => formatQuantity(parseDecimal(text) ?? 0n))).toEqual([
    '2',
    '0.5',
    '1.2346',
    '10',
  ])
})

test('money comes back as it went in', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), kopecks => {
      const text = formatMoney(kopecks * 100n)
      expect(parseDecimal(text)).toBe(kopecks * 100n)
      expect(toCents(kopecks * 100n)).toBe(kopecks * 100n)
    }),
  )
})

test('a sum by nothing is nothing', () => {
  expect(ratio(100n, 0n)).toBe(0n)
})

test.each([
  ['1200.00', '20', true, '200.00'],
  ['1000.00', '20', false, '200.00'],
  ['1000.00', '20/120', false, '200.00'],
  ['1200.00', '20/120', true, '200.00'],
  ['0.03', '20', true, '0.01'],
  ['0.84', '7', true, '0.05'],
  ['100.00', '0', true, '0.00'],
])('VAT of %s at %s (included: %s) is %s', (amount, rate, included, vat) => {
  const known = vatRate('bp', rate)
  expect(known).toBeDefined()
  expect(formatMoney(vatAmount(parseDecimal(amount) ?? 0n, known!, included))).toBe(vat)
})

test('each configuration knows its own rates', () => {
  const knows = (client: 'bp' | 'ut' | 'unf') =>
    ['0', '5', '10', '20', '22', '20.00', 'Без НДС', '20/120', '20/100'].filter(text => vatRate(client, text))
  expect(knows('ut')).toEqual(['0', '10', '20', '20.00', '20/120'])
  expect(knows('unf')).toEqual(knows('ut'))
  expect(knows('bp')).toEqual(['0', '5', '10', '20', '22', 'Без НДС', '20/120'])
})
