import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIMIT_MEANINGS } from './english.js'

test('each setting of the server has its English meaning', () => {
  const docs = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8')
  const names = [...docs.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(50)
  expect(Object.keys(LIMIT_MEANINGS).sort()).toEqual(names.sort())
})
