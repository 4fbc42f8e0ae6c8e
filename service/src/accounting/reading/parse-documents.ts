import { parsePieces } from '../../uploads/processing/parse-pieces.js'

/** The documents of a file as JSON texts, in groups, while it is read. */
export function parseDocuments(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const worker = new URL('./parse-documents.worker.js', import.meta.url)
  return parsePieces({ bytes, signal, setup: undefined, worker })
}
