import { setImmediate } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'

export interface RawLine {
  /** From 1; blank lines count but are skipped. */
  line: number
  content: Uint8Array | AppError
}

export interface LineLimits {
  /** Longest line in bytes. */
  lineLimit: number
  /** Lines in one group at most. */
  groupSize: number
  /** Bytes of one group; the line that reaches this size is its last. */
  groupBytes: number
}

/**
 * Splits NDJSON into groups of lines. Other requests are served between two groups of one piece, which may
 * hold 30,000 short lines.
 */
export async function* groupLines(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  { lineLimit, groupSize, groupBytes }: LineLimits,
): AsyncGenerator<RawLine[]> {
  let group: RawLine[] = []
  let bytes = 0
  for await (const found of splitLines(pieces, lineLimit)) {
    for (const line of found) {
      group.push(line)
      bytes += line.content instanceof AppError ? 0 : line.content.length
      if (group.length < groupSize && bytes < groupBytes) continue
      yield group
      group = []
      bytes = 0
      await setImmediate()
    }
  }
  if (group.length > 0) yield group
}

const LF = 10
const BLANK = /^\s*$/

/** Whether there are more lines than `most`, blank ones included. */
export function hasMoreLines(pieces: readonly Buffer[], most: number): boolean {
  let ended = 0
  for (const piece of pieces)
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) if (++ended > most) return true
  const last = pieces.findLast(({ length }) => length > 0)
  return ended === most && last !== undefined && last.at(-1) !== LF
}

const isBlank = (line: Buffer): boolean => line.length < 64 && BLANK.test(line.toString('latin1'))

/** The lines that each piece completes. */
async function* splitLines(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  lineLimit: number,
): AsyncGenerator<RawLine[]> {
  let line = 1
  let rest: Buffer[] = []
  let restSize = 0
  /** Of a line that is too long, only the length is counted. */
  const keep = (piece: Buffer): void => {
    restSize += piece.length
    if (restSize <= lineLimit) rest.push(piece)
    else rest = []
  }
  const take = (): RawLine | undefined => {
    const content =
      restSize > lineLimit
        ? new AppError('too-large', describeProblem('line-too-long', { limit: lineLimit }))
        : rest.length === 1
          ? rest[0]!
          : Buffer.concat(rest, restSize)
    rest = []
    restSize = 0
    const number = line++
    return content instanceof AppError || !isBlank(content) ? { line: number, content } : undefined
  }
  for await (const piece of pieces) {
    const found: RawLine[] = []
    let start = 0
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, start)) {
      if (at > start) keep(piece.subarray(start, at))
      const taken = take()
      if (taken) found.push(taken)
      start = at + 1
    }
    if (start < piece.length) keep(piece.subarray(start))
    if (found.length > 0) yield found
  }
  const last = restSize > 0 ? take() : undefined
  if (last) yield [last]
}
