import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { attributeNodes, internalized, withoutPrefix, type XmlNode } from './xml-node.js'

/** A tag that opens an element: its name without a prefix, its attributes as nodes. */
export interface Opening {
  name: string
  attributes: readonly XmlNode[]
}

/** Callbacks of the fast path, the same that the parser calls for its own tokens. */
export interface FastPathHandlers {
  openTag(tag: Opening): void
  closeTag(): void
  text(text: string): void
  /** Longer texts are left to the parser. */
  longestText: number
  /** Tags with more attributes are left to the parser. */
  mostAttributes: number
}

export interface FastPath {
  /**
   * Consumes complete plain tokens of `text` from `start` on and returns where it stopped; the rest is the parser's. Call it
   * only while the parser is between two tokens, and only if `isPlain(text)`.
   */
  run(text: string, start: number): number
  isReady(): boolean
  /** Moves the parser's line and column to the last consumed token. */
  locate(): void
}

/** The parser's internal state, which the fast path keeps in step. */
interface ParserState {
  state: number
  text: string
  entity: string
  carriedFromPrevious: string | undefined
  tags: SaxesTagPlain[]
  line: number
  column: number
}

/** Consecutive tags with only white space between them. */
interface Markup {
  source: string
  tags: readonly MarkupTag[]
  /** The markup that followed the next text last time. */
  next: Markup | undefined
}

interface MarkupTag extends Opening {
  /** The parser's own object of an open tag. */
  tag: SaxesTagPlain
  isClosing: boolean
  /** Where it ends in the source. */
  end: number
}

/** The parser's state between two tokens: a fragment parser starts in it. */
const BETWEEN = (new SaxesParser({ fragment: true }) as unknown as ParserState).state

/**
 * Most of a file is plain: tags in Latin and Cyrillic letters, texts with only the five predefined entities. Those are
 * handled here, many times faster than by the parser; anything else, and every error, is left to the parser. Files repeat
 * themselves: the markup between two texts (`</Ид>\n\t<Номер>`) recurs all the time, so it is parsed once and cached, and a
 * single comparison checks whether it is the one that followed last time.
 */
export function createFastPath(parser: SaxesParser, handlers: FastPathHandlers): FastPath {
  const state = parser as unknown as ParserState
  let current = ''
  /** How far `current` is consumed, and up to where line and column are right. */
  let taken = 0
  let located = 0
  /** Index of the next & in `current`, -1 for none; and whether any of its lines ends with a carriage return. */
  let ampersand = -1
  let returns = false
  const known = new Map<string, Markup>()
  let last: Markup = { source: '', tags: [], next: undefined }

  function locate(): void {
    let newline = -1
    for (let at = current.indexOf('\n', located); at >= 0 && at < taken; at = current.indexOf('\n', at + 1)) {
      state.line++
      newline = at
    }
    state.column = newline < 0 ? state.column + taken - located : taken - newline - 1
    located = taken
  }

  /** The markup that begins there; undefined if it is not plain. */
  function markupAt(at: number): Markup | undefined {
    const { next } = last
    if (next !== undefined && current.startsWith(next.source, at)) {
      last = next
      return next
    }
    MARKUP.lastIndex = at
    if (!MARKUP.test(current)) return undefined
    let end = MARKUP.lastIndex
    while (current.charCodeAt(end - 1) !== GREATER) end--
    if (end - at > LONGEST_MARKUP) return undefined
    const source = current.slice(at, end)
    const found = known.get(source) ?? readMarkup(source, handlers)
    // At the end of a piece, markup may be cut in the middle.
    if (found === undefined || MARKUP.lastIndex === current.length) return found
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(found.source, found)
    last.next = found
    last = found
    return found
  }

  /** Consumes the text before a tag; false if it is not plain. */
  function takeText(from: number, to: number): boolean {
    if (to - from <= handlers.longestText && isBlank(current, from, to)) return true
    let text = current.slice(from, to)
    if (ampersand >= 0 && ampersand < from) ampersand = current.indexOf('&', from)
    if (ampersand >= 0 && ampersand < to) {
      const resolved = resolve(text)
      if (resolved === undefined) return false
      text = resolved
    }
    if (returns) text = text.replaceAll('\r\n', '\n')
    // The parser reports a text once it has read the < after it.
    taken = to + 1
    handlers.text(text)
    return true
  }

  /** False if a tag among them closes an element that is not open. */
  function takeTags({ tags }: Markup, from: number): boolean {
    const open = state.tags
    for (const markup of tags) {
      const { tag, isClosing, end } = markup
      // The end of the root is left to the parser: other rules apply after it.
      if (isClosing && (open.length === 1 || open[open.length - 1]!.name !== tag.name)) return false
      taken = from + end
      if (isClosing) {
        open.pop()
        handlers.closeTag()
      } else {
        handlers.openTag(markup)
        if (tag.isSelfClosing) handlers.closeTag()
        else open.push(tag)
      }
    }
    return true
  }

  return {
    isReady: () =>
      state.state === BETWEEN &&
      state.tags.length > 0 &&
      state.text === '' &&
      state.entity === '' &&
      state.carriedFromPrevious === undefined,
    run(text, start) {
      current = text
      located = start
      taken = start
      ampersand = text.indexOf('&', start)
      returns = text.includes('\r')
      for (;;) {
        const from = taken
        const at = text.indexOf('<', from)
        if (at < 0) break
        const markup = markupAt(at)
        if (markup === undefined || (at > from && !takeText(from, at))) break
        taken = at
        if (!takeTags(markup, at)) break
      }
      locate()
      return taken
    },
    locate,
  }
}

