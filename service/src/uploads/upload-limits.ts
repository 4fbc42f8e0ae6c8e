/** Limits for one file; each is a setting of the server (config.ts, UPLOAD_…). Sizes are bytes. */
export interface UploadLimits {
  /** A whole file, all its parts together. */
  size: number
  /** Files that one session may send. */
  sessionFiles: number
  /** Stored bytes of one integration's files. */
  keepBytes: number
  /** All files of an archive together, unpacked. */
  unpacked: number
  /** Highest ratio of unpacked to packed bytes of an archive. */
  ratio: number
  archiveFiles: number
  /** Of the XML. */
  depth: number
  attributes: number
  textLength: number
  documentElements: number
  /** For reading one file. */
  readSeconds: number
  /** Heap of the reading thread, in MiB. */
  readMemory: number
  /** How long the answer to a file of orders waits until it is read. */
  answerSeconds: number
  /** A file that got no part for so long is considered complete. */
  quietMinutes: number
}
