// Writes into early.js which files each page consists of, beside those that index.html names: they are loaded with the first ones and not
// after them.
import { readFileSync, writeFileSync } from 'node:fs'
import { dist, entry, manifest, withImports } from './manifest.js'

const EMPTY = '{ files: [], pages: {} }'

const always = withImports(entry)
/** @type {string[]} */
const files = []
/** @type {Record<string, number[]>} */
const pages = {}
for (const key of Object.keys(manifest)) {
  const page = /\/([\w-]+)-page\.tsx$/.exec(key)?.[1]
  if (page === undefined) continue
  const parts = [...withImports(key, new Set(always))].filter(part => !always.has(part))
  const named = parts.flatMap(part => [manifest[part]?.file ?? '', ...(manifest[part]?.css ?? [])])
  pages[page] = [...new Set(named)].map(file => {
    const name = file.replace('assets/', '')
    if (!files.includes(name)) files.push(name)
    return files.indexOf(name)
  })
}

const early = readFileSync(`${dist}early.js`, 'utf8')
if (!early.includes(EMPTY)) throw new Error('early.js has no place for the files')
writeFileSync(`${dist}early.js`, early.replace(EMPTY, JSON.stringify({ files, pages })))
