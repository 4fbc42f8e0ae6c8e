import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { AppError } from '../errors/app-error.js'
import { backupTexts as texts } from './texts.js'

/** Each frame is authenticated with its place, the last one as the last: none is cut, moved or left out. */
const FRAME_BYTES = 64 * 1024
const TAG_BYTES = 16
const NONCE_BYTES = 12
const CIPHER = 'aes-256-gcm'

type Step = (body: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>

/** A key of its own for each file, so that the number of a frame may be its nonce. */
function fileKey(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'obmen backup', 32))
}

function nonceOf(frame: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeBigUInt64BE(BigInt(frame))
  nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1)
  return nonce
}

/** AES-256-GCM in frames. `header` is authenticated with each. */
export function sealing(secret: string, salt: Buffer, header: Buffer): Step {
  const key = fileKey(secret, salt)
  return inFrames(FRAME_BYTES, (piece, frame, isLast) => {
    const cipher = createCipheriv(CIPHER, key, nonceOf(frame, isLast)).setAAD(header)
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  })
}

/** The contrary. Throws AppError `conflict`: another key, for the file's digest was right. */
export function opening(secret: string, salt: Buffer, header: Buffer): Step {
  const key = fileKey(secret, salt)
  return inFrames(FRAME_BYTES + TAG_BYTES, (piece, frame, isLast) => {
    const tagAt = Math.max(0, piece.length - TAG_BYTES)
    try {
      const decipher = createDecipheriv(CIPHER, key, nonceOf(frame, isLast), { authTagLength: TAG_BYTES })
      decipher.setAAD(header).setAuthTag(piece.subarray(tagAt))
      return Buffer.concat([decipher.update(piece.subarray(0, tagAt)), decipher.final()])
    } catch (cause) {
      throw new AppError('conflict', texts.wrongKey, { cause })
    }
  })
}

function inFrames(bytes: number, turn: (piece: Buffer, frame: number, isLast: boolean) => Buffer): Step {
  return async function* (body) {
    let held: Buffer = Buffer.alloc(0)
    let frame = 0
    for await (const chunk of body) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      // What may be the last one waits for the end.
      for (; held.length > bytes; held = held.subarray(bytes))
        yield turn(held.subarray(0, bytes), frame++, false)
    }
    yield turn(held, frame, true)
  }
}
