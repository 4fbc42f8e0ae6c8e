import { readFileSync } from 'node:fs'
import { describeProblem, PROBLEM_CODES } from '@obmen/contract'
import { expect, test } from 'vitest'
import { REFUSALS } from './english.js'
import { englishProblem, PROBLEMS } from './english-problems.js'

test('each refusal of REST has its English words', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
  const codes = [...docs.matchAll(/^\| `([\w-]+)` \| \d{3} \|/gm)].map(([, code]) => code ?? '')
  expect(codes.length).toBeGreaterThan(20)
  expect(Object.keys(REFUSALS).sort()).toEqual(codes.sort())
})

test('each problem that the server can tell has Russian and English words', () => {
  expect(PROBLEM_CODES.length).toBeGreaterThan(100)
  expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort())
  for (const code of PROBLEM_CODES) {
    const english = PROBLEMS[code]
    if (typeof english !== 'string') continue
    expect(english, code).toMatch(/^[^А-Яа-яЁё]{5,}$/)
    expect((describeProblem as unknown as (told: string) => { message: string })(code).message, code).toMatch(
      /[а-яё]/,
    )
  }
})

test('an order is refused in English with the words of its first field', () => {
  const first = { path: '/currency', ...describeProblem('currency-shape') }
  const { code, params } = describeProblem('order-invalid', { first, count: 3 })
  expect(englishProblem(code, params)).toBe(
    'The order was not accepted. /currency: A currency is three capital Latin letters, such as ' +
      '"RUB". 3 mistakes in all, each of them in errors.',
  )
})

test('a code that this app does not know is left to the server’s words', () => {
  expect(englishProblem('of-a-newer-server', {})).toBeUndefined()
  expect(englishProblem(undefined, undefined)).toBeUndefined()
})
