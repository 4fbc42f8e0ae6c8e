import { SaxesParser } from 'saxes'
import { CommercemlError, type CommercemlErrorCode } from '../model/commerceml-error.js'
import { createFastPath, isBlank, isPlain, type Opening } from './fast-path.js'
import { attributeNodes, NO_CHILDREN, withoutPrefix, type XmlNode } from './xml-node.js'

/** Limits that keep a malicious or broken file from filling the memory. */
export interface ReadLimits {
  /** Nested elements; 64 by default (a real file needs ten). */
  maxDepth: number
  /** Attributes of one element; 256 by default (a real one has four). */
  maxAttributes: number
  /** Characters of one text, attribute or comment; 1,000,000 by default. */
  maxTextLength: number
  /**
   * Elements and attributes of one document; 1,000,000 by default (100,000 lines of ten elements). Its texts may have 24 times as many
   * characters.
   */
  maxDocumentNodes: number
}

export interface XmlReaderEvents {
  /** The root has opened, with its attributes. May throw. */
  root(name: string, attributes: readonly XmlNode[]): void
  /** Whether to collect this element, named with its ancestors, as a tree. Otherwise it is passed through or skipped. */
  isCollected(name: string, ancestors: readonly string[], attributes: readonly XmlNode[]): boolean
  /** A collected element has closed. */
  node(node: XmlNode): void
  /** Elements that are dropped from the trees with their content. */
  skipped?: ReadonlySet<string>
}

export interface XmlReader {
  write(text: string): void
  close(): void
  fail(code: CommercemlErrorCode, message: string): never
}

/**
 * A strict XML reader based on saxes: rejects a document type, resolves only the five entities of XML, drops prefixes and
 * namespaces, returns wanted elements as trees. Every error is a `CommercemlError` with its position.
 */
