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
 * Processes the content of a file; the result is committed when this resolves. After an interruption the file
 * is read again, by this server or another, with the same result. Throws UploadRefused or the codec's
 * CommercemlError for a file that can't be read, and then has changed nothing.
 */
export type FileReader = (file: StoredFile, signal: AbortSignal) => Promise<ReadOutcome>
