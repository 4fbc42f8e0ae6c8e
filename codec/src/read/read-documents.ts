import { ELEMENTS } from '../model/names.js'
import type { ReceivedDocument } from '../model/received.js'
import { readDocument } from './read-document.js'
import { createPieceReader, type PieceReader, type ReadOptions } from './read-pieces.js'

/**
 * The documents of a CommerceML 2 file (2.04–2.10, and those within `Контейнер` as the Bitrix module sends
 * them), one by one while the file arrives. Namespaces don't matter, nor the order of elements, nor what is
 * absent; attributes are read as elements. Classifier, catalogue and offers are passed over. A file without
 * documents gives none.
 *
 * @throws CommercemlError alone, whatever the bytes are; documents before the error have been given by then
 *
 * @example
 * const reader = createDocumentReader()
 * for (const piece of pieces) for (const document of reader.push(piece)) console.log(document.number)
 * for (const document of reader.end()) console.log(document.number)
 */
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

export type DocumentReader = PieceReader<ReceivedDocument>

/** All documents of a file that is in memory. See `createDocumentReader`. */
export function readAllDocuments(file: Uint8Array | string, options: ReadOptions = {}): ReceivedDocument[] {
  const reader = createDocumentReader(options)
  return [...reader.push(file), ...reader.end()]
}
