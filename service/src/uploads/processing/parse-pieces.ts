import { CommercemlError, type CommercemlErrorCode, type PieceReader, type ReadLimits } from '@obmen/codec'
import { describeProblem } from '@obmen/contract'
import { openThread, type Thread, WorkerOutOfMemory } from '../../workers/open-thread.js'
import { type Pace, UNPACED } from '../../workers/right-of-way.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { UploadRefused } from '../upload.js'
import type { UploadLimits } from '../upload-limits.js'
import type { ParseResult, ParseTask } from './answer-pieces.js'

/** A file up to this size is parsed in the main thread: starting another may take longer. */
const SMALL_BYTES = 256 * 1024

export interface Parsing<Setup, Found> {
  bytes: AsyncIterable<Uint8Array>
  limits: UploadLimits
  signal: AbortSignal
  setup: Setup
  /** Of a large file; without it the pieces follow each other at once. */
  pace?: Pace | undefined
  /** The reader, for a small file. */
  open: (limits: ReadLimits, setup: Setup) => PieceReader<Found>
  /** The compiled worker that answers with the same reader (`answerPieces`). */
  worker: URL
}

/** Parses a file while it is read, yielding results in groups. Large files are parsed in a separate thread. */
export async function* parsePieces<Setup, Found>(parsing: Parsing<Setup, Found>): AsyncGenerator<Found[]> {
  const pieces = parsing.bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  let whole = false
  while (size <= SMALL_BYTES && !whole) {
    const { done, value } = await pieces.next()
    if (done) whole = true
    else {
      head.push(value)
      size += value.length
    }
  }
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => pieces }
  try {
    if (whole) yield* parseHere(head, parsing)
    else yield* parseInThread(head, rest, parsing)
  } finally {
    await pieces.return?.()
  }
}

function readLimits(limits: UploadLimits): ReadLimits {
  return {
    maxDepth: limits.depth,
    maxAttributes: limits.attributes,
    maxTextLength: limits.textLength,
    maxDocumentNodes: limits.documentElements,
  }
}

async function* parseHere<Setup, Found>(
  pieces: readonly Uint8Array[],
  { open, limits, setup }: Parsing<Setup, Found>,
): AsyncGenerator<Found[]> {
  const reader = open(readLimits(limits), setup)
  const rest = yieldBetweenSteps()
  for (const piece of pieces) {
    yield [...reader.push(piece)]
    await rest()
  }
  yield [...reader.end()]
}

async function* parseInThread<Setup, Found>(
  head: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
  { worker, limits, setup, signal, pace = UNPACED }: Parsing<Setup, Found>,
): AsyncGenerator<Found[]> {
  const memory = Math.floor(limits.readMemory / 1024 ** 2)
  const thread = takeThread(worker, memory) as Thread<ParseTask<Setup>, ParseResult<Found>>
  let isReusable = false
  const end = (): void => void thread.end()
  signal.addEventListener('abort', end)
  const run = async (task: ParseTask<Setup>): Promise<Found[]> => {
    const { found, failure } = await thread.run(task).catch((error: unknown) => {
      signal.throwIfAborted()
      throw error instanceof WorkerOutOfMemory
        ? new UploadRefused(describeProblem('file-needs-memory'))
        : error
    })
    if (failure) {
      isReusable = true
      const { code, message, ...place } = failure
      throw new CommercemlError(code as CommercemlErrorCode, message, place)
    }
    return found
  }
  try {
    await run({ limits: readLimits(limits), setup })
    for (const piece of head) yield await run({ piece })
    for await (const piece of rest) yield await pace.run(() => run({ piece }))
    const last = await run({ end: true })
    isReusable = true
    yield last
  } finally {
    signal.removeEventListener('abort', end)
    if (isReusable && !signal.aborted) giveBack(worker, memory, thread)
    else await thread.end()
  }
}

interface IdleThread {
  thread: AnyThread
  end: NodeJS.Timeout
}

type AnyThread = Thread<never, unknown>

/** How long a thread waits for another file: starting one takes as long as parsing megabytes, and a 1C may send hundreds of files. */
const IDLE_MS = 2000
/** The thread that waits for another file, by its worker and memory. */
const idleThreads = new Map<string, IdleThread>()

function takeThread(worker: URL, memory: number): AnyThread {
  const key = keyOf(worker, memory)
  const idle = idleThreads.get(key)
  if (idle) {
    clearTimeout(idle.end)
    idleThreads.delete(key)
    if (!idle.thread.hasEnded()) return idle.thread
  }
  return openThread<never, unknown>(worker, { memory, niceness: NICENESS })
}

function giveBack(worker: URL, memory: number, thread: AnyThread): void {
  const key = keyOf(worker, memory)
  if (idleThreads.has(key)) return void thread.end()
  const end = setTimeout(() => {
    idleThreads.delete(key)
    void thread.end()
  }, IDLE_MS).unref()
  idleThreads.set(key, { thread, end })
}

const keyOf = (worker: URL, memory: number): string => `${memory} ${worker.href}`

/** At a lower priority than answers to 1C and the platform. */
const NICENESS = 10
