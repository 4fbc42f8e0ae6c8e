import { expect, it } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-problems.js'
import { validateWithZod } from './validate.js'

const problemsOf = (schema: z.ZodType, value: unknown) => fieldProblems(schema.safeParse(value).error!.issues)

it('of a body names the first hundred problems, however many it has', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]))
  const object = problemsOf(z.strictObject({ name: z.string() }), unknown)
  expect(object).toHaveLength(100)
  expect(object.slice(0, 2).map(({ path }) => path)).toEqual(['/name', '/k0'])
  expect(problemsOf(z.array(z.string()), Array(5000).fill(1))).toHaveLength(100)
})

it('of a body tell what is missing from what has another type', () => {
  const schema = z.object({ name: z.string(), inn: z.string(), at: z.iso.datetime({ offset: true }) })
  const validate = validateWithZod({ schema, httpPart: 'body', method: 'POST', url: '/companies' })
  expect(validate({ name: 1, at: '2026-11-20T10:00:00 05:00' })).toMatchObject({
    error: {
      errors: [
        { path: '/name', message: 'ожидается строка' },
        { path: '/inn', code: 'parameter-missing' },
        { path: '/at', message: expect.stringContaining('%2B') },
      ],
    },
  })
})

it('of a body are not worded by zod, only to be worded by us: there may be a hundred thousand', () => {
  let worded = 0
  z.config({ customError: () => `${++worded}` })
  try {
    const schema = z.strictObject({ rights: z.array(z.enum(['a', 'b'])) })
    const validate = validateWithZod({ schema, httpPart: 'body', method: 'POST', url: '/tokens' })
    expect(validate({ rights: Array(1000).fill('c') })).toMatchObject({ error: { code: 'invalid' } })
  } finally {
    z.config({ customError: undefined })
  }
  expect(worded).toBe(0)
})
