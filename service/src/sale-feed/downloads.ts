import type { Readable } from 'node:stream'
import { describeProblem } from '@obmen/contract'
import { AppError } from '../errors/app-error.js'
import { Busy, type Leave, Semaphore } from '../workers/semaphore.js'

/** Answers with orders that are given at once: each holds two pages, or one large order, in memory. */
export interface Downloads {
  /**
   * Makes an answer as soon as it may be given; until its body ends, it counts.
   * @throws AppError `unavailable` if it waited too long, or the reason of the signal
   */
  give<T extends { body: Readable } | undefined>(
    locationId: string,
    signal: AbortSignal,
    make: () => Promise<T>,
  ): Promise<T>
}

const QUEUE = 1000
/** 1C itself gives up after a minute. */
const WAIT_SECONDS = 55

/** `atOnce`: of all locations; one location has half of them at most. */
export function openDownloads(atOnce: number): Downloads {
  const ofOwnerAtOnce = Math.ceil(atOnce / 2)
  const places = new Semaphore({ limit: atOnce, queue: QUEUE, ofOwnerAtOnce, waitMs: WAIT_SECONDS * 1000 })
  const enter = async (locationId: string, signal: AbortSignal): Promise<Leave> => {
    try {
      return await places.enter({ owners: [locationId], signal })
    } catch (cause) {
      if (!(cause instanceof Busy)) throw cause
      const retryAfterSeconds = WAIT_SECONDS
      throw new AppError('unavailable', describeProblem('no-room-for-answer'), { cause, retryAfterSeconds })
    }
  }
  return {
    async give(locationId, signal, make) {
      const leave = await enter(locationId, signal)
      try {
        const answer = await make()
        answer?.body.once('close', leave)
        if (!answer || answer.body.closed) leave()
        return answer
      } catch (error) {
        leave()
        throw error
      }
    },
  }
}
