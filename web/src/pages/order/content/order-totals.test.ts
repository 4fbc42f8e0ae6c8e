import { expect, test } from 'vitest'
import { orderTotals } from './order-totals.js'

const line = (amount: string, vat: string, discount = '0.00') => ({
  id: amount,
  name: 'Строка',
  kind: 'service' as const,
  quantity: '1',
  unit: '796',
  price: amount,
  discount,
  amount,
  vat,
})

test('VAT is told by rate, the part of the amounts that hold it', () => {
  const lines = [line('3000.00', '20'), line('100.00', '10'), line('100.00', '10'), line('50.00', 'none')]
  expect(orderTotals({ lines, vatIncluded: true })).toEqual({
    discounts: '0.00',
    vat: [
      { rate: '20', amount: '500.00' },
      { rate: '10', amount: '18.18' },
    ],
  })
})

test('VAT comes on top of net amounts, of the delivery too', () => {
  const delivery = { name: 'Курьер', amount: '300.00', vat: '20' }
  const totals = orderTotals({ lines: [line('1000.00', '20', '50.00')], delivery, vatIncluded: false })
  expect(totals).toEqual({ discounts: '50.00', vat: [{ rate: '20', amount: '260.00' }] })
})

test('sums beyond the precision of floats stay exact', () => {
  const lines = [line('9999999999999999.99', '20'), line('0.01', 'none')]
  expect(orderTotals({ lines, vatIncluded: true })).toMatchObject({
    vat: [{ rate: '20', amount: '1666666666666666.67' }],
  })
})