export function createXmlReader(events: XmlReaderEvents, limits: ReadLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const names: string[] = []
  const open: XmlNode[] = []
  let documents = 0
  let nodes = 0
  let characters = 0
  let untouched = 0
  let attributes = 0
  let closing = false
  let complete: XmlNode | undefined
  let rootEnd: { line: number; column: number } | undefined
  let closed: { name: string; node: XmlNode | undefined; skipped: boolean } | undefined
  const ampersand = { line: 0, column: 0 }
  let afterAmpersand = false
  /** Open elements that are being skipped. */
  let skipped = 0

  function fail(code: CommercemlErrorCode, message: string, given?: { line: number; column: number }): never {
    fastPath.locate()
    const place = given ?? { line: parser.line, column: parser.column }
    const path = names
      .map((name, depth) => (depth === documentDepth() ? `${name}[${documents}]` : name))
      .join('/')
    throw new CommercemlError(code, message, { ...place, path })
  }

  function documentDepth(): number {
    return open.length === 0 ? -1 : names.length - open.length - skipped
  }

  function count(amount: number): void {
    nodes += amount
    if (nodes > limits.maxDocumentNodes) {
      fail('document-too-large', `a document holds more than ${limits.maxDocumentNodes} elements`)
    }
  }

  function countText(text: string): void {
    characters += text.length
    if (characters > limits.maxDocumentNodes * CHARACTERS_PER_NODE)
      fail(
        'document-too-large',
        `the texts of a document are longer than ${limits.maxDocumentNodes * CHARACTERS_PER_NODE} characters`,
      )
  }

  function checkLength(text: string): void {
    if (text.length > limits.maxTextLength) {
      fail('text-too-long', `a text is longer than ${limits.maxTextLength} characters`)
    }
  }

  function openTag({ name, attributes: given }: Opening): void {
    untouched = 0
    attributes = 0
    deliver()
    if (names.length === 0) {
      names.push(name)
      events.root(name, given)
      return
    }
    if (names.length >= limits.maxDepth)
      fail('too-deep', `elements are nested deeper than ${limits.maxDepth}`)
    const parent = open[open.length - 1]
    if (skipped > 0 || (parent !== undefined && events.skipped?.has(name))) {
      skipped++
      names.push(name)
      count(1)
      return
    }
    if (parent === undefined && !events.isCollected(name, names, given)) {
      names.push(name)
      return
    }
    names.push(name)
    const node: XmlNode = { name, text: '', children: given.length === 0 ? NO_CHILDREN : given.slice() }
    if (parent === undefined) {
      documents++
      nodes = 0
      characters = 0
    } else if (parent.children === NO_CHILDREN) parent.children = [node]
    else parent.children.push(node)
    open.push(node)
    count(1 + given.length)
    if (given.length > 0) for (const { text } of given) countText(text)
  }

  function closeTag(): void {
    untouched = 0
    deliver()
    names.pop()
    if (skipped > 0) {
      skipped--
      return
    }
    const node = open.pop()
    if (node === undefined) return
    if (node.text !== '') node.text = node.text.trim()
    if (open.length === 0) complete = node
  }

  /** saxes reports an element as closed before it notices that the closing tag was another's; so a document waits here. */
  function deliver(): void {
    if (complete === undefined) return
    const node = complete
    complete = undefined
    events.node(node)
  }

  function report(error: Error): never {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (message === 'unexpected close tag' && closed !== undefined) {
      complete = undefined
      names.push(closed.name)
      if (closed.node !== undefined) open.push(closed.node)
      if (closed.skipped) skipped++
    }
    deliver()
    // saxes reports text after the root at the next tag or the end of a piece; we report where the root ended.
    if (message === 'text data outside of root node' && rootEnd !== undefined)
      fail('malformed', message, rootEnd)
    return fail(closing ? 'unexpected-end' : message.includes('doctype') ? 'doctype' : 'malformed', message)
  }

  function text(piece: string): void {
    untouched = 0
    const node = skipped > 0 ? undefined : open[open.length - 1]
    if (node === undefined) {
      checkLength(piece)
      return
    }
    node.text = node.text === '' ? piece : node.text + piece
    checkLength(node.text)
    countText(piece)
  }

  parser.on('attribute', () => {
    if (++attributes > limits.maxAttributes)
      fail('too-many-attributes', `an element has more than ${limits.maxAttributes} attributes`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    for (const key in attributes) checkLength(attributes[key]!)
    openTag({ name: withoutPrefix(name), attributes: attributeNodes(attributes) })
  })
  parser.on('closetag', () => {
    closed = { name: names.at(-1)!, node: open.at(-1), skipped: skipped > 0 }
    closeTag()
    if (names.length === 0) rootEnd = { line: parser.line, column: parser.column }
  })
  parser.on('text', piece => {
    if (!isBlank(piece)) return text(piece)
    untouched = 0
    checkLength(piece)
  })
  parser.on('cdata', text)
  parser.on('comment', () => {
    untouched = 0
  })
  parser.on('processinginstruction', () => {
    untouched = 0
  })
  parser.on('doctype', () => fail('doctype', 'a document type declaration is not accepted'))
  parser.on('error', report)

  // A bare & swallows what follows it up to the next semicolon, and saxes reports the position of the semicolon. The text is fed up
  // to each & (see write), so its own position is known.
  const entities = parser as unknown as { entity: string; parseEntity(name: string): string }
  const parseEntity = entities.parseEntity.bind(parser)
  entities.parseEntity = name => {
    if (!/^(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+)$/i.test(name)) {
      fail('malformed', 'an & that begins no entity of XML', ampersand)
    }
    return parseEntity(name)
  }

  const fastPath = createFastPath(parser, {
    openTag,
    closeTag,
    text,
    longestText: limits.maxTextLength,
    mostAttributes: limits.maxAttributes,
  })

  function writePiece(piece: string): void {
    untouched += piece.length
    parser.write(piece)
    deliver()
    if (entities.entity.length > MOST_OF_ENTITY)
      fail('malformed', 'an & that begins no entity of XML', ampersand)
    if (untouched > limits.maxTextLength + PIECE_LENGTH) {
      fail('text-too-long', `a text, name or comment is longer than ${limits.maxTextLength} characters`)
    }
  }

  return {
    fail,
    write(text) {
      const plain = isPlain(text)
      let next = 0
      for (let start = 0; start < text.length; ) {
        if (plain && fastPath.isReady()) {
          start = fastPath.run(text, start)
          if (start === text.length) return deliver()
        }
        if (next >= 0 && next <= start) next = text.indexOf('&', start)
        // Before the root character by character: saxes reports text there only at the end of a piece.
        const length =
          names.length === 0 && rootEnd === undefined
            ? 1
            : afterAmpersand || entities.entity !== ''
              ? MOST_OF_ENTITY + 1 - entities.entity.length
              : PIECE_LENGTH
        const tagEnd = plain ? text.indexOf('>', start) : -1
        const end = Math.min(
          next < 0 ? text.length : next + 1,
          tagEnd < 0 ? text.length : tagEnd + 1,
          start + length,
        )
        writePiece(text.slice(start, end))
        afterAmpersand = end === next + 1
        if (afterAmpersand) {
          ampersand.line = parser.line
          ampersand.column = parser.column
        }
        start = end
      }
    },
    close() {
      if (entities.entity !== '') fail('malformed', 'an & that begins no entity of XML', ampersand)
      closing = true
      parser.close()
      deliver()
    },
  }
}

/** The texts of the longest orders of 1C have fewer for each of their elements and attributes. */
const CHARACTERS_PER_NODE = 24

const PIECE_LENGTH = 65_536
/** Characters between & and ; of the longest valid reference. */
const MOST_OF_ENTITY = 16
