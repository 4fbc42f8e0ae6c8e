import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { attributeNodes, internalized, withoutPrefix, type XmlNode } from './xml-node.js'

/** A tag that opens an element: its name without a prefix, its attributes as nodes. */
export interface Opening {
  name: string
  attributes: readonly XmlNode[]
}

/** What the lane does in place of the parser; the same that the parser does for its own tokens. */
export interface LaneHandlers {
  openTag(tag: Opening): void
  closeTag(): void
  text(text: string): void
  /** A longer one is left to the parser. */
  longestText: number
  /** A tag with more is left to the parser. */
  mostAttributes: number
}

export interface FastLane {
  /**
   * Takes the plain tokens of `text` from `start` on that are there as a whole; gives where it stopped: the rest is the parser's.
   * Only where the parser stands between two tokens, and of text that `isPlain`.
   */
  run(text: string, start: number): number
  isReady(): boolean
  /** Brings the parser's line and column to the last token taken. */
  locate(): void
}

/** The parser's own state, which the lane keeps in step. */
interface ParserState {
  state: number
  text: string
  entity: string
  carriedFromPrevious: string | undefined
  tags: SaxesTagPlain[]
  line: number
  column: number
}

/** Tags with nothing but white space between them. */
interface Markup {
  source: string
  tags: readonly MarkupTag[]
  /** What followed the next text the last time. */
  next: Markup | undefined
}

interface MarkupTag extends Opening {
  /** As the parser keeps it while it is open. */
  tag: SaxesTagPlain
  isClosing: boolean
  /** Where it ends in the source. */
  end: number
}

/** Between two tokens; a parser of fragments begins there. */
const BETWEEN = (new SaxesParser({ fragment: true }) as unknown as ParserState).state

/**
 * Most of a file is plain: tags in Latin and Cyrillic letters, texts with nothing but the five entities. These are taken here, many
 * times faster than the parser would; whatever is not quite so is left to it, and so is every error.
 *
 * Files repeat themselves: what stands between two texts (`</Ид>\n\t<Номер>`) comes again and again, so it is taken apart once and
 * known from then on, and it is mostly what followed the last time, which one comparison tells.
 */
export function createFastLane(parser: SaxesParser, handlers: LaneHandlers): FastLane {
  const state = parser as unknown as ParserState
  let current = ''
  /** How far `current` was taken, and up to where line and column are right. */
  let taken = 0
  let located = 0
  /** The next & of `current`, -1 for none; whether any line of it ends with a carriage return. */
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

  /** The markup that begins there; undefined when it is not plain. */
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
    // What reaches the end of a piece was cut there by chance.
    if (found === undefined || MARKUP.lastIndex === current.length) return found
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(found.source, found)
    last.next = found
    last = found
    return found
  }

  /** The text before a tag; false when it is not plain. */
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
    // The parser tells a text when it has read the < after it.
    taken = to + 1
    handlers.text(text)
    return true
  }

  /** False when a tag among them closes what is not open. */
  function takeTags({ tags }: Markup, from: number): boolean {
    const open = state.tags
    for (const markup of tags) {
      const { tag, isClosing, end } = markup
      // The end of the root is the parser's: other rules hold behind it.
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

/** Markup that matches MARKUP taken apart; undefined when one of its tags is the parser's. */
function readMarkup(source: string, { mostAttributes, longestText }: LaneHandlers): Markup | undefined {
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
  // The text that it was cut from would be kept with it.
  return { source: internalized(source), tags, next: undefined }
}

/** White space alone, as most of it between tags is: nobody needs it. */
export function isBlank(text: string, from = 0, to = text.length): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) return false
  return true
}

/**
 * Text in which every character counts as one and none is forbidden, whose lines end as usual, and without the end of a CDATA section, which
 * the lane could not judge.
 */
export function isPlain(text: string): boolean {
  return !ODD.test(text) && !text.includes(']]>') && !(text.includes('\r') && LONE_CARRIAGE_RETURN.test(text))
}

/** A text with its entities resolved; undefined when one is none of the five. */
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

/** A longer one may be of somebody who wants to fill the memory: that is for the parser's limits. */
const LONGEST_MARKUP = 4096
/** A file of many more is not of 1C, or full of attributes that never come again: these make room for others. */
const MOST_KNOWN = 1000
const SPACE = 0x20
const GREATER = 0x3e
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const LONE_CARRIAGE_RETURN = /\r(?!\n|$)/
/** Of Latin and Russian letters, the underscore, digits and `-.:`. */
const NAME = '[A-Za-zА-Яа-я_][\\w.:А-Яа-я-]*'
const NAMED_VALUE = ` ${NAME}="[^"<&\\t\\r\\n]*"`
/** Some tags without attributes, or one that has some. Bounded, for a search of nothing but tags would have no end. */
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
