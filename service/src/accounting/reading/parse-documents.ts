import { CommercemlError, type CommercemlErrorCode, createDocumentReader } from '@obmen/codec'
import { UPLOAD_TEXTS } from '../../uploads/texts.js'
import { UploadRefused } from '../../uploads/upload.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import { openThread, WorkerOutOfMemory } from '../../workers/open-thread.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import type { ParseResult, ParseTask } from './parse-documents.worker.js'

/** A file up to this size is parsed here: a thread takes longer to begin. */
const SMALL = 256 * 1024

/** The documents of a file as JSON texts, in groups, while it is read. Large files are parsed in a thread of their own. */
export async function* parseDocuments(
  bytes: AsyncIterable<Uint8Array>,
  limits: UploadLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const pieces = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  let whole = false
  while (size <= SMALL && !whole) {
    const { done, value } = await pieces.next()
    if (done) whole = true
    else {
      head.push(value)
      size += value.length
    }
  }
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => pieces }
  try {
    if (whole) yield* parseHere(head, readLimits(limits))
    else yield* parseAside(head, rest, limits, signal)
  } finally {
    await pieces.return?.()
  }
}

function readLimits(limits: UploadLimits) {
  return {
    maxDepth: limits.depth,
    maxAttributes: limits.attributes,
    maxTextLength: limits.textLength,
    maxDocumentNodes: limits.documentElements,
  }
}

async function* parseHere(
  pieces: readonly Uint8Array[],
  limits: ReturnType<typeof readLimits>,
): AsyncGenerator<string[]> {
  const reader = createDocumentReader(limits)
  const rest = yieldBetweenSteps()
  for (const piece of pieces) {
    yield Array.from(reader.push(piece), document => JSON.stringify(document))
    await rest()
  }
  yield Array.from(reader.end(), document => JSON.stringify(document))
}

async function* parseAside(
  head: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
  limits: UploadLimits,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const thread = openThread<ParseTask, ParseResult>(new URL('./parse-documents.worker.js', import.meta.url), {
    memory: Math.floor(limits.readMemory / 1024 ** 2),
    niceness: NICENESS,
  })
  const end = (): void => void thread.end()
  signal.addEventListener('abort', end)
  const run = async (task: ParseTask): Promise<string[]> => {
    const { documents, failure } = await thread.run(task).catch((error: unknown) => {
      signal.throwIfAborted()
      throw error instanceof WorkerOutOfMemory ? new UploadRefused(UPLOAD_TEXTS.needsMemory) : error
    })
    if (failure) {
      const { code, message, ...place } = failure
      throw new CommercemlError(code as CommercemlErrorCode, message, place)
    }
    return documents
  }
  try {
    await run({ limits: readLimits(limits) })
    for (const piece of head) yield await run({ piece })
    for await (const piece of rest) yield await run({ piece })
    yield await run({ end: true })
  } finally {
    signal.removeEventListener('abort', end)
    await thread.end()
  }
}

/** Behind those who answer 1C and the platform. */
const NICENESS = 10
