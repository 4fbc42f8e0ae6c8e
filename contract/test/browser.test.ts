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

it.each(['index', 'settings/index'])(
  'what the web app runs of %s needs no Node.js and no heavy package',
  entry => {
    const names = modules(new URL(`../src/${entry}.ts`, import.meta.url))
    expect(names.length).toBeGreaterThan(2)
    const light = ['fastest-levenshtein', 'jsonc-parser']
    expect(names.filter(name => !name.startsWith('.') && !light.includes(name))).toEqual([])
  },
)
