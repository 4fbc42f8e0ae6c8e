import { createDocumentReader, type PieceReader, type ReadLimits } from '@obmen/codec'
import { parsePieces } from '../../uploads/processing/parse-pieces.js'
import type { UploadLimits } from '../../uploads/upload.js'

/** The documents of a file as JSON texts, in groups, while it is read. */
export function parseDocuments(
  bytes: AsyncIterable<Uint8Array>,
  limits: UploadLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const worker = new URL('./parse-documents.worker.js', import.meta.url)
  return parsePieces({ bytes, limits, signal, setup: undefined, open: openDocumentTexts, worker })
}

/** Documents as JSON texts, the form in which they pass between threads and are staged. */
export function openDocumentTexts(limits: ReadLimits): PieceReader<string> {
  const reader = createDocumentReader(limits)
  return {
    *push(piece) {
      for (const document of reader.push(piece)) yield JSON.stringify(document)
    },
    *end() {
      for (const document of reader.end()) yield JSON.stringify(document)
    },
  }
}
