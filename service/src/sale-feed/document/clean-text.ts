import { createHash } from 'node:crypto'

// What XML 1.0 cannot hold or advises against, and what УТ and Бухгалтерия fail on: control characters,
// halves of surrogate pairs, non-characters.
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}\p{Surrogate}]/gu
// Most texts need no cleaning; these two patterns recognize them in one pass.
const CLEAN = /^(?! )[\u0020-\u007e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff]*(?<! )$/
const NAME_CHARACTERS = String.raw`[!"$-~\u00a1-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff]+`
const CLEAN_NAME = new RegExp(`^(?:${NAME_CHARACTERS}(?: ${NAME_CHARACTERS})*)?$`)
const BLANKS = /\s+/g

/** A text of several lines: legal in XML, LF only, trimmed, at most `limit` UTF-16 units. */
export function cleanText(text: string, limit: number): string {
  if (text.length <= limit && CLEAN.test(text)) return text
  return cut(text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '').trim(), limit)
}

/** The same in one line, blanks collapsed, `№` for `#`, at which 1C splits a name. */
export function cleanName(name: string, limit: number): string {
  if (name.length <= limit && CLEAN_NAME.test(name)) return name
  const legal = name.replace(BLANKS, ' ').replace(ILLEGAL, '')
  return cut(legal.replaceAll('#', '\u2116').replace(BLANKS, ' ').trim(), limit)
}

/** The first `limit` UTF-16 units without half of a surrogate pair or blanks at the end. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit
  return text.slice(0, end).trimEnd()
}

const HASH_DIGITS = 8

/**
 * A one-line name within `limit` characters. 1C identifies items by name, so a truncated name ends in a hash
 * of the full one: different names stay different.
 */
export function distinctName(name: string, limit: number): string {
  const whole = cleanName(name, Number.POSITIVE_INFINITY)
  if (whole.length <= limit) return whole
  const mark = `… [${createHash('sha256').update(whole).digest('hex').slice(0, HASH_DIGITS)}]`
  return cut(whole, limit - mark.length) + mark
}
