import { ELEMENTS } from '../model/names.js'
import type { ReceivedDocument } from '../model/received.js'
import { readDocument } from './read-document.js'
import { type Chunks, createPieceReader, type PieceReader, type ReadOptions } from './read-pieces.js'

/**
 * The documents of a CommerceML 2 file (2.04–2.10, and those within `Контейнер` as the Bitrix module sends
 * them), one by one while the file arrives. Namespaces don't matter, nor the order of elements, nor what is
 * absent; attributes are read as elements. Classifier, catalogue and offers are passed over. A file without
 * documents gives none.
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

/** All documents of a file that is in memory. See `readDocuments`. */
export function readAllDocuments(file: Uint8Array | string, options: ReadOptions = {}): ReceivedDocument[] {
  const reader = createDocumentReader(options)
  return [...reader.push(file), ...reader.end()]
}

/** The documents of a file that is pushed piece by piece. See `readDocuments`. */
export type DocumentReader = PieceReader<ReceivedDocument>

export function createDocumentReader(options: ReadOptions = {}): DocumentReader {
  return createPieceReader<ReceivedDocument>(
    {
      isCollected: (name, ancestors) =>
        name === ELEMENTS.document &&
        (ancestors.length === 1 || (ancestors.length === 2 && ancestors[1] === ELEMENTS.container)),
      node: (node, emit) => emit(readDocument(node)),
    },
    options,
  )
}
