import { CommercemlError } from '../model/commerceml-error.js'
import { ELEMENTS, ELEMENTS_1 } from '../model/names.js'
import type { Envelope } from '../model/received.js'
import { createByteDecoder } from '../xml/decode.js'
import type { XmlNode } from '../xml/xml-node.js'
import { createXmlReader } from '../xml/xml-reader.js'
import type { ReadLimits } from '../xml/xml-tree.js'

export interface ReadOptions extends Partial<ReadLimits> {
  /** Called once, as soon as the root has been opened. */
  onEnvelope?: (envelope: Envelope) => void
}

/** Reads a file that is pushed piece by piece, cut anywhere; strings are taken as decoded text. */
export interface PieceReader<Found> {
  /** Returns what the piece completes. */
  push(chunk: Uint8Array | string): Iterable<Found>
  /** Ends the file; returns what was still pending. */
  end(): Iterable<Found>
}

/** What a reader collects below the root. */
export interface Search<Found> {
  /** Whether to collect this element as a tree; one that is not may emit something itself. */
  isCollected(
    name: string,
    ancestors: readonly string[],
    attributes: readonly XmlNode[],
    emit: (found: Found) => void,
  ): boolean
  /** Elements that are dropped from the trees with their content. */
  skipped?: ReadonlySet<string>
  /** A collected element. */
  node(node: XmlNode, emit: (found: Found) => void): void
}

/** Finds things in a CommerceML 2 file that arrives in pieces. */
export function createPieceReader<Found>(search: Search<Found>, options: ReadOptions): PieceReader<Found> {
  const { onEnvelope, ...limits } = options
  const decoder = createByteDecoder()
  let found: Found[] = []
  let bytesSeen = false
  let rootSeen = false
  /** The first bytes, until the root opens: they reveal what an unreadable file is instead. */
  const head: number[] = []
  const emit = (one: Found): void => {
    found.push(one)
  }

  const reader = createXmlReader(
    {
      root(name, attributes) {
        if (name !== ELEMENTS.root) reader.fail('not-commerceml', `the root is ${name}, not ${ELEMENTS.root}`)
        rootSeen = true
        const envelope = envelopeOf(attributes)
        if (/^1\./.test(envelope.schemaVersion ?? '')) reader.fail('commerceml-1', COMMERCEML_1)
        onEnvelope?.(envelope)
      },
      isCollected(name, ancestors, attributes) {
        if (ancestors.length === 1 && attributes.some(({ name }) => name === ELEMENTS_1.id))
          reader.fail('commerceml-1', COMMERCEML_1)
        return search.isCollected(name, ancestors, attributes, emit)
      },
      node(node: XmlNode) {
        if (node.children.some(({ name }) => name === ELEMENTS_1.line || name === ELEMENTS_1.party))
          reader.fail('commerceml-1', COMMERCEML_1)
        search.node(node, emit)
      },
      ...(search.skipped && { skipped: search.skipped }),
    },
    { ...DEFAULT_LIMITS, ...limits },
  )

  /** Entries read before an error are returned first, wherever the file is cut into pieces. */
  function* giveAfter(step: () => void): Generator<Found> {
    try {
      step()
    } catch (error) {
      yield* found
      throw rootSeen ? error : (explainHead(head, decoder.encoding()) ?? error)
    }
    const taken = found
    found = []
    yield* taken
  }

  function decode(bytes: Uint8Array): void {
    const { text, bad } = decoder.push(bytes)
    reader.write(text)
    if (bad) reader.fail('bad-bytes', BAD_BYTES)
  }

  return {
    push(chunk: Uint8Array | string): Generator<Found> {
      return giveAfter(() => {
        if (typeof chunk === 'string') return reader.write(chunk)
        bytesSeen = true
        let start = 0
        // Byte by byte, so that the head ends at the error, however the file is cut.
        while (!rootSeen && head.length < HEAD_LENGTH && start < chunk.length) {
          head.push(chunk[start]!)
          decode(chunk.subarray(start, ++start))
        }
        if (start < chunk.length) decode(chunk.subarray(start))
      })
    },
    end(): Generator<Found> {
      return giveAfter(() => {
        const { text, bad } = bytesSeen ? decoder.end() : { text: '', bad: false }
        reader.write(text)
        reader.close()
        if (bad) reader.fail('bad-bytes', BAD_BYTES)
      })
    },
  }
}

function envelopeOf(attributes: readonly XmlNode[]): Envelope {
  const schemaVersion = attributes.find(({ name }) => name === ELEMENTS.schemaVersion)?.text
  const createdAt = attributes.find(({ name }) => name === ELEMENTS.createdAt)?.text
  return {
    ...(schemaVersion !== undefined && { schemaVersion }),
    ...(createdAt !== undefined && { createdAt }),
  }
}

/** Explains a file that fails before its root, by the bytes up to the error. */
function explainHead(head: readonly number[], claimed: string | undefined): CommercemlError | undefined {
  const place = { line: 1, column: 1, path: '' }
  const bytes = String.fromCharCode(...head)
  if (bytes.startsWith(ZIP_MARK))
    return new CommercemlError('archive', 'the file is a zip archive, not the XML inside it', place)
  const [, actual] = ROOT_STARTS.find(([start]) => bytes.includes(start)) ?? []
  if (actual === undefined || actual === claimed) return undefined
  return new CommercemlError('wrong-encoding', `the file is in ${actual}, not in ${claimed}`, place)
}

const HEAD_LENGTH = 2048
const ZIP_MARK = 'PK\x03\x04'
/** The start of `<КоммерческаяИнформация`, as far as a reader of the wrong encoding gets. */
const ROOT_STARTS = [
  ['<\xd0\x9a\xd0\xbe\xd0\xbc\xd0\xbc', 'utf-8'],
  ['<\xca\xee', 'windows-1251'],
] as const
const COMMERCEML_1 = 'the file is of CommerceML 1, which is not read: export it as CommerceML 2'
const BAD_BYTES = 'here come bytes that are no text in the encoding of the file'
const DEFAULT_LIMITS: ReadLimits = {
  maxDepth: 64,
  maxAttributes: 256,
  maxTextLength: 1_000_000,
  maxDocumentNodes: 1_000_000,
}
