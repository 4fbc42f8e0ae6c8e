/** Bounds one kind of work: how much of it runs, how much may wait, and how much of both one owner may have. */
export interface Semaphore {
  /** First come first served; the result gives the place back. @throws Busy, or the signal's reason */
  enter(by?: Entering): Promise<Leave>
}

export type Leave = () => void

export interface Entering {
  /** Who has the work done: a location, a login and an address. Each of them is counted. */
  owners?: readonly string[]
  /** How much of the limits it takes, 1 by default: for work that is bounded by bytes, its bytes. */
  size?: number
  /** Ends the wait. */
  signal?: AbortSignal | undefined
}

export interface SemaphoreOptions {
  /** Sizes of all running work together. What is larger runs alone. */
  limit: number
  /** How much work may wait; by default none. */
  queue?: number
  /** Sizes of all work of one owner, running and waiting; by default unlimited. Its only work is always admitted. */
  ofOwner?: number
  /** Sizes of running work of one owner; more of it waits, while others are let past. By default unlimited. */
  ofOwnerAtOnce?: number
  /** How long it may wait, in milliseconds; by default for any time. */
  waitMs?: number
}

/** There is no room: for this owner, in the queue, or not in time. */
export class Busy extends Error {
  constructor(readonly by: 'owner' | 'queue' | 'time') {
    super(`no room: ${by}`)
  }
}

interface Waiting {
  size: number
  owners: readonly string[]
  start(): void
}

export function openSemaphore({
  limit,
  queue = 0,
  ofOwner = Number.POSITIVE_INFINITY,
  ofOwnerAtOnce = Number.POSITIVE_INFINITY,
  waitMs,
}: SemaphoreOptions): Semaphore {
  const owned = new Map<string, number>()
  const runningOf = new Map<string, number>()
  const waiting: Waiting[] = []
  let running = 0

  const fits = (size: number): boolean => running === 0 || running + size <= limit
  const isFull = (owners: readonly string[], size: number): boolean =>
    owners.some(owner => runningOf.has(owner) && runningOf.get(owner)! + size > ofOwnerAtOnce)
  const count = (sums: Map<string, number>, owners: readonly string[], size: number): void => {
    for (const owner of owners) {
      const sum = (sums.get(owner) ?? 0) + size
      if (sum === 0) sums.delete(owner)
      else sums.set(owner, sum)
    }
  }
  const run = (owners: readonly string[], size: number): void => {
    running += size
    count(runningOf, owners, size)
  }
  const startNext = (): void => {
    for (;;) {
      const next = waiting.findIndex(one => !isFull(one.owners, one.size))
      if (next < 0 || !fits(waiting[next]!.size)) return
      waiting.splice(next, 1)[0]!.start()
    }
  }
  const wait = async (
    owners: readonly string[],
    size: number,
    signal: AbortSignal | undefined,
  ): Promise<void> => {
    const time = waitMs === undefined ? undefined : AbortSignal.timeout(waitMs)
    const ends = [signal, time].filter(end => end !== undefined)
    const end = AbortSignal.any(ends)
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(one), 1)
        reject(signal?.aborted ? signal.reason : new Busy('time'))
        startNext()
      }
      const one: Waiting = {
        size,
        owners,
        start() {
          end.removeEventListener('abort', leave)
          run(owners, size)
          resolve()
        },
      }
      waiting.push(one)
      end.addEventListener('abort', leave, { once: true })
    })
  }

  return {
    async enter({ owners = [], size = 1, signal } = {}) {
      signal?.throwIfAborted()
      if (owners.some(owner => owned.has(owner) && owned.get(owner)! + size > ofOwner))
        throw new Busy('owner')
      const othersFirst = waiting.some(one => !isFull(one.owners, one.size))
      const starts = !othersFirst && fits(size) && !isFull(owners, size)
      if (!starts && waiting.length >= queue) throw new Busy('queue')
      count(owned, owners, size)
      if (starts) run(owners, size)
      else
        await wait(owners, size, signal).catch(reason => {
          count(owned, owners, -size)
          throw reason
        })
      let left = false
      return () => {
        if (left) return
        left = true
        count(owned, owners, -size)
        run(owners, -size)
        startNext()
      }
    },
  }
}
