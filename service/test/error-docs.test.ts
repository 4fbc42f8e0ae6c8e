import { readFileSync } from 'node:fs'
import { GENERAL_WARNING_CODES, PROBLEM_CODES } from '@obmen/contract'
import { expect, it } from 'vitest'
import { STATUS } from '../src/errors/rest-problem.js'

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

it('docs/errors.md explains every code with its status, and no other', () => {
  const documented = Object.fromEntries(
    [...page.matchAll(/^\| `([a-z-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]),
  )
  expect(documented).toEqual(STATUS)
})

it('docs/errors.md lists every reason, and no other', () => {
  const [, rest] = page.split('## Reasons')
  const [reasons] = rest!.split('## Warnings')
  const lists = reasons!.split('\n\n').filter(text => /^`[a-z0-9-]+`(,| \()/.test(text))
  const listed = lists.flatMap(list => [...list.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code))
  expect(listed.sort()).toEqual([...PROBLEM_CODES].sort())
})

it('docs/errors.md explains every warning, and no other', () => {
  const [, warnings] = page.split('## Warnings')
  const documented = [...warnings!.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  expect(documented).toEqual(GENERAL_WARNING_CODES)
})
