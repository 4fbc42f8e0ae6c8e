import { ELEMENTS } from '../model/names.js'

/**
 * A writer of one element with text. A blank value writes nothing: 1C takes an empty element for an object
 * (УТ then reuses the previous value), and schema 2.05 forbids it.
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

/** A `leaf` of each element that has one, under its name in `ELEMENTS`. */
export const leaves = Object.fromEntries(
  Object.entries(ELEMENTS).map(([key, name]) => [key, leaf(name)]),
) as Readonly<Record<keyof typeof ELEMENTS, ReturnType<typeof leaf>>>

/** A writer of one element around ready XML; nothing if it is empty. */
export function branch(name: string): (content: string) => string {
  const open = `<${name}>`
  const close = `</${name}>`
  return content => (content === '' ? '' : open + content + close)
}

/** A writer of a list: each item through `write`, all inside one wrapper. */
export function list<T, Context = void>(
  wrapper: string,
  write: (item: T, context: Context) => string,
): (items: readonly T[] | undefined, context: Context) => string {
  const wrap = branch(wrapper)
  return (items, context) => {
    if (items === undefined) return ''
    let content = ''
    for (const item of items) content += write(item, context)
    return wrap(content)
  }
}

/**
 * Caches the XML of short texts that recur (names, rates, units): a third of an order's time. Emptied at
 * 1,000.
 */
export function cached(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    let xml = known.get(text)
    if (xml === undefined) {
      xml = make(text)
      if (known.size >= 1000) known.clear()
      if (text.length <= 100) known.set(text, xml)
    }
    return xml
  }
}

/** A writer of ` name="value"` with a leading space; nothing for an absent or blank value. */
export function attribute(name: string): (value: string | undefined) => string {
  const open = ` ${name}="`
  return value => {
    if (value === undefined) return ''
    const text = escapeText(value)
    if (isBlank(text)) return ''
    const safe = ATTRIBUTE_UNSAFE.test(text) ? text.replace(ATTRIBUTE_UNSAFE_EACH, escapeAttributeSign) : text
    return `${open}${safe}"`
  }
}

export function flag(name: string): (value: boolean | undefined) => string {
  const yes = `<${name}>true</${name}>`
  const no = `<${name}>false</${name}>`
  return value => (value === undefined ? '' : value ? yes : no)
}

/**
 * Escapes text for an element, `>` too. Characters that XML 1.0 forbids or discourages are removed: УТ and БП
 * reject a whole file for one. U+FFFD and half a pair become a reference to U+FFFD: БП and УНФ that see the
 * character itself reread the whole file as windows-1251.
 */
export function escapeText(value: string): string {
  if (!UNSAFE.test(value)) return value
  return value.replace(
    UNSAFE_EACH,
    match => TEXT_ESCAPES[match] ?? (isLoneSurrogate(match) ? REPLACEMENT : ''),
  )
}

export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  // Text that starts with a letter or digit, Latin or Cyrillic, is not blank: avoids the trim on the hot
  // path.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x400 && first < 0x500)) return false
  return text.trim() === ''
}

function escapeAttributeSign(sign: string): string {
  return ATTRIBUTE_ESCAPES[sign] ?? sign
}

function isLoneSurrogate(character: string): boolean {
  if (character.length > 1) return false
  const code = character.charCodeAt(0)
  return code >= 0xd800 && code <= 0xdfff
}

// Without the flag "u" on purpose: the quick test may stop at any surrogate, the slow pass then keeps the
// valid pairs.
const UNSAFE = /[&<>\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/
// The last pairs are the non-characters at the end of each plane, U+1FFFE to U+10FFFF.
const UNSAFE_EACH = new RegExp(
  [
    /[&<>\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]/,
    /[\ud800-\udbff](?![\udc00-\udfff])/,
    /(?<![\ud800-\udbff])[\udc00-\udfff]/,
    /[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff][\udffe\udfff]/,
    /[\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)
const ATTRIBUTE_UNSAFE = /["\t\n]/
const ATTRIBUTE_UNSAFE_EACH = /["\t\n]/g
const REPLACEMENT = '&#65533;'
const TEXT_ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
  '\ufffd': REPLACEMENT,
}
const ATTRIBUTE_ESCAPES: Record<string, string> = { '"': '&quot;', '\t': '&#9;', '\n': '&#10;' }
