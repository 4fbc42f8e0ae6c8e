import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ENGLISH, englishFinding } from './english.js'

const SIMULATOR = new URL('../../../../../simulator/src/texts/', import.meta.url)

/** The codes of the simulator with the values that their sentences name. */
function findings(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of readdirSync(SIMULATOR).filter(name =>
    /^texts-(customers|exchange|lines|orders|payments)\.ts$/.test(name),
  )) {
    const text = readFileSync(new URL(file, SIMULATOR), 'utf8')
    for (const [, code = '', body = ''] of text.matchAll(/^ {2}'?([\w-]+)'?: \{(.*?)\},$/gms))
      found.set(
        code,
        [...body.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      )
  }
  return found
}

it('each finding of the simulator has an English sentence, of values that the finding has', () => {
  const known = findings()
  expect(known.size).toBeGreaterThan(100)
  expect(Object.keys(ENGLISH).sort()).toEqual([...known.keys()].sort())
  for (const [code, sentence] of Object.entries(ENGLISH))
    for (const [, name = ''] of sentence.matchAll(/\{(\w+)\}/g))
      expect([code, known.get(code)]).toEqual([code, expect.arrayContaining([name])])
})

it('values are filled in', () => {
  expect(englishFinding('redirect', { status: 301 })).toContain('code 301')
  expect(englishFinding('never-heard-of', {})).toBeUndefined()
})
