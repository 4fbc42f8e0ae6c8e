import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it.each([
  ['contract', ['numbers-in-words.ts']],
  ['service', []],
  ['simulator', ['report/texts.ts']],
  ['web', []],
])('words are declined by Intl.PluralRules at one place of %s, and nowhere by hand', (workspace, places) => {
  const root = fileURLToPath(new URL(`../../${workspace}/src/`, import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !/\.(test|fixture)\./.test(name),
  )
  const declining = files.filter(file =>
    /Intl\.PluralRules\(|% 100\b|% 10 ===/.test(readFileSync(`${root}${file}`, 'utf8')),
  )
  expect(declining.map(file => file.replaceAll('\\', '/'))).toEqual(places)
})
