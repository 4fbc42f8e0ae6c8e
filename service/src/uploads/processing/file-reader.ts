import type { UploadType } from '../upload.js'

/** How long a job reads before files of other integrations get its place. */
export const WORK_MS = 1000

/** Thrown by a reader that made progress and lets other files go on; the same file is continued later. */
export class ReadingPaused extends Error {}

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

/**
 * Processes the content of a file, which is committed when this resolves to its number of documents or items.
 * After an interruption the file is read again, by this server or another, with the same result. Throws
 * UploadRefused or CommercemlError for a file that can't be read, and then has changed nothing.
 */
export type FileReader = (file: StoredFile, signal: AbortSignal) => Promise<number>
