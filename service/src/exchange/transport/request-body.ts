import type { IncomingMessage } from 'node:http'
import { AppError } from '../../errors/app-error.js'

/** A request's body as a stream, with one chunk in memory at a time. */
export interface RequestBody extends AsyncIterable<Uint8Array> {
  drain(): Promise<void>
  /** Whether the body has ended, so that the connection can be used for the next request. */
  readonly ended: boolean
}

export interface BodyLimit {
  bytes: number
  refusal: (limit: number) => string
}

/** `onPiece` may return a promise to wait for. @throws AppError too-large, after `limit` bytes */
export function readBody(
  source: IncomingMessage,
  { bytes: limit, refusal }: BodyLimit,
  onPiece: (piece: Uint8Array) => Promise<void> | undefined,
): RequestBody {
  const announced = Number(source.headers['content-length'] ?? 0)
  // So is nearly every call of a 1C; reading it as a stream would cost more than the rest of the request.
  const isEmpty = announced === 0 && source.headers['transfer-encoding'] === undefined
  const tooLarge = () => new AppError('too-large', refusal(limit))
  let size = 0

  async function* pieces(): AsyncGenerator<Uint8Array> {
    if (announced > limit) throw tooLarge()
    for await (const piece of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > limit) throw tooLarge()
      await onPiece(piece)
      yield piece
    }
  }

  return {
    [Symbol.asyncIterator]: pieces,
    async drain() {
      if (isEmpty || source.readableEnded) return
      for await (const _piece of pieces()) {
        // dropped
      }
    },
    get ended() {
      return isEmpty || source.readableEnded || source.complete
    },
  }
}
