/** What one file may cost; each is a setting of the server (config.ts, UPLOAD_…). Sizes are bytes. */
export interface UploadLimits {
  /** A whole file, all its parts together. */
  size: number
  /** Files that one session may send. */
  sessionFiles: number
  /** What is kept of one integration's files, as it is stored. */
  keepBytes: number
  /** All files of an archive together, unpacked. */
  unpacked: number
  /** How many times larger an archive may become. */
  ratio: number
  archiveFiles: number
  /** Of the XML. */
  depth: number
  attributes: number
  textLength: number
  documentElements: number
  /** For reading one file. */
  readSeconds: number
  /** Heap of the thread that reads, in MiB. */
  readMemory: number
  /** A file that may be read at once, beside the others of this server. */
  atOnce: number
  /** How long the answer to a file of orders waits for its being read. */
  answerSeconds: number
  /** A file that got no part for so long is taken for complete. */
  quietMinutes: number
}
