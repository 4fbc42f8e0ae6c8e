import { expect, it } from 'vitest'
import { byteBudget } from './byte-budget.js'

it('all together hold what is allowed and no more, until somebody gives', () => {
  const budget = byteBudget(100)
  const [a, b, c] = [budget.open('a'), budget.open('b'), budget.open('c')]
  expect([a.take(40), b.take(40), c.take(30)]).toEqual([true, true, false])
  a.give(15)
  expect([c.take(30), c.take(10)]).toEqual([true, false])
  b.close()
  expect([c.take(20), b.take(1)]).toEqual([true, false])
})

it('one owner holds half at most, whatever the number of requests', () => {
  const budget = byteBudget(100)
  const requests = Array.from({ length: 5 }, () => budget.open('a'))
  expect(requests.map(request => request.take(20))).toEqual([true, true, false, false, false])
  expect(budget.open('b').take(50)).toBe(true)
  for (const request of requests) request.close()
  expect(budget.open('a').take(50)).toBe(true)
})

it('a single request may hold more, as long as it is alone', () => {
  const budget = byteBudget(100)
  const one = budget.open('a')
  expect([one.take(90), one.take(90), budget.open('b').take(1)]).toEqual([true, true, false])
  one.close()
  one.give(5)
  expect(budget.open('b').take(50)).toBe(true)
})
