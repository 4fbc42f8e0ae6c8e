import type { UploadType } from '../upload.js'

/** A complete file: received, or from an archive. */
export interface StoredFile {
  uploadId: number
  /** Position among the files of its upload, from 1. */
  number: number
  integrationKey: number
  locationId: string
  type: UploadType
  name: string
  /** Its bytes, unpacked, from the beginning each time; at most one piece of them in memory. */
  bytes(): AsyncIterable<Uint8Array>
}

export interface ReadOutcome {
  /** How many documents or catalogue items the file contains. */
  documents: number
  /** How many of them changed something. */
  changed: number
}

/**
 * Processes the content of a file; the result is committed when this resolves. An interrupted reader is called again with the same
 * file, by this server or another, and must arrive at the same result. Throws UploadRefused or the codec's CommercemlError for a
 * file that can't be read, which then must have changed nothing; after any other error the file is read again.
 */
export type FileReader = (file: StoredFile, signal: AbortSignal) => Promise<ReadOutcome>
