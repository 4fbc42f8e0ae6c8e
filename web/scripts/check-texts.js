// Two rules that the compiler can't check: every key of a catalogue is used, and no component holds a text of its own.
// (A missing or an unknown key doesn't compile.)
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map(name => join(root, name))
const isCatalogue = (/** @type {string} */ file) => /[\\/]texts(-[\w-]+)?\.ts$/.test(file)
const sources = new Map(files.map(file => [file, readFileSync(file, 'utf8')]))
/** @type {string[]} */
const problems = []

for (const [file, source] of sources) {
  if (isCatalogue(file))
    for (const key of unusedKeys(file, source)) problems.push(`${name(file)}: «${key}» is not used`)
  else for (const found of ownTexts(file, source)) problems.push(`${name(file)}:${found}`)
}

for (const problem of problems) console.error(problem)
console.log(`${sources.size} files, ${problems.length} problems with texts`)
if (problems.length > 0) process.exit(1)

/** @param {string} file */
function name(file) {
  return relative(root, file)
}

/**
 * Keys: `key: ['text', 'text']` and `key: {` of a group. A key is used where `.key` stands, or a destructuring
 * names it, or a table's column has it as its id, in a file that imports the catalogue; all keys of a group are where the group, or `t` made of it, is indexed or passed whole.
 * @param {string} file @param {string} source
 */
function unusedKeys(file, source) {
  const readers = [...sources].filter(
    ([other, text]) => other !== file && imports(other, text).includes(file),
  )
  const code = readers.map(([, text]) => text).join('\n')
  const texts = source
    .slice(source.indexOf('catalogue({'), source.indexOf('\n})'))
    .replace(/\([^()]*\) =>/g, '() =>')
  /** @type {string[]} */
  const unused = []
  /** @type {string[]} */
  const path = []
  const token =
    /(?:^|[{,]\s*)(?:'([\w-]+)'|(\w+)):\s*([{[]?)|(\})\s*(?=[,}\n])|(\[)|(\])|`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"[^"]*"/gm
  let inPair = 0
  for (const [, quoted, bare, opens, closes, opensPair, closesPair] of texts.matchAll(token)) {
    const key = quoted ?? bare
    const wasInPair = inPair > 0
    if (opens === '[' || opensPair !== undefined) inPair++
    if (closesPair !== undefined) inPair--
    else if (wasInPair) continue
    else if (closes !== undefined) path.pop()
    else if (key !== undefined && opens === '{') path.push(key)
    else if (key !== undefined && !isUsed(key, code) && !path.some(group => isIndexed(group, readers)))
      unused.push([...path, key].join('.'))
  }
  return unused
}

/** @param {string} key @param {string} code */
function isUsed(key, code) {
  return new RegExp(
    `\\.${key}\\b|\\bid: '${key}'|\\[['"]${key}['"]\\]|\\{[^{}]*\\b${key}\\b[^{}]*\\} = `,
  ).test(code)
}

/** @param {string} group @param {[string, string][]} readers */
function isIndexed(group, readers) {
  return readers.some(
    ([, text]) =>
      new RegExp(`\\b${group}\\[|=\\{t\\.${group}\\}`).test(text) ||
      (new RegExp(`\\.${group}$`, 'm').test(text) && /\bt\[/.test(text)),
  )
}

/** @param {string} file @param {string} source */
function imports(file, source) {
  return [...source.matchAll(/from '(\.[^']+)\.js'/g)].map(
    ([, path]) => `${resolve(dirname(file), path ?? '')}.ts`,
  )
}

/**
 * Cyrillic anywhere but in comments; and JSX text or a label attribute that has a word in it.
 * @param {string} file @param {string} source
 */
function ownTexts(file, source) {
  /** @type {string[]} */
  const found = []
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1')
  code.split('\n').forEach((line, index) => {
    const at = `${index + 1}`
    if (/[а-яё]/i.test(line)) found.push(`${at}: Cyrillic outside a texts.ts: ${line.trim()}`)
    if (!file.endsWith('.tsx')) return
    if (/\b(?:aria-label|title|label|placeholder|alt|description)="[^"]*[A-Za-z]{2}/.test(line))
      found.push(`${at}: text in an attribute: ${line.trim()}`)
    if (/^\s*[A-Z][a-z]+(?: [\w',.-]+)+\s*$/.test(line) || /<\w[^>]*>\s*[A-Za-z]{3,}[^<{]*<\//.test(line))
      found.push(`${at}: text in JSX: ${line.trim()}`)
  })
  return found
}
