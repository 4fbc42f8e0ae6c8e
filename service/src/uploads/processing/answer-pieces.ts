import { CommercemlError, type PieceReader, type ReadLimits } from '@obmen/codec'
import { answerTasks } from '../../workers/answer.js'

/** First the limits, then the file piece by piece, then its end. */
export type ParseTask<Setup> = { limits: ReadLimits; setup: Setup } | { piece: Uint8Array } | { end: true }

export interface ParseResult<Found> {
  /** What the piece completed. */
  found: Found[]
  /** Why the file can't be read: an error loses its class between threads. */
  failure?: { code: string; message: string; line: number; column: number; path: string }
}

/** Turns a file into the thread that `parsePieces` sends a large file to. */
export function answerPieces<Setup, Found>(
  open: (limits: ReadLimits, setup: Setup) => PieceReader<Found>,
): void {
  let reader: PieceReader<Found> | undefined
  answerTasks<ParseTask<Setup>, ParseResult<Found>>(task => {
    const found: Found[] = []
    try {
      if ('limits' in task) reader = open(task.limits, task.setup)
      else for (const one of 'piece' in task ? reader!.push(task.piece) : reader!.end()) found.push(one)
      return { found }
    } catch (error) {
      if (!(error instanceof CommercemlError)) throw error
      const { code, message, line, column, path } = error
      return { found, failure: { code, message, line, column, path } }
    }
  })
}
