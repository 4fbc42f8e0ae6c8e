/** Lets the short calls of 1C go before long work of others in the same process. */
export interface RightOfWay {
  /** Registers a priority call; call the returned function when it has been answered. */
  enter(): LeaveWay
  /** The pace of a long piece of work done in groups; it yields at most `yieldFactor` times as long as the last group took. */
  pace(yieldFactor?: number): Pace
}

/** `stranger`: nobody was waited for, so the groups that follow need not be small. */
export type LeaveWay = (as?: 'stranger') => void

export interface Pace {
  /** How much of a group of `most` to do at once: less while priority calls keep coming. */
  size(most: number): number
  /** Runs the next group once no priority call is running, or after the longest wait. */
  run<T>(group: () => Promise<T>): Promise<T>
}

/** The pace of work that need not yield to anybody. */
export const UNPACED: Pace = { size: most => most, run: group => group() }

/** A call that takes longer, for example because its client reads slowly, loses its priority. */
const MAX_CALL_MS = 1000
/** More than the network takes between two calls of an exchange. */
const BETWEEN_CALLS_MS = 5
/** How long groups stay small after a call. */
const SMALL_GROUPS_MS = 2000
/** A small group is this part of a full one. */
const SMALL_GROUP_DIVISOR = 5
/** Longest wait before a group, however long the last one took. */
const MAX_WAIT_MS = 250

/** One per server: servers that share a database do not share a thread. */
export function openRightOfWay(): RightOfWay {
  const waiting = new Set<() => void>()
  let running = 0
  let lastEnded = Number.NEGATIVE_INFINITY

  const enter = (): LeaveWay => {
    running++
    let left = false
    const leave: LeaveWay = as => {
      if (left) return
      left = true
      clearTimeout(late)
      if (as !== 'stranger') lastEnded = performance.now()
      if (--running > 0) return
      for (const proceed of waiting) proceed()
    }
    const late = setTimeout(() => leave(), MAX_CALL_MS).unref()
    return leave
  }

  /** Resolves once no priority call has been running for BETWEEN_CALLS_MS, at the latest after `mostMs`. */
  const waitUntilClear = async (mostMs: number): Promise<void> => {
    const end = performance.now() + mostMs
    for (;;) {
      const now = performance.now()
      const pause = running > 0 ? end - now : Math.min(lastEnded + BETWEEN_CALLS_MS, end) - now
      if (pause <= 0) return
      await wait(pause)
    }
  }

  const wait = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const proceed = (): void => {
        clearTimeout(timer)
        waiting.delete(proceed)
        resolve()
      }
      const timer = setTimeout(proceed, ms)
      if (running > 0) waiting.add(proceed)
    })

  return {
    enter,
    pace(yieldFactor = 1) {
      let lastGroupMs = 0
      return {
        size: most =>
          running > 0 || performance.now() - lastEnded < SMALL_GROUPS_MS
            ? Math.ceil(most / SMALL_GROUP_DIVISOR)
            : most,
        async run(group) {
          await waitUntilClear(yieldFactor * Math.min(lastGroupMs, MAX_WAIT_MS))
          const started = performance.now()
          try {
            return await group()
          } finally {
            lastGroupMs = performance.now() - started
          }
        },
      }
    },
  }
}
