import { SaxesParser } from 'saxes'
import { CommercemlError, type CommercemlErrorCode } from '../model/commerceml-error.js'
import { type ReadLimits, type XmlReaderEvents, XmlTree } from './xml-tree.js'

export interface XmlReader {
  write(text: string): void
  close(): void
  fail(code: CommercemlErrorCode, message: string): never
}

interface Place {
  line: number
  column: number
}

/**
 * A strict XML reader based on saxes: rejects a document type, resolves only the five entities of XML, drops
 * prefixes and namespaces, returns wanted elements as trees. Every error is a `CommercemlError` with its
 * position.
 */
export function createXmlReader(events: XmlReaderEvents, limits: ReadLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const tree = new XmlTree(events, limits, fail)
  let rootEnd: Place | undefined
  let closing = false
  /** Characters since the last tag or text. */
  let untouched = 0
  const ampersand: Place = { line: 0, column: 0 }
  let afterAmpersand = false

  function fail(code: CommercemlErrorCode, message: string, place: Place = parser): never {
    throw new CommercemlError(code, message, { line: place.line, column: place.column, path: tree.path() })
  }

  function failAtAmpersand(): never {
    return fail('malformed', 'an & that begins no entity of XML', ampersand)
  }

  // Six handlers: with an eighth, V8 makes a dictionary of the parser, and reading takes four times as long.
  parser.on('opentag', tag => {
    untouched = 0
    tree.openTag(tag.name, tag.attributes)
  })
  parser.on('closetag', () => {
    untouched = 0
    tree.closeTag()
    if (tree.names.length === 0) rootEnd = { line: parser.line, column: parser.column }
  })
  parser.on('text', piece => {
    untouched = 0
    // Most text is the white space between tags.
    if (isBlank(piece)) tree.checkLength(piece)
    else tree.text(piece)
  })
  parser.on('cdata', piece => {
    untouched = 0
    tree.text(piece)
  })
  parser.on('doctype', () => fail('doctype', 'a document type declaration is not accepted'))
  parser.on('error', error => {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (message === 'unexpected close tag') tree.reopen()
    tree.deliver()
    // saxes reports text after the root at the next tag or the end of a piece; we report where the root
    // ended.
    if (message === 'text data outside of root node' && rootEnd !== undefined)
      fail('malformed', message, rootEnd)
    if (message.includes('entity') && !message.includes('malformed')) failAtAmpersand()
    fail(closing ? 'unexpected-end' : message.includes('doctype') ? 'doctype' : 'malformed', message)
  })

  /** The name of the entity that saxes is reading. A bare & takes all up to the next semicolon for one. */
  const entityLength = (): number => (parser as unknown as { entity: string }).entity.length

  /** How many characters may be passed to saxes at once. */
  function longestPiece(): number {
    // Before the root character by character: saxes reports text there only at the end of a piece.
    if (tree.names.length === 0 && rootEnd === undefined) return 1
    const entity = entityLength()
    return afterAmpersand || entity > 0 ? LONGEST_ENTITY + 1 - entity : PIECE_LENGTH
  }

  function writePiece(piece: string): void {
    untouched += piece.length
    parser.write(piece)
    tree.deliver()
    if (entityLength() > LONGEST_ENTITY) failAtAmpersand()
    if (untouched > limits.maxTextLength + PIECE_LENGTH)
      fail('text-too-long', `a text, name or comment is longer than ${limits.maxTextLength} characters`)
  }

  return {
    fail,
    write(text) {
      // Pieces end after an & that is bare or cut off: so its position is known.
      let bare = nextBareAmpersand(text, 0)
      for (let start = 0; start < text.length; ) {
        if (bare < start) bare = nextBareAmpersand(text, start)
        const end = Math.min(bare + 1, start + longestPiece(), text.length)
        writePiece(text.slice(start, end))
        afterAmpersand = end === bare + 1
        if (afterAmpersand && entityLength() === 0) {
          ampersand.line = parser.line
          ampersand.column = parser.column
        }
        start = end
      }
    },
    close() {
      if (entityLength() > 0) failAtAmpersand()
      closing = true
      parser.close()
      tree.deliver()
    },
  }
}

function nextBareAmpersand(text: string, from: number): number {
  BARE_AMPERSAND.lastIndex = from
  return BARE_AMPERSAND.exec(text)?.index ?? Number.POSITIVE_INFINITY
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > SPACE) return false
  return true
}

const SPACE = 0x20
const PIECE_LENGTH = 65_536
/** Characters between & and ; of the longest valid reference. */
const LONGEST_ENTITY = 16
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,15}|#x[\dA-Fa-f]{1,14});)/g
