import type { Call } from './call.js'
import { FILE_MARKS, TEXTS } from './texts.js'
import { failure, successAnswer, type TextAnswer } from './transport/reply.js'

/**
 * type=sale, mode=file, for an integration that does not accept files: orders from 1C are refused with an
 * explanation. A file without orders is accepted: УТ sends one when no order has changed, and a refusal would
 * stop its whole exchange.
 */
export async function refuseOrders({ body }: Call): Promise<TextAnswer> {
  const root = new WordSearch(FILE_MARKS.root)
  const order = new WordSearch(FILE_MARKS.order)
  let size = 0
  for await (const piece of body) {
    size += piece.length
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    root.scan(bytes)
    order.scan(bytes)
  }
  if (size === 0) return failure(TEXTS.fileNotPosted)
  if (order.found) return failure(TEXTS.fileRefused)
  return root.found ? successAnswer() : failure(TEXTS.fileUnreadable)
}

/** Searches a file that arrives in pieces for a word encoded in UTF-8 or windows-1251. */
class WordSearch {
  found = false
  #tail: Buffer = Buffer.alloc(0)
  readonly #patterns: readonly Buffer[]

  constructor(word: string) {
    this.#patterns = [Buffer.from(word), toWindows1251(word)]
  }

  scan(piece: Buffer): void {
    if (this.found) return
    const longest = this.#patterns[0]!.length
    const seam = Buffer.concat([this.#tail, piece.subarray(0, longest)])
    this.found = this.#patterns.some(pattern => seam.includes(pattern) || piece.includes(pattern))
    this.#tail = Buffer.concat([this.#tail, piece.subarray(-longest)]).subarray(-longest)
  }
}

/** Handles only ASCII and the letters А…я. */
function toWindows1251(word: string): Buffer {
  return Buffer.from(
    [...word].map(letter => letter.charCodeAt(0)).map(code => (code < 0x80 ? code : code - 0x350)),
  )
}
