/**
 * A writer of one element with text. An absent or blank value gives nothing at all: 1C takes an empty element for an
 * object (УТ then reuses the previous value), and schema 2.05 forbids it.
 */
export function leaf(name: string): (value: string | undefined) => string {
  const open = `<${name}>`
  const close = `</${name}>`
  return value => {
    if (value === undefined) return ''
    const text = escapeText(value)
    return isBlank(text) ? '' : open + text + close
  }
}

/** A writer of one element around ready XML; nothing when there is nothing inside. */
export function branch(name: string): (content: string) => string {
  const open = `<${name}>`
  const close = `</${name}>`
  return content => (content === '' ? '' : open + content + close)
}

/** A writer of a list: each item through `write`, all of them inside one wrapper. */
export function list<T>(
  wrapper: string,
  write: (item: T) => string,
): (items: readonly T[] | undefined) => string {
  const wrap = branch(wrapper)
  return items => {
    if (items === undefined) return ''
    let content = ''
    for (const item of items) content += write(item)
    return wrap(content)
  }
}

/** ` name="value"` with a leading space, or nothing for an absent or blank value. */
export function attribute(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  const text = escapeText(value)
  if (isBlank(text)) return ''
  return ` ${name}="${text.replace(/["\t\n]/g, character => ATTRIBUTE_ESCAPES[character] ?? character)}"`
}

/**
 * Makes text safe inside an element: markup is escaped once (`>` too, so that `]]>` never appears), a carriage return
 * is kept as a reference. Characters that XML 1.0 forbids or discourages (controls, U+FFFE, U+FFFF) are removed, half
 * of a surrogate pair becomes U+FFFD: УТ and БП refuse a whole file for one such character.
 */
export function escapeText(value: string): string {
  if (!UNSAFE.test(value)) return value
  return value.replace(UNSAFE_EACH, match => TEXT_ESCAPES[match] ?? (isLoneSurrogate(match) ? '\uFFFD' : ''))
}

/** Whether nothing but white space is in it. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  // Anything that starts with a letter or digit, Latin or Cyrillic, is not blank: spares the trim on the hot path.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x400 && first < 0x500)) return false
  return text.trim() === ''
}

function isLoneSurrogate(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= 0xd800 && code <= 0xdfff
}

// Without the flag "u" on purpose: the quick test may stop at any surrogate, the slow pass then spares the good pairs.
const UNSAFE = /[&<>\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/
const UNSAFE_EACH =
  /[&<>\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const TEXT_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const ATTRIBUTE_ESCAPES: Record<string, string> = { '"': '&quot;', '\t': '&#9;', '\n': '&#10;' }
