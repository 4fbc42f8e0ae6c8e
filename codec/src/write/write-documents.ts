import type { SaleDocument } from '../model/document.js'
import { encodeText } from '../xml/encoding.js'
import { writeDocument } from './write-document.js'
import { type EnvelopeOptions, writeEnvelopeEnd, writeEnvelopeStart } from './write-envelope.js'

/** Characters collected before they are returned as bytes. */
const PIECE_LENGTH = 65_536

/**
 * A whole CommerceML 2 file as bytes, piece by piece: the mirror of `readDocuments`. Documents are taken one
 * at a time, so that any number of them is written in small memory; without any, the file is an envelope
 * alone. What a version lacks is left out, see `writeDocument`.
 *
 * @example
 * const options = { schemaVersion: '2.08', encoding: 'utf-8', createdAt: '2026-11-17T12:20:00' } as const
 * for await (const bytes of writeDocuments(orders, options)) response.write(bytes)
 */
export async function* writeDocuments(
  documents: AsyncIterable<SaleDocument> | Iterable<SaleDocument>,
  options: EnvelopeOptions,
): AsyncGenerator<Uint8Array> {
  let text = writeEnvelopeStart(options)
  for await (const document of documents) {
    text += writeDocument(document, options)
    if (text.length < PIECE_LENGTH) continue
    yield encodeText(text, options.encoding)
    text = ''
  }
  yield encodeText(text + writeEnvelopeEnd(), options.encoding)
}