/** Parses text that matches MARKUP; undefined if one of its tags needs the parser. */
function readMarkup(source: string, { mostAttributes, longestText }: FastPathHandlers): Markup | undefined {
  const tags: MarkupTag[] = []
  for (const { 0: whole, 1: slash, 2: name, 3: inside, index } of source.matchAll(TAG)) {
    const attributes: Record<string, string> = {}
    let count = 0
    for (const [, key, value] of inside!.matchAll(ATTRIBUTE)) {
      if (++count > mostAttributes || key! in attributes || value!.length > longestText) return undefined
      attributes[key!] = value!
    }
    tags.push({
      name: withoutPrefix(name!),
      attributes: attributeNodes(attributes),
      tag: { name: name!, attributes, isSelfClosing: whole.endsWith('/>') },
      isClosing: slash === '/',
      end: index + whole.length,
    })
  }
  // A plain slice would keep the whole source text in memory.
  return { source: internalized(source), tags, next: undefined }
}

/** Whether the range is white space only, as most text between tags is. */
export function isBlank(text: string, from = 0, to = text.length): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) return false
  return true
}

/**
 * Text whose characters each count as one column, none of them forbidden, with usual line ends, and without the end of a
 * CDATA section, which only the parser can judge.
 */
export function isPlain(text: string): boolean {
  return !ODD.test(text) && !text.includes(']]>') && !(text.includes('\r') && LONE_CARRIAGE_RETURN.test(text))
}

/** A text with its entities resolved; undefined if one is not among the five. */
function resolve(text: string): string | undefined {
  let result = ''
  let copied = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const end = text.indexOf(';', at)
    const character = end < 0 ? undefined : ENTITIES.get(text.slice(at + 1, end))
    if (character === undefined) return undefined
    result += text.slice(copied, at) + character
    copied = end + 1
  }
  return result + text.slice(copied)
}

/** Longer markup may be an attempt to fill the memory: it is left to the parser's limits. */
const LONGEST_MARKUP = 4096
/** Files with many more are not from 1C, or have attributes that never recur: the cache is emptied then. */
const MOST_KNOWN = 1000
const SPACE = 0x20
const GREATER = 0x3e
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const LONE_CARRIAGE_RETURN = /\r(?!\n|$)/
/** Latin and Russian letters, the underscore, digits and `-.:`. */
const NAME = '[A-Za-zА-Яа-я_][\\w.:А-Яа-я-]*'
const NAMED_VALUE = ` ${NAME}="[^"<&\\t\\r\\n]*"`
/** A few tags without attributes, or one with some. Bounded, because a search through nothing but tags would not end. */
const MARKUP = new RegExp(
  `(?:<(?:/${NAME}|${NAME}/?)>[\\t\\n\\r ]*){1,16}|<${NAME}(?:${NAMED_VALUE}){1,64}/?>`,
  'y',
)
const TAG = new RegExp(`<(/?)(${NAME})((?:${NAMED_VALUE})*)/?>`, 'g')
const ATTRIBUTE = new RegExp(` (${NAME})="([^"]*)"`, 'g')
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
