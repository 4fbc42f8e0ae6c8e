/** Lets the short calls of 1C go before long work of others in the same process. */
export interface RightOfWay {
  /** Registers a priority call; call the returned function when it has been answered. */
  enter(): () => void
  /** The pace of a long piece of work done in groups; it yields at most `yieldFactor` times as long as the last group took. */
  pace(yieldFactor?: number): Pace
}

export interface Pace {
  /** How much of a group of `most` to do at once: less while priority calls keep coming. */
  size(most: number): number
  /** Runs the next group once no priority call is running, or after the longest wait. */
  run<T>(group: () => Promise<T>): Promise<T>
}

/** For work that nobody is waiting for. */
export const AT_ONCE: Pace = { size: most => most, run: group => group() }

/** A call that takes longer, for example because its client reads slowly, loses its priority. */
const LONGEST_CALL_MS = 1000
/** The network delay between two calls of an exchange. */
const BETWEEN_CALLS_MS = 5
/** How long groups stay small after a call. */
const LATELY_MS = 2000
/** The size of such a group, as a fraction. */
const SMALL_PART = 5
/** Upper bound, however long the last group took. */
const LONGEST_WAIT_MS = 250

/** Of one server: servers that share a database share none of its threads. */
export function openRightOfWay(): RightOfWay {
  const waiting = new Set<() => void>()
  let underWay = 0
  let lastEnded = Number.NEGATIVE_INFINITY

  const enter = (): (() => void) => {
    underWay++
    let left = false
    const leave = (): void => {
      if (left) return
      left = true
      clearTimeout(late)
      lastEnded = performance.now()
      if (--underWay > 0) return
      for (const proceed of waiting) proceed()
    }
    const late = setTimeout(leave, LONGEST_CALL_MS).unref()
    return leave
  }

  /** Resolves when none has been running for a moment, or after `mostMs`. */
  const clear = async (mostMs: number): Promise<void> => {
    const end = performance.now() + mostMs
    for (;;) {
      const now = performance.now()
      const pause = underWay > 0 ? end - now : Math.min(lastEnded + BETWEEN_CALLS_MS, end) - now
      if (pause <= 0) return
      await moment(pause)
    }
  }

  const moment = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const proceed = (): void => {
        clearTimeout(timer)
        waiting.delete(proceed)
        resolve()
      }
      const timer = setTimeout(proceed, ms)
      if (underWay > 0) waiting.add(proceed)
    })

  return {
    enter,
    pace(yieldFactor = 1) {
      let took = 0
      return {
        size: most =>
          underWay > 0 || performance.now() - lastEnded < LATELY_MS ? Math.ceil(most / SMALL_PART) : most,
        async run(group) {
          await clear(yieldFactor * Math.min(took, LONGEST_WAIT_MS))
          const started = performance.now()
          try {
            return await group()
          } finally {
            took = performance.now() - started
          }
        },
      }
    },
  }
}
