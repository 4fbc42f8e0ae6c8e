import type { MessagePort } from 'node:worker_threads'
import { CommercemlError, type PieceReader, type ReadLimits } from '@obmen/codec'
import { taskOf } from '../../workers/threads.js'

/** One file. Its pieces come through the port, then null; each is answered there with what it completed. */
export interface ParseTask<Setup> {
  limits: ReadLimits
  setup: Setup
  port: MessagePort
}

/** Why a file can't be read: an error loses its class between threads. */
export type ParseFailure = Pick<CommercemlError, 'code' | 'message' | 'line' | 'column' | 'path'>

/** Makes a `*.worker.ts` the thread in which `parsePieces` parses a file. */
export function answerPieces<Setup, Found>(open: (limits: ReadLimits, setup: Setup) => PieceReader<Found>) {
  return taskOf(
    ({ limits, setup, port }: ParseTask<Setup>) =>
      new Promise<ParseFailure | undefined>((resolve, reject) => {
        const reader = open(limits, setup)
        port.on('message', (piece: Uint8Array | null) => {
          try {
            port.postMessage([...(piece ? reader.push(piece) : reader.end())])
            if (!piece) resolve(undefined)
          } catch (error) {
            if (!(error instanceof CommercemlError)) return reject(error)
            const { code, message, line, column, path } = error
            resolve({ code, message, line, column, path })
          }
        })
      }),
  )
}
