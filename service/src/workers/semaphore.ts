export type Leave = () => void

export interface Entering {
  /** Who has the work done: a location, a login and an address. Each of them is counted. */
  owners?: readonly string[]
  /** How much of the limits it takes, 1 by default: for work that is bounded by bytes, its bytes. */
  size?: number
  signal?: AbortSignal | undefined
}

export interface SemaphoreOptions {
  /** Sizes of all running work together. What is larger runs alone. */
  limit: number
  /** How much work may wait; by default none. */
  queue?: number
  /** Sizes of all work of one owner, by default unlimited. Its only work is always admitted. */
  ofOwner?: number
  /** Sizes of running work of one owner; more of it waits while others pass. By default unlimited. */
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

interface Work {
  owners: readonly string[]
  size: number
}

interface Waiting extends Work {
  start(): void
}

/**
 * Bounds one kind of work: how much of it runs, how much may wait, and how much of both one owner may have.
 */
export class Semaphore {
  readonly #options: SemaphoreOptions
  readonly #owned = new Map<string, number>()
  readonly #runningOf = new Map<string, number>()
  readonly #waiting: Waiting[] = []
  #running = 0

  constructor(options: SemaphoreOptions) {
    this.#options = options
  }

  /** First come first served; the result gives the place back. @throws Busy, or the signal's reason */
  async enter({ owners = [], size = 1, signal }: Entering = {}): Promise<Leave> {
    signal?.throwIfAborted()
    const { queue = 0, ofOwner = Number.POSITIVE_INFINITY } = this.#options
    if (exceeds(this.#owned, { owners, size }, ofOwner)) throw new Busy('owner')
    const othersFirst = this.#waiting.some(one => !this.#isFull(one))
    const starts = !othersFirst && this.#fits(size) && !this.#isFull({ owners, size })
    if (!starts && this.#waiting.length >= queue) throw new Busy('queue')
    count(this.#owned, owners, size)
    if (starts) this.#run(owners, size)
    else
      await this.#wait(owners, size, signal).catch(reason => {
        count(this.#owned, owners, -size)
        throw reason
      })
    let left = false
    return () => {
      if (left) return
      left = true
      count(this.#owned, owners, -size)
      this.#run(owners, -size)
      this.#startNext()
    }
  }

  /** Sizes of all work of an owner, waiting and running. */
  sizeOf(owner: string): number {
    return this.#owned.get(owner) ?? 0
  }

  #fits(size: number): boolean {
    return this.#running === 0 || this.#running + size <= this.#options.limit
  }

  #isFull(work: Work): boolean {
    return exceeds(this.#runningOf, work, this.#options.ofOwnerAtOnce ?? Number.POSITIVE_INFINITY)
  }

  #run(owners: readonly string[], size: number): void {
    this.#running += size
    count(this.#runningOf, owners, size)
  }

  #startNext(): void {
    for (;;) {
      const next = this.#waiting.findIndex(one => !this.#isFull(one))
      if (next < 0 || !this.#fits(this.#waiting[next]!.size)) return
      this.#waiting.splice(next, 1)[0]!.start()
    }
  }

  #wait(owners: readonly string[], size: number, signal: AbortSignal | undefined): Promise<void> {
    const { waitMs } = this.#options
    const time = waitMs === undefined ? undefined : AbortSignal.timeout(waitMs)
    const end = AbortSignal.any([signal, time].filter(one => one !== undefined))
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1)
        reject(signal?.aborted ? signal.reason : new Busy('time'))
        this.#startNext()
      }
      const start = (): void => {
        end.removeEventListener('abort', leave)
        this.#run(owners, size)
        resolve()
      }
      const one: Waiting = { size, owners, start }
      this.#waiting.push(one)
      end.addEventListener('abort', leave, { once: true })
    })
  }
}

/** Whether an owner that has work would have more than it may. */
function exceeds(sums: ReadonlyMap<string, number>, { owners, size }: Work, limit: number): boolean {
  return owners.some(owner => sums.has(owner) && sums.get(owner)! + size > limit)
}

function count(sums: Map<string, number>, owners: readonly string[], size: number): void {
  for (const owner of owners) {
    const sum = (sums.get(owner) ?? 0) + size
    if (sum === 0) sums.delete(owner)
    else sums.set(owner, sum)
  }
}
