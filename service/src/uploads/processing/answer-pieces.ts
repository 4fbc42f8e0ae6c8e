import { CommercemlError, type PieceReader, type ReadLimits } from '@obmen/codec'
import { answerTasks } from '../../workers/answer.js'

/** The tasks of one file, in this order: its limits, its pieces, its end. After that, or a failure, another file may follow. */
export type ParseTask<Setup> = { limits: ReadLimits; setup: Setup } | { piece: Uint8Array } | { end: true }

export interface ParseResult<Found> {
  /** What the piece completed. */
  found: Found[]
  /** Why the file can't be read: an error loses its class between threads. */
  failure?: { code: string; message: string; line: number; column: number; path: string }
}

/** Makes a `*.worker.ts` the thread in which `parsePieces` parses large files. */
export function answerPieces<Setup, Found>(
  open: (limits: ReadLimits, setup: Setup) => PieceReader<Found>,
): void {
  let reader: PieceReader<Found> | undefined
  answerTasks<ParseTask<Setup>, ParseResult<Found>>(task => {
    const found: Found[] = []
    try {
      if ('limits' in task) reader = open(task.limits, task.setup)
      else for (const one of 'piece' in task ? reader!.push(task.piece) : reader!.end()) found.push(one)
      // The thread may wait for another file, and what this one took is not needed any more.
      if ('end' in task) reader = undefined
      return { found }
    } catch (error) {
      reader = undefined
      if (!(error instanceof CommercemlError)) throw error
      const { code, message, line, column, path } = error
      return { found, failure: { code, message, line, column, path } }
    }
  })
}
