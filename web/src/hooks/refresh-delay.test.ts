import { expect, it } from 'vitest'
import { costOf, noteCost } from '../api/request/costs.js'
import { refreshDelay } from './refresh-delay.js'

it('what is cheap is read anew at once, what costs more than 50 ms every 30 seconds at most', () => {
  expect(refreshDelay({ costMs: 20, sinceLastMs: 0 })).toBe(1500)
  expect(refreshDelay({ costMs: 51, sinceLastMs: 2000 })).toBe(28_000)
  expect(refreshDelay({ costMs: 3000, sinceLastMs: 60_000 })).toBe(1500)
})

it('the server says what an answer cost; the dearest of a page counts', () => {
  noteCost('/orders?limit=50', 'total;dur=80.5')
  noteCost('/orders/17/timeline', 'total;dur=3')
  noteCost('/orders', null)
  expect(costOf('orders')).toBeCloseTo(40.25)
  expect(costOf('overview')).toBe(0)
})
