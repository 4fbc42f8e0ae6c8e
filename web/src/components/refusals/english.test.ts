import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFUSALS } from './english.js'

/** They mean many things: the server’s own words say which. */
const TOLD_BY_SERVER = ['conflict', 'invalid']

test('each refusal of REST has its English words', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
  const codes = [...docs.matchAll(/^\| `([\w-]+)` \| \d{3} \|/gm)].map(([, code]) => code ?? '')
  expect(codes.length).toBeGreaterThan(20)
  expect([...Object.keys(REFUSALS), ...TOLD_BY_SERVER].sort()).toEqual(codes.sort())
})
