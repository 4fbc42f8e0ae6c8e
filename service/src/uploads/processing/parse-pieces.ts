import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { CommercemlError, type CommercemlErrorCode, type ReadLimits } from '@obmen/codec'
import { describeProblem } from '@obmen/contract'
import { openThreads, ThreadOutOfMemory, type Threads } from '../../workers/threads.js'
import { UploadRefused } from '../upload.js'
import type { ParseFailure, ParseTask } from './answer-pieces.js'

export interface Parsing<Setup> {
  bytes: AsyncIterable<Uint8Array>
  signal: AbortSignal
  setup: Setup
  /** The worker that parses it (`answerPieces`). */
  worker: URL
}

/** What XML from 1C may hold. */
const LIMITS: ReadLimits = {
  maxDepth: 64,
  maxAttributes: 256,
  maxTextLength: 1_000_000,
  maxDocumentNodes: 800_000,
}

/** Parses a file in a thread while it is read, yielding results in groups. */
export async function* parsePieces<Setup, Found>(parsing: Parsing<Setup>): AsyncGenerator<Found[]> {
  const { bytes, worker, setup, signal } = parsing
  const { port1: port, port2 } = new MessageChannel()
  const stop = new AbortController()
  const task: ParseTask<Setup> = { limits: LIMITS, setup, port: port2 }
  const parsed = threadsOf(worker)
    .run(task, { signal: AbortSignal.any([signal, stop.signal]), transfer: [port2] })
    .then(failure => {
      if (!failure) return
      const { code, message, ...place } = failure
      throw new CommercemlError(code as CommercemlErrorCode, message, place)
    })
    .catch((error: unknown) => {
      throw error instanceof ThreadOutOfMemory
        ? new UploadRefused(describeProblem('file-needs-memory'))
        : error
    })
  // A signal, since Promise.race would keep each answer until the whole file is read.
  const failure = new AbortController()
  parsed.catch(error => failure.abort(error))
  const run = async (piece: Uint8Array | null): Promise<Found[]> => {
    const answer = once(port, 'message', { signal: failure.signal })
    port.postMessage(piece)
    const [found] = await answer.catch((error: unknown) => {
      throw failure.signal.aborted ? failure.signal.reason : error
    })
    return found as Found[]
  }
  try {
    for await (const piece of bytes) yield await run(piece)
    const last = await run(null)
    // Whoever has seen the end may leave: the thread has ended its task by then and is kept.
    await parsed
    yield last
  } finally {
    port.close()
    stop.abort()
  }
}

/** Files parsed at once by threads of one kind: they wait for the database most of the time. */
const THREADS = 8
const MEMORY_MB = 256
/** At a lower priority than answers to 1C and the platform. */
const NICENESS = 10
/** Starting a thread takes as long as parsing megabytes, and a 1C may send hundreds of files. */
const opened = new Map<string, Threads<never, ParseFailure | undefined>>()

function threadsOf<Setup>(file: URL): Threads<ParseTask<Setup>, ParseFailure | undefined> {
  const known = opened.get(file.href)
  if (known) return known
  const threads = openThreads<ParseTask<Setup>, ParseFailure | undefined>({
    file,
    threads: THREADS,
    queue: Number.POSITIVE_INFINITY,
    memory: MEMORY_MB,
    niceness: NICENESS,
  })
  opened.set(file.href, threads)
  return threads
}
