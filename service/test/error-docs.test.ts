import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { STATUS } from '../src/api/problem.js'

it('docs/errors.md explains every code with its status, and no other', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
  const documented = Object.fromEntries(
    [...page.matchAll(/^\| `([a-z-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]),
  )
  expect(documented).toEqual(STATUS)
})
