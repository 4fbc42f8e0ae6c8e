import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every text of the catalogues below a folder, as a pattern: what is put into a text may be anything. */
export function appTexts(folder: string): RegExp[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter(name => /(^|[\\/])texts(-[\w-]+)?\.ts$/.test(name))
    .flatMap(name => literals(withoutComments(readFileSync(join(folder, name), 'utf8'))))
}

const QUOTES = ["'", '"', '`']

function literals(source: string): RegExp[] {
  const found: RegExp[] = []
  for (let at = 0; at < source.length; at++) {
    if (!QUOTES.includes(source[at]!)) continue
    const [pattern, end] = readLiteral(source, at)
    if (/\p{L}/u.test(pattern)) found.push(new RegExp(`^${pattern}$`, 'u'))
    at = end
  }
  return found
}

/** The pattern of the literal that starts at `from`, and where it ends. */
function readLiteral(source: string, from: number): [pattern: string, end: number] {
  const quote = source[from]!
  let pattern = ''
  let at = from + 1
  for (; at < source.length && source[at] !== quote; at++) {
    if (source[at] === '\\') pattern += escaped(source[++at]!)
    else if (quote === '`' && source.startsWith('${', at)) {
      at = endOfValue(source, at + 2)
      pattern += '.*'
    } else pattern += escaped(source[at]!)
  }
  return [pattern, at]
}

/** Where the brace that ends a value in a template stands; literals within are skipped. */
function endOfValue(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (QUOTES.includes(source[at]!)) at = readLiteral(source, at)[1]
    else if (source[at] === '{') depth++
    else if (source[at] === '}' && depth-- === 0) return at
  }
  return source.length
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}
