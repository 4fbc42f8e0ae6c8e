import { N } from '../model/names.js'
import type { Envelope, ReceivedDocument } from '../model/received.js'
import { createByteDecoder } from '../xml/decode.js'
import type { XmlNode } from '../xml/xml-node.js'
import { createXmlReader, type ReadLimits } from '../xml/xml-reader.js'
import { readDocument } from './read-document.js'

export interface ReadOptions extends Partial<ReadLimits> {
  /** Told once, as soon as the root has opened. */
  onEnvelope?: (envelope: Envelope) => void
}

/** Pieces of a file, cut anywhere; strings are taken for text that is decoded already. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/**
 * The documents of a CommerceML 2 file (2.04–2.10, and those within `Контейнер` as the Bitrix module sends them), one by
 * one while the file arrives. Namespaces don't matter, nor the order of elements, nor what is absent; attributes are read
 * as elements. Classifier, catalogue and offers are passed over. A file without documents gives none.
 *
 * @throws CommercemlError alone, whatever the bytes are; documents before the error have been given by then
 *
 * @example
 * for await (const document of readDocuments(createReadStream('orders.xml'))) {
 *   console.log(document.number, requisiteValue(document.requisites, REQUISITES.paymentDate1c))
 * }
 */
export async function* readDocuments(
  chunks: Chunks,
  options: ReadOptions = {},
): AsyncGenerator<ReceivedDocument> {
  const reader = createDocumentReader(options)
  for await (const chunk of chunks) yield* reader.push(chunk)
  yield* reader.end()
}

/** All documents of a file that is at hand as a whole. See `readDocuments`. */
export function readAllDocuments(file: Uint8Array | string, options: ReadOptions = {}): ReceivedDocument[] {
  const reader = createDocumentReader(options)
  return [...reader.push(file), ...reader.end()]
}

function createDocumentReader(options: ReadOptions) {
  const { onEnvelope, ...limits } = options
  const decoder = createByteDecoder()
  let found: ReceivedDocument[] = []
  let bytesSeen = false

  const reader = createXmlReader(
    {
      root(name, attributes) {
        if (name !== N.root) reader.fail('not-commerceml', `the root is ${name}, not ${N.root}`)
        onEnvelope?.(envelopeOf(attributes))
      },
      wanted: (name, ancestors) =>
        name === N.document &&
        (ancestors.length === 1 || (ancestors.length === 2 && ancestors[1] === N.container)),
      node(node: XmlNode) {
        found.push(readDocument(node))
      },
    },
    { ...DEFAULT_LIMITS, ...limits },
  )

  /** What has been read before an error is given all the same, however the file is cut into pieces. */
  function* give(step: () => void): Generator<ReceivedDocument> {
    try {
      step()
    } catch (error) {
      yield* found
      throw error
    }
    const taken = found
    found = []
    yield* taken
  }

  return {
    push(chunk: Uint8Array | string): Generator<ReceivedDocument> {
      return give(() => {
        if (typeof chunk === 'string') return reader.write(chunk)
        bytesSeen = true
        const { text, bad } = decoder.push(chunk)
        reader.write(text)
        if (bad) reader.fail('bad-bytes', BAD_BYTES)
      })
    },
    end(): Generator<ReceivedDocument> {
      return give(() => {
        const { text, bad } = bytesSeen ? decoder.end() : { text: '', bad: false }
        reader.write(text)
        reader.close()
        if (bad) reader.fail('bad-bytes', BAD_BYTES)
      })
    },
  }
}

function envelopeOf(attributes: Map<string, string>): Envelope {
  const schemaVersion = attributes.get(N.schemaVersion)
  const createdAt = attributes.get(N.createdAt)
  return {
    ...(schemaVersion !== undefined && { schemaVersion }),
    ...(createdAt !== undefined && { createdAt }),
  }
}

const BAD_BYTES = 'here come bytes that are no text in the encoding of the file'
const DEFAULT_LIMITS: ReadLimits = { maxDepth: 64, maxTextLength: 1_000_000, maxDocumentNodes: 1_000_000 }
