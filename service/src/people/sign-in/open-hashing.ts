import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { Semaphore } from '../../workers/semaphore.js'
import { addressGroup } from './sign-in-lock.js'

export interface HashingOptions {
  /** Sign-ins whose passwords are hashed at a time: fewer than libuv's four threads. */
  atOnce: number
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
export interface Hashing {
  /** Throws AppError `too-many-requests` when too many are queued, of the login, the address or all. */
  enter<T>(caller: HashingCaller, work: (cost: number) => Promise<T>): Promise<T>
}

/** Never none: behind a proxy that isn't trusted all people have one address. */
const PART_OF_ONE = 1 / 4

export function openHashing({ atOnce, queue, cost }: HashingOptions): Hashing {
  const places = new Semaphore({ limit: atOnce, queue, ofOwner: Math.ceil((atOnce + queue) * PART_OF_ONE) })
  return {
    async enter({ login, address }, work) {
      const owners = [`login ${login}`, `address ${addressGroup(address)}`]
      const leave = await places.enter({ owners }).catch(() => {
        throw new AppError('too-many-requests', describeProblem('sign-ins-busy'))
      })
      return work(cost).finally(leave)
    },
  }
}
