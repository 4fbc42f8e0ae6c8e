import { expect, it } from 'vitest'
import { moneyText, scaled, vatOf } from '../../orders/decimal.js'
import { rateText } from './map-line.js'

const vat = (amount: string, rate: string, included: boolean): string =>
  moneyText(vatOf(scaled(amount, 2), rate, included))

it.each([
  ['3000.00', '20', true, '500.00'],
  ['3000.00', '20', false, '600.00'],
  ['100.00', '10', true, '9.09'],
  ['100.00', '22', true, '18.03'],
  ['100.00', '5', true, '4.76'],
  ['100.00', '7', false, '7.00'],
  ['110.00', '10/110', true, '10.00'],
  ['110.00', '10/110', false, '11.00'],
  ['0.03', '20', true, '0.01'],
  ['0.01', '20', true, '0.00'],
  ['0.00', '20', true, '0.00'],
  ['123.45', 'none', true, '0.00'],
  ['123.45', '0', false, '0.00'],
  ['9999999999999999.99', '20', true, '1666666666666666.67'],
])('VAT of %s at %s (included: %s) is %s, to the kopeck (F5.3)', (amount, rate, included, expected) => {
  expect(vat(amount, rate, included)).toBe(expected)
})

it('a rate is spelled as all clients know it: no decimals, "Без НДС" in words (F5.2)', () => {
  expect(['none', '0', '5', '20', '10/110'].map(rateText)).toEqual(['Без НДС', '0', '5', '20', '10/110'])
})

it('money is read with any number of decimals up to two', () => {
  expect(['7', '7.5', '7.05', '0.00'].map(text => moneyText(scaled(text, 2)))).toEqual([
    '7.00',
    '7.50',
    '7.05',
    '0.00',
  ])
})
