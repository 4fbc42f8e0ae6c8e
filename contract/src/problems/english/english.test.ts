import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { englishProblem, PROBLEMS, REFUSALS, TITLES } from '../english.js'
import { describeProblem, PROBLEM_CODES } from '../problem-words.js'

test('each refusal of REST has its English words', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
  const codes = [...docs.matchAll(/^\| `([\w-]+)` \| \d{3} \|/gm)].map(([, code]) => code ?? '')
  expect(codes.length).toBeGreaterThan(20)
  for (const words of [REFUSALS, TITLES]) expect(Object.keys(words).sort()).toEqual(codes.sort())
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

test('a code that is not known here has no words', () => {
  expect(englishProblem('of-a-newer-server', {})).toBeUndefined()
  expect(englishProblem(undefined, undefined)).toBeUndefined()
})
