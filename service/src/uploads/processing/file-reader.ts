import type { UploadType } from '../upload.js'

/** A file that is there whole: received, or out of an archive. */
export interface StoredFile {
  uploadId: number
  /** Among the files of its upload, from 1. */
  number: number
  integrationKey: number
  locationId: string
  type: UploadType
  name: string
  /** Its bytes, unpacked, from the beginning each time; never more of them in memory than a piece. */
  bytes(): AsyncIterable<Uint8Array>
}

export interface ReadOutcome {
  /** What the file told of: documents, or items of a catalogue. */
  documents: number
  /** How many of them changed something. */
  changed: number
}

/**
 * Takes in what a file says. It is committed when this resolves; a reader that is ended in the middle is called again with the same
 * file, by this server or another, and must come to the same. Throws UploadRefused or the codec's CommercemlError for a file that can't
 * be read, and nothing of it may count then; anything else is trouble of ours, and the file is tried again.
 */
export type FileReader = (file: StoredFile, signal: AbortSignal) => Promise<ReadOutcome>
