// Weighs what a first visit loads: the entry and a page, with all they import statically, as the build compressed it. What is
// imported on demand (the editor) doesn't count.
import { existsSync, readFileSync } from 'node:fs'
import { dist, entry, manifest, withImports } from './manifest.js'

/** Of the first page that one sees, and of any. */
const OVERVIEW = 'src/pages/overview/overview-page.tsx'
const OVERVIEW_LIMIT_KB = 180
const LIMIT_KB = 220

/** @type {Map<string, number>} */
const weights = new Map()
/** @param {Set<string>} keys */
function weigh(keys) {
  let bytes = 0
  for (const key of keys) {
    const file = manifest[key]?.file ?? ''
    if (!file.endsWith('.js')) continue
    if (!weights.has(file))
      weights.set(file, readFileSync(dist + file + (existsSync(`${dist + file}.br`) ? '.br' : '')).length)
    bytes += weights.get(file) ?? 0
  }
  return bytes / 1000
}

const base = withImports(entry)
const pages = (manifest[entry]?.dynamicImports ?? []).map(key => ({
  key,
  total: weigh(withImports(key, new Set(base))),
}))
pages.sort((a, b) => b.total - a.total)

console.log(`${weigh(base).toFixed(1).padStart(8)} KB  the app before any page`)
for (const { key, total } of pages) console.log(`${total.toFixed(1).padStart(8)} KB  with ${key}`)
const heavy = pages.filter(({ key, total }) => total > (key === OVERVIEW ? OVERVIEW_LIMIT_KB : LIMIT_KB))
for (const { key, total } of heavy)
  console.error(`A first visit of ${key} loads ${total.toFixed(1)} KB of JavaScript: too much.`)
if (heavy.length > 0) process.exit(1)
