import { CommercemlError, createDocumentReader, type DocumentReader, type ReadLimits } from '@obmen/codec'
import { answerTasks } from '../../workers/answer.js'

/** First the limits, then the file piece by piece, then its end. */
export type ParseTask = { limits: ReadLimits } | { piece: Uint8Array } | { end: true }

export interface ParseResult {
  /** Those that the piece completed, as JSON texts. */
  documents: string[]
  /** Why the file can't be read: an error loses its class between threads. */
  failure?: { code: string; message: string; line: number; column: number; path: string }
}

let reader: DocumentReader | undefined

answerTasks<ParseTask, ParseResult>(task => {
  const documents: string[] = []
  try {
    if ('limits' in task) reader = createDocumentReader(task.limits)
    else {
      const found = 'piece' in task ? reader!.push(task.piece) : reader!.end()
      for (const document of found) documents.push(JSON.stringify(document))
    }
    return { documents }
  } catch (error) {
    if (!(error instanceof CommercemlError)) throw error
    const { code, message, line, column, path } = error
    return { documents, failure: { code, message, line, column, path } }
  }
})
