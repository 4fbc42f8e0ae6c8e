import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** What the lane does in place of the parser; the same that the parser does for its own tokens. */
export interface LaneHandlers {
  openTag(tag: SaxesTagPlain): void
  closeTag(): void
  text(text: string): void
  /** Longer white space between two tags is told as a text. */
  longestBlank: number
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

/** A name of a tag, and that of the tag that opened after it the last time. */
interface KnownName {
  name: string
  next: KnownName | undefined
}

/** Between two tokens; a parser of fragments begins there. */
const BETWEEN = (new SaxesParser({ fragment: true }) as unknown as ParserState).state

/**
 * Most of a file is plain: tags in Latin and Cyrillic letters, texts with nothing but the five entities. These are taken here, several
 * times faster than the parser would; whatever is not quite so is left to it, and so is every error.
 */
export function createFastLane(parser: SaxesParser, handlers: LaneHandlers): FastLane {
  const state = parser as unknown as ParserState
  /** What was taken of `current` since line and column were right. */
  let current = ''
  let located = 0
  let taken = 0
  /** Ends of lines among it, and where the last one is. */
  let lines = 0
  let newline = -1
  const names = new Map<string, KnownName>()
  let last: KnownName = { name: '', next: undefined }

  function locate(): void {
    if (located === taken) return
    state.line += lines
    state.column = newline < 0 ? state.column + taken - located : taken - newline - 1
    located = taken
    lines = 0
    newline = -1
  }

  function countLines(from: number, to: number): void {
    for (let at = current.indexOf('\n', from); at >= 0 && at < to; at = current.indexOf('\n', at + 1)) {
      lines++
      newline = at
    }
  }

  /** White space alone, as most of it between tags is: its lines are counted, and nobody needs it. */
  function isBlank(from: number, to: number): boolean {
    if (to - from > handlers.longestBlank) return false
    const linesBefore = lines
    const newlineBefore = newline
    for (let at = from; at < to; at++) {
      const code = current.charCodeAt(at)
      if (code > SPACE) {
        lines = linesBefore
        newline = newlineBefore
        return false
      }
      if (code === LINE_FEED) {
        lines++
        newline = at
      }
    }
    return true
  }

  /** The text before a tag; false when it is not plain. */
  function takeText(from: number, to: number): boolean {
    if (isBlank(from, to)) return true
    let text = current.slice(from, to)
    if (text.includes('&')) {
      const resolved = resolve(text)
      if (resolved === undefined) return false
      text = resolved
    }
    if (text.includes('\r')) text = text.replaceAll('\r\n', '\n')
    countLines(from, to)
    // The parser tells a text when it has read the < after it.
    taken = to + 1
    handlers.text(text)
    return true
  }

  /** The name that begins there. Files repeat themselves: it is tried first whether it is the one that came next the last time. */
  function nameAt(from: number): string {
    const { next } = last
    if (next !== undefined) {
      const code = current.charCodeAt(from + next.name.length)
      if ((code === GREATER || code === SPACE) && current.startsWith(next.name, from)) {
        last = next
        return next.name
      }
    }
    let end = from + 1
    while (isNameCharacter(current.charCodeAt(end))) end++
    const name = current.slice(from, end)
    let known = names.get(name)
    if (known === undefined) {
      known = { name: internalized(name), next: undefined }
      if (names.size < MOST_NAMES) names.set(known.name, known)
    }
    last.next = known
    last = known
    return known.name
  }

  /** Where the tag ends that opens at `at`; -1 when it is not plain. */
  function takeOpening(from: number, at: number): number {
    const name = nameAt(at + 1)
    let end = at + 1 + name.length
    let attributes = NO_ATTRIBUTES
    let code = current.charCodeAt(end)
    if (code === SPACE) {
      attributes = {}
      ATTRIBUTE.lastIndex = end
      let left = handlers.mostAttributes
      for (let found = ATTRIBUTE.exec(current); found !== null; found = ATTRIBUTE.exec(current)) {
        if (left-- === 0 || found[1]! in attributes) return -1
        attributes[found[1]!] = found[2]!
        end = ATTRIBUTE.lastIndex
      }
      code = current.charCodeAt(end)
    }
    const isSelfClosing = code === SLASH && current.charCodeAt(end + 1) === GREATER
    if ((!isSelfClosing && code !== GREATER) || end - at > LONGEST_TAG) return -1
    if (at > from && !takeText(from, at)) return -1
    taken = end + (isSelfClosing ? 2 : 1)
    const tag = { name, attributes, isSelfClosing } as SaxesTagPlain
    handlers.openTag(tag)
    if (isSelfClosing) handlers.closeTag()
    else state.tags.push(tag)
    return taken
  }

  function takeClosing(from: number, at: number): number {
    const { tags } = state
    const name = tags.at(-1)!.name
    const end = at + 2 + name.length
    // The end of the root is the parser's: other rules hold behind it.
    if (tags.length === 1 || current.charCodeAt(end) !== GREATER || !current.startsWith(name, at + 2))
      return -1
    if (at > from && !takeText(from, at)) return -1
    taken = end + 1
    tags.pop()
    handlers.closeTag()
    return taken
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
      let from = start
      for (;;) {
        const at = text.indexOf('<', from)
        if (at < 0) break
        const code = text.charCodeAt(at + 1)
        const end = code === SLASH ? takeClosing(from, at) : isNameStart(code) ? takeOpening(from, at) : -1
        if (end < 0) break
        from = end
      }
      taken = from
      locate()
      return from
    },
    locate,
  }
}

/**
 * Text in which every character counts as one and none is forbidden, whose lines end as usual, and without the end of a CDATA section, which
 * the lane could not judge.
 */
export function isPlain(text: string): boolean {
  return !ODD.test(text) && !text.includes(']]>') && !LONE_CARRIAGE_RETURN.test(text)
}

/** As the name of a property a string is kept once for all, and with other such ones compared at a glance. */
function internalized(text: string): string {
  return Object.keys({ [text]: true })[0]!
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

/** Latin and Russian letters, and the underscore. */
function isNameStart(code: number): boolean {
  return (
    (code >= 0x410 && code <= 0x44f) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f
  )
}

/** These, digits and `-.:`. */
function isNameCharacter(code: number): boolean {
  return isNameStart(code) || (code >= 0x2d && code <= 0x3a && code !== SLASH)
}

/** Of the many tags that have none; never added to. */
const NO_ATTRIBUTES: Record<string, string> = {}
/** A longer one may be of somebody who wants to fill the memory: that is for the parser's limits. */
const LONGEST_TAG = 4096
/** A file of more names is not of 1C; they are not kept then. */
const MOST_NAMES = 1000
const LINE_FEED = 0x0a
const SPACE = 0x20
const SLASH = 0x2f
const GREATER = 0x3e
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const LONE_CARRIAGE_RETURN = /\r(?!\n|$)/
const ATTRIBUTE = / ([A-Za-zА-Яа-я_][\w.:А-Яа-я-]*)="([^"<&\t\r\n]*)"/y
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
