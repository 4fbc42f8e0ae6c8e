import { parsePieces } from '../../uploads/processing/parse-pieces.js'
import type { UploadLimits } from '../../uploads/upload.js'

/** The documents of a file as JSON texts, in groups, while it is read. */
export function parseDocuments(
  bytes: AsyncIterable<Uint8Array>,
  limits: UploadLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const worker = new URL('./parse-documents.worker.js', import.meta.url)
  return parsePieces({ bytes, limits, signal, setup: undefined, worker })
}
