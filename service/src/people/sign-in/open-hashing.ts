import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { startWorkers } from '../../workers/start-workers.js'
import type { KeyDerivation, KeyTask } from './derive-key.js'

export interface HashingOptions {
  /** Passwords hashed at a time. */
  atOnce: number
  /** Sign-ins that may queue. */
  queue: number
  /** Of new hashes: log2 of scrypt's N. */
  cost: number
}

/** Password hashing of the server: a few at a time, refused when the queue is full. */
export interface Hashing extends AsyncDisposable {
  /**
   * Runs work that hashes with `keys`, once or twice. When too many are queued, throws AppError `too-many-requests` before the work
   * begins.
   */
  enter<T>(work: (keys: KeyDerivation) => Promise<T>): Promise<T>
}

/** What a hash takes is outside the thread's heap. */
const HEAP_MB = 32
/** Real exchanges come first. */
const NICENESS = 10
const RETRY_AFTER_SECONDS = 5

export function openHashing({ atOnce, queue, cost }: HashingOptions): Hashing {
  const workers = startWorkers<KeyTask, Uint8Array>({
    file: new URL('./derive-key.worker.js', import.meta.url),
    threads: atOnce,
    queue: atOnce + queue,
    memory: HEAP_MB,
    niceness: NICENESS,
  })
  let inside = 0
  return {
    async enter(work) {
      if (inside >= atOnce + queue)
        throw new AppError('too-many-requests', describeProblem('sign-ins-busy'), {
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        })
      inside++
      try {
        return await work({ cost, derive: task => workers.run(task) })
      } finally {
        inside--
      }
    },
    [Symbol.asyncDispose]: () => workers[Symbol.asyncDispose](),
  }
}
