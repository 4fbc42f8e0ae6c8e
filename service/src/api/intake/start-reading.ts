import { describeProblem } from '@obmen/contract'
import type { Config } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import { fromRefusal, toRefusal } from '../../errors/refusal.js'
import { sameContent } from '../../orders/intake/read/canonical.js'
import { readInput } from '../../orders/intake/read/read-input.js'
import type { SaveOptions } from '../../orders/intake/save-orders.js'
import type { CompareContents, OrderInput, ReadInput } from '../../orders/intake/save-types.js'
import type { SerializedProfile } from '../../preflight/preflight-profile.js'
import { inspectPuts } from '../../preflight/puts/inspect-puts.js'
import { recentProfiles } from '../../preflight/puts/recent-profiles.js'
import { startWorkers, type Workers, WorkersBusy } from '../../workers/start-workers.js'
import { parseBody } from './json-body.js'
import { type PackedOrders, type ReadOrRefused, unpackOrders } from './pack-orders.js'
import type { ReadingAnswer, ReadingTask } from './read-orders.worker.js'

export interface Reading extends AsyncDisposable {
  /** Reads a location's inputs whose bodies are raw UTF-8 JSON; if there are many, their findings are predicted for the profiles. */
  read(
    locationId: string,
    inputs: readonly OrderInput[],
    profiles?: readonly SerializedProfile[],
  ): Promise<ReadInput[]>
  compare: CompareContents
  /** How the orders of a location are read and inspected: findings of each group are predicted for the profiles of the previous one. */
  of(locationId: string): Required<Pick<SaveOptions, 'read' | 'compare' | 'inspect'>>
}

/** Bodies below this are read faster than they could be handed to another thread. */
const SMALL_BYTES = 16 * 1024
const RETRY_AFTER_SECONDS = 5
/** A lower priority than answering 1C, a higher one than files and dry runs. */
const NICENESS = 5

/** Reads and checks orders in worker threads: a large one, or many, would hold up everybody else. */
export function startReading(config: Config): Reading {
  const start = (queue: number): Workers<ReadingTask, ReadingAnswer> =>
    startWorkers({
      file: new URL('./read-orders.worker.js', import.meta.url),
      threads: config.intakeThreads,
      queue,
      memory: heapFor(Math.max(config.requestBodyLimit, config.requestBodyLimit)),
      niceness: NICENESS,
    })
  const readers = start(config.intakeQueue)
  // A comparison happens inside a transaction, so it must not queue behind orders still to be read.
  const comparers = start(config.databasePoolSize)

  const recent = recentProfiles()

  const reading: Reading = {
    async read(owner, inputs, profiles = []) {
      const bodies = inputs.filter(({ body }) => body instanceof Uint8Array)
      const bytes = bodies.reduce((sum, { body }) => sum + (body as Uint8Array).length, 0)
      if (bytes <= SMALL_BYTES) return inputs.map(readHere)
      const read = (await readInWorker(readers, owner, bodies, profiles)).values()
      return inputs.map((input): ReadInput => {
        if (!(input.body instanceof Uint8Array)) return readInput(input)
        const one = read.next().value as ReadOrRefused
        if ('refusal' in one) return { id: one.id, error: fromRefusal(one.refusal) }
        return { order: one, precondition: input.precondition, origin: input.origin }
      })
    },
    async compare(one, other) {
      if (one === other || one.length + other.length <= SMALL_BYTES) return sameContent(one, other)
      return (await comparers.run({ one, other })) as boolean
    },
    of: locationId => ({
      read: inputs => reading.read(locationId, inputs, recent.of(locationId)),
      compare: reading.compare,
      async inspect(tx, puts) {
        recent.remember(locationId, puts.context)
        return inspectPuts(tx, puts)
      },
    }),
    async [Symbol.asyncDispose]() {
      await readers[Symbol.asyncDispose]()
      await comparers[Symbol.asyncDispose]()
    },
  }
  return reading
}

async function readInWorker(
  readers: Workers<ReadingTask, ReadingAnswer>,
  owner: string,
  inputs: readonly OrderInput[],
  profiles: readonly SerializedProfile[],
): Promise<ReadOrRefused[]> {
  const { task, buffer } = packBodies(inputs, profiles)
  try {
    const packed = (await readers.run(task, { owner, transfer: [buffer] })) as PackedOrders
    return unpackOrders(packed, profiles)
  } catch (error) {
    if (!(error instanceof WorkersBusy)) throw error
    return inputs.map(({ id }) => ({ id, refusal: BUSY }))
  }
}

/**
 * Heap in MiB that parsing the largest text may need: `{},{},…` takes thirty times its size. Never less, because JSON.parse can't be
 * interrupted: if it reaches the limit of its thread, the whole process ends.
 */
function heapFor(bytes: number): number {
  return 64 + Math.ceil((32 * bytes) / 2 ** 20)
}

const BUSY = toRefusal(
  new AppError('unavailable', describeProblem('intake-busy'), { retryAfterSeconds: RETRY_AFTER_SECONDS }),
)

function readHere(input: OrderInput): ReadInput {
  return readInput(input.body instanceof Uint8Array ? { ...input, body: parseBody(input.body) } : input)
}

/** Copies the bodies into one buffer that can be transferred: they are slices of shared buffers. */
function packBodies(
  inputs: readonly OrderInput[],
  profiles: readonly SerializedProfile[],
): { task: ReadingTask; buffer: ArrayBuffer } {
  const ends: number[] = []
  let end = 0
  for (const { body } of inputs) {
    end += (body as Uint8Array).length
    ends.push(end)
  }
  const bytes = new Uint8Array(end)
  for (const [index, { body }] of inputs.entries()) bytes.set(body as Uint8Array, ends[index - 1] ?? 0)
  return { task: { bytes, ends, ids: inputs.map(({ id }) => id), profiles }, buffer: bytes.buffer }
}
