import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Everything that a module brings along, types left out as the compiler leaves them out. */
function modules(entry: URL, seen = new Set<string>()): string[] {
  if (seen.has(entry.href)) return []
  seen.add(entry.href)
  const imported = [
    ...readFileSync(entry, 'utf8').matchAll(/^(?:import|export) (?!type )[^;']*? from '([^']+)'/gm),
  ]
  return imported.flatMap(([, name]) =>
    name!.startsWith('.')
      ? modules(new URL(name!.replace(/\.js$/, '.ts'), entry), seen).concat(name!)
      : [name!],
  )
}

it('what the web app takes needs no Node.js and no heavy package', () => {
  const names = modules(new URL('./browser.ts', import.meta.url))
  expect(names.length).toBeGreaterThan(10)
  expect([...new Set(names.filter(name => !name.startsWith('.')))]).toEqual(['fastest-levenshtein'])
})
