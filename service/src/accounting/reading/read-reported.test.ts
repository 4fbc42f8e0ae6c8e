import { expect, it } from 'vitest'
import { readReported } from './read-reported.js'

it('a date alone says that an order is paid or shipped, on a clock of twelve hours too', () => {
  const requisites = [
    { name: 'Дата оплаты по 1С', value: '2026-05-01T9:05:00 AM' },
    { name: 'Дата отгрузки по 1С', value: '2026-05-02T12:05:00\u202fPM' },
  ]
  expect(readReported({ requisites })).toMatchObject({
    paid: { number: null, date: '2026-05-01' },
    shipped: { number: null, date: '2026-05-02' },
  })
})

it.each([
  ['840', 'USD'],
  ['978', 'EUR'],
  ['051', 'AMD'],
  ['643', 'RUB'],
  ['руб.', 'RUB'],
  ['USD', 'USD'],
  ['у.е.', 'у.е.'],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
])('the currency %s of 1C is %s', (currency, told) => {
  expect(readReported({ currency }).currency).toBe(told)
})
