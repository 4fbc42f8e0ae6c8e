import type { Place } from './json-node.js'

/** A correction that makes the text valid JSON. */
export interface Edit extends Place {
  text: string
  kind: 'quotes' | 'escape' | 'space' | 'bom' | 'semicolon'
  /** The pair of quotes that was replaced, `«»`. */
  pair?: string
}

/**
 * The corrections that word processors make necessary: typographic quotes around a string become straight
 * ones, odd spaces plain ones; a BOM, zero-width characters and semicolons at the end go. Straight strings
 * stay as they are.
 */
export function typographicEdits(text: string): Edit[] {
  const edits: Edit[] = []
  let end = text.length
  while (end > 0 && AT_END.test(text[end - 1]!)) end--
  for (const { 0: found, index: from, groups } of text.matchAll(PARTS)) {
    const to = from + found.length
    const inside = groups!.angle ?? groups!.curly
    if (inside !== undefined) edits.push(...stringEdits(found, from, inside))
    else if (found === '\uFEFF') edits.push({ from, to, text: '', kind: 'bom' })
    else if (found === ';') {
      if (from >= end) edits.push({ from, to, text: '', kind: 'semicolon' })
    } else if (!/^["«»“”„‟]/.test(found))
      edits.push({ from, to, text: ZERO_WIDTH.test(found) ? '' : ' ', kind: 'space' })
  }
  return edits
}

function stringEdits(found: string, from: number, inside: string): Edit[] {
  const quote = (at: number): Edit => ({
    from: at,
    to: at + 1,
    text: '"',
    kind: 'quotes',
    pair: found[0]! + found.at(-1)!,
  })
  const edits = [quote(from)]
  for (const { 0: odd, index } of inside.matchAll(INSIDE)) {
    const at = from + 1 + index
    if (odd === '"') edits.push({ from: at, to: at + 1, text: '\\"', kind: 'escape' })
    else if (!odd.startsWith('\\')) edits.push({ from: at, to: at + 1, text: ' ', kind: 'space' })
  }
  return [...edits, quote(from + found.length - 1)]
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let corrected = ''
  let at = 0
  for (const edit of edits) {
    corrected += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return corrected + text.slice(at)
}

/** Finds the offset in the original text of one in the corrected text; quick for rising offsets. */
export function originalOffsets(edits: readonly Edit[]): (offset: number) => number {
  let next = 0
  let removed = 0
  let last = 0
  return offset => {
    if (offset < last) {
      next = 0
      removed = 0
    }
    last = offset
    for (; next < edits.length; next++) {
      const { from, to, text } = edits[next]!
      if (offset < from - removed + text.length) return Math.min(offset + removed, from)
      removed += to - from - text.length
    }
    return offset + removed
  }
}

const AT_END = /[\s;\uFEFF\u200B-\u200F\u2060\u00AD]/
const ZERO_WIDTH = /[\u200B-\u200F\u2060\u00AD]/
const INSIDE = /\\.|["\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
/**
 * Strings in straight, angle and curly quotes, odd characters between them, semicolons. Angle quotes nest.
 * Curly ones don't tell which opens: the first that a colon, comma, bracket or the end follows closes the
 * string.
 */
const PARTS = new RegExp(
  [
    String.raw`"(?:[^"\\\r\n]|\\.)*"?`,
    String.raw`[«»](?<angle>[^«»\r\n]*(?:«[^«»\r\n]*»[^«»\r\n]*)*)»`,
    String.raw`[“”„‟](?<curly>(?:(?!"\s{0,9}[:,\]}]).){0,1000}?)[“”‟](?=\s{0,99}(?:[:,\]}]|$))`,
    // A string that nothing closes: what follows in its line is its own.
    '[«»“”„‟][^\\r\\n]*',
    '\\uFEFF',
    '[^\\S \\t\\r\\n]',
    '[\\u0085\\u200B-\\u200F\\u2060\\u00AD]',
    ';',
  ].join('|'),
  'g',
)
