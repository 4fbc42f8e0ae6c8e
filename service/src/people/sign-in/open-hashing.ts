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
   * Runs work for `login` (an e-mail, or a person's id) that hashes with `keys`, once or a few times. When too many are queued, of
   * this login or of all, throws AppError `too-many-requests` before the work begins.
   */
  enter<T>(login: string, work: (keys: KeyDerivation) => Promise<T>): Promise<T>
}

/** What a hash takes is outside the thread's heap. */
const HEAP_MB = 32
/** Real exchanges come first. */
const NICENESS = 10
const RETRY_AFTER_SECONDS = 5
/** Being hashed or queued: enough for people who share a login, too few to keep others out. */
const PLACES_PER_LOGIN = 4

export function openHashing({ atOnce, queue, cost }: HashingOptions): Hashing {
  const places = atOnce + queue
  const placesPerLogin = Math.min(PLACES_PER_LOGIN, Math.ceil(places / 2))
  const workers = startWorkers<KeyTask, Uint8Array>({
    file: new URL('./derive-key.worker.js', import.meta.url),
    threads: atOnce,
    queue: places,
    memory: HEAP_MB,
    niceness: NICENESS,
  })
  let inside = 0
  const insideByLogin = new Map<string, number>()
  return {
    async enter(login, work) {
      const ofLogin = insideByLogin.get(login) ?? 0
      if (inside >= places || ofLogin >= placesPerLogin)
        throw new AppError('too-many-requests', describeProblem('sign-ins-busy'), {
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        })
      inside++
      insideByLogin.set(login, ofLogin + 1)
      try {
        return await work({ cost, derive: task => workers.run(task) })
      } finally {
        inside--
        const left = insideByLogin.get(login)! - 1
        if (left === 0) insideByLogin.delete(login)
        else insideByLogin.set(login, left)
      }
    },
    [Symbol.asyncDispose]: () => workers[Symbol.asyncDispose](),
  }
}
