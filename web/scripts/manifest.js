// What the build consists of, by vite's manifest.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }>} */
export const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'))

const found = Object.keys(manifest).find(key => manifest[key]?.isEntry)
if (found === undefined) throw new Error('dist has no entry: build first')
/** The key of the app itself. */
export const entry = found

/**
 * The keys of a part and of all that it imports statically, added to `found`.
 * @param {string} key @param {Set<string>} found
 */
export function withImports(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const imported of manifest[key]?.imports ?? []) withImports(imported, found)
  return found
}
