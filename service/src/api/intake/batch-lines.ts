import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import type { RequestBytes } from '../../workers/held-bytes.js'
import { tooManyBytes } from './json-body.js'

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
  /** Takes the bytes of each line when it arrives; whoever has processed the line gives them back. */
  held?: Pick<RequestBytes, 'take' | 'give'> | undefined
}

/** An incomplete group is passed on when no data has arrived for this long. */
const IDLE_MS = 20

/**
 * Splits an NDJSON body into groups of lines: full ones while bytes pour in, smaller ones when the sender
 * waits for answers. A truncated body throws; its unfinished last line is dropped. Other requests are
 * served between two groups of one piece, which may hold 30,000 short lines.
 */
export async function* groupLines(body: Readable, limits: LineLimits): AsyncGenerator<RawLine[]> {
  const lines = splitLines(body, limits)[Symbol.asyncIterator]()
  const pull = () => {
    const pulled = lines.next()
    // Awaited later; a body that breaks off before that must not count as an unhandled rejection.
    pulled.catch(() => undefined)
    return pulled
  }
  let group: RawLine[] = []
  let bytes = 0
  const take = (): RawLine[] => {
    const taken = group
    group = []
    bytes = 0
    return taken
  }
  for (let next = pull(); ; ) {
    const step = await (group.length === 0 ? next : withinIdle(next)).catch(error => ({
      error,
    }))
    if (step === 'idle') {
      yield take()
      continue
    }
    if ('error' in step) {
      if (group.length > 0) yield take()
      throw step.error
    }
    if (step.done) break
    for (const line of step.value) {
      group.push(line)
      bytes += line.content instanceof AppError ? 0 : line.content.length
      if (group.length < limits.groupSize && bytes < limits.groupBytes) continue
      yield take()
      await setImmediate()
    }
    next = pull()
  }
  if (group.length > 0) yield group
}

async function withinIdle<T>(step: Promise<T>): Promise<T | 'idle'> {
  let timer: NodeJS.Timeout | undefined
  const idle = new Promise<'idle'>(resolve => {
    timer = setTimeout(() => resolve('idle'), IDLE_MS)
  })
  try {
    return await Promise.race([step, idle])
  } finally {
    clearTimeout(timer)
  }
}

const LF = 10
const BLANK = /^\s*$/

/** The lines that each chunk completes. */
async function* splitLines(body: Readable, { lineLimit, held }: LineLimits): AsyncGenerator<RawLine[]> {
  let line = 1
  let rest: Buffer[] = []
  let restSize = 0
  let refusal: AppError | undefined
  const forget = (error: AppError): void => {
    held?.give(rest.reduce((sum, { length }) => sum + length, 0))
    rest = []
    refusal = error
  }
  /** Of a line that is refused, only the length is counted. */
  const keep = (piece: Buffer): void => {
    restSize += piece.length
    if (refusal) return
    if (restSize > lineLimit)
      forget(new AppError('too-large', describeProblem('line-too-long', { limit: lineLimit })))
    else if (held?.take(piece.length) === false) forget(tooManyBytes())
    else rest.push(piece)
  }
  const take = (): RawLine | undefined => {
    const content = refusal ?? (rest.length === 1 ? rest[0]! : Buffer.concat(rest, restSize))
    const isBlank = !(content instanceof AppError) && restSize < 64 && BLANK.test(content.toString('latin1'))
    if (isBlank) held?.give(restSize)
    rest = []
    restSize = 0
    refusal = undefined
    const number = line++
    return isBlank ? undefined : { line: number, content }
  }
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const found: RawLine[] = []
    let start = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, start)) {
      if (at > start) keep(chunk.subarray(start, at))
      const taken = take()
      if (taken) found.push(taken)
      start = at + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
    if (found.length > 0) yield found
  }
  const last = restSize > 0 ? take() : undefined
  if (last) yield [last]
}
