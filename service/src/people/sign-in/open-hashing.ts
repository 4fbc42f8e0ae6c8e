import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { openSemaphore } from '../../workers/semaphore.js'
import { openThreads } from '../../workers/threads.js'
import type { KeyDerivation, KeyTask } from './derive-key.js'
import { addressGroup } from './sign-in-lock.js'

export interface HashingOptions {
  /** Passwords hashed at a time. */
  atOnce: number
  /** Sign-ins that may queue. */
  queue: number
  /** Of new hashes: log2 of scrypt's N. */
  cost: number
}

/** For whom a password is hashed; their places are counted by both. */
export interface HashingCaller {
  /** The e-mail, in lower case: of whoever signs in, is signed in, or is invited. */
  login: string
  address: string
}

/** Password hashing of the server: a few at a time, refused when the queue is full. */
export interface Hashing extends AsyncDisposable {
  /**
   * Runs work for `caller` that hashes with `keys`, once or a few times. When too many are queued, of this login, of this address (as
   * `addressGroup` takes it) or of all, throws AppError `too-many-requests` before the work begins.
   */
  enter<T>(caller: HashingCaller, work: (keys: KeyDerivation) => Promise<T>): Promise<T>
}

/** What a hash takes is outside the thread's heap. */
const HEAP_MB = 32
/** Real exchanges come first. */
const NICENESS = 10
const RETRY_AFTER_SECONDS = 5
/**
 * Of all places, being hashed or queued, so that one login or one address keeps no others out. Never none: behind a proxy that isn't
 * trusted all people have one address.
 */
const PART_OF_ONE = 1 / 4

export function openHashing({ atOnce, queue, cost }: HashingOptions): Hashing {
  const limit = atOnce + queue
  const places = openSemaphore({ limit, ofOwner: Math.ceil(limit * PART_OF_ONE) })
  const threads = openThreads<KeyTask, Uint8Array>({
    file: new URL('./derive-key.worker.js', import.meta.url),
    threads: atOnce,
    queue: limit,
    memory: HEAP_MB,
    niceness: NICENESS,
  })
  return {
    async enter({ login, address }, work) {
      const owners = [`login ${login}`, `address ${addressGroup(address)}`]
      const leave = await places.enter({ owners }).catch(() => {
        throw new AppError('too-many-requests', describeProblem('sign-ins-busy'), {
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        })
      })
      try {
        return await work({ cost, derive: task => threads.run(task) })
      } finally {
        leave()
      }
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}
