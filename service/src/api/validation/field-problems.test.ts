import { expect, it } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-problems.js'

const problemsOf = (schema: z.ZodType, value: unknown) => fieldProblems(schema.safeParse(value).error!.issues)

it('of a body names the first hundred problems, however many it has', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]))
  const object = problemsOf(z.strictObject({ name: z.string() }), unknown)
  expect(object).toHaveLength(100)
  expect(object.slice(0, 2).map(({ path }) => path)).toEqual(['/name', '/k0'])
  expect(problemsOf(z.array(z.string()), Array(5000).fill(1))).toHaveLength(100)
})
