import { describeProblem } from '@obmen/contract'
import type { Config } from '../../config.js'
import { AppError, fromRefusal } from '../../errors/app-error.js'
import type { IncomingOrder, OrderInput, RefusedOrder } from '../../orders/intake/put.js'
import { readInput } from '../../orders/intake/read/read-order.js'
import { Busy } from '../../workers/semaphore.js'
import { openThreads } from '../../workers/threads.js'
import { parseBody } from './parse-json.js'
import type { ReadingResult, ReadingTask } from './read-orders.worker.js'

export interface Reading extends AsyncDisposable {
  /** Reads a location's inputs, whose bodies are raw UTF-8 JSON or the refusal of a line. */
  read(locationId: string, inputs: readonly OrderInput[]): Promise<(IncomingOrder | RefusedOrder)[]>
}

/** Fewer bytes are read in the main thread: in the time of a few short requests. */
const SMALL_BYTES = 256 * 1024
/** A lower priority than answering 1C, a higher one than files and dry runs. */
const NICENESS = 5

/** Reads and checks orders, in a thread where they are large or many: they would hold up everybody else. */
export function openReading(config: Config): Reading {
  const threads = openThreads<ReadingTask, ReadingResult>({
    file: new URL('./read-orders.worker.js', import.meta.url),
    threads: config.intakeThreads,
    queue: config.intakeQueue,
    ofOwner: config.intakeThreads + Math.ceil(config.intakeQueue / 2),
    memory: heapFor(config.requestBodyLimit),
    niceness: NICENESS,
  })
  return {
    async read(locationId, inputs) {
      const task = inputs.flatMap(({ body, id }) => (body instanceof Uint8Array ? [{ body, id }] : []))
      if (task.reduce((sum, { body }) => sum + body.length, 0) <= SMALL_BYTES)
        return inputs.map(input =>
          readInput(input.body instanceof Uint8Array ? { ...input, body: parseBody(input.body) } : input),
        )
      const results = await threads.run(task, { owners: [locationId] }).catch(error => {
        if (error instanceof Busy) return undefined
        throw error
      })
      let next = 0
      return inputs.map((input): IncomingOrder | RefusedOrder => {
        if (!(input.body instanceof Uint8Array)) return readInput(input)
        const result = results?.[next++]
        if (!result)
          return { id: input.id, error: new AppError('unavailable', describeProblem('intake-busy')) }
        if ('refusal' in result) return { id: result.id, error: fromRefusal(result.refusal) }
        return { order: result, precondition: input.precondition, origin: input.origin }
      })
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}

/**
 * Heap in MiB that parsing the largest text may need: `{},{},…` takes thirty times its size. Never less: if
 * JSON.parse reaches the limit of its thread, the whole process ends.
 */
function heapFor(bytes: number): number {
  return 64 + Math.ceil((32 * bytes) / 2 ** 20)
}
