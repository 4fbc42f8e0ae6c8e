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

type Fail = (code: CommercemlErrorCode, message: string, place?: Place) => never

/** What the parser's handlers and the writer know of the text besides its tree. */
interface Reading {
  rootEnd: Place | undefined
  closing: boolean
  /** Characters since the last tag or text. */
  untouched: number
  /** The last bare &. */
  ampersand: Place
}

/**
 * A strict XML reader based on saxes: rejects a document type, resolves only the five entities of XML, drops
 * prefixes and namespaces, returns wanted elements as trees. Every error is a `CommercemlError` with its
 * position.
 */
export function createXmlReader(events: XmlReaderEvents, limits: ReadLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const fail: Fail = (code, message, { line, column } = parser) => {
    throw new CommercemlError(code, message, { line, column, path: tree.path() })
  }
  const tree = new XmlTree(events, limits, fail)
  const ampersand = { line: 0, column: 0 }
  const reading: Reading = { rootEnd: undefined, closing: false, untouched: 0, ampersand }
  handleEvents(parser, tree, reading, fail)
  let afterAmpersand = false

  /** The name of the entity that saxes is reading. A bare & takes all up to the next semicolon for one. */
  const entityLength = (): number => (parser as unknown as { entity: string }).entity.length

  /** How many characters may be passed to saxes at once. */
  function longestPiece(): number {
    // Before the root character by character: saxes reports text there only at the end of a piece.
    if (tree.names.length === 0 && reading.rootEnd === undefined) return 1
    const entity = entityLength()
    return afterAmpersand || entity > 0 ? LONGEST_ENTITY + 1 - entity : PIECE_LENGTH
  }

  function writePiece(piece: string): void {
    reading.untouched += piece.length
    parser.write(piece)
    tree.deliver()
    if (entityLength() > LONGEST_ENTITY) failAtAmpersand(fail, ampersand)
    if (reading.untouched > limits.maxTextLength + PIECE_LENGTH)
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
      if (entityLength() > 0) failAtAmpersand(fail, ampersand)
      reading.closing = true
      parser.close()
      tree.deliver()
    },
  }
}

/** Six handlers: with an eighth, V8 makes a dictionary of the parser, and reading takes four times longer. */
function handleEvents(parser: SaxesParser, tree: XmlTree, reading: Reading, fail: Fail): void {
  parser.on('opentag', tag => {
    reading.untouched = 0
    tree.openTag(tag.name, tag.attributes)
  })
  parser.on('closetag', () => {
    reading.untouched = 0
    tree.closeTag()
    if (tree.names.length === 0) reading.rootEnd = { line: parser.line, column: parser.column }
  })
  parser.on('text', piece => {
    reading.untouched = 0
    // Most text is the white space between tags.
    if (isBlank(piece)) tree.checkLength(piece)
    else tree.text(piece)
  })
  parser.on('cdata', piece => {
    reading.untouched = 0
    tree.text(piece)
  })
  parser.on('doctype', () => fail('doctype', 'a document type declaration is not accepted'))
  parser.on('error', error => {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (message === 'unexpected close tag') tree.reopen()
    tree.deliver()
    // saxes reports text after the root at the next tag or the end of a piece; we report where the root
    // ended.
    if (message === 'text data outside of root node' && reading.rootEnd !== undefined)
      fail('malformed', message, reading.rootEnd)
    const isEntity = message.includes('entity') && !message.includes('malformed')
    if (isEntity) failAtAmpersand(fail, reading.ampersand)
    fail(reading.closing ? 'unexpected-end' : message.includes('doctype') ? 'doctype' : 'malformed', message)
  })
}

function failAtAmpersand(fail: Fail, at: Place): never {
  return fail('malformed', 'an & that begins no entity of XML', at)
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
