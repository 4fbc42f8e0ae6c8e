/** Lets the short calls of 1C go before long work of others in the same process. */
export interface RightOfWay {
  /** A call begins that goes first; call what it returns when it is answered. */
  enter(): () => void
  /** The pace of one long piece of work, which is done in groups; `patience` is how many times as long as a group took it makes way. */
  pace(patience?: number): Pace
}

export interface Pace {
  /** How much of a group of `most` to do at once: less while calls that go first come again and again. */
  size(most: number): number
  /** Runs the next group, once no call that goes first is under way, or after a multiple of what the group before took. */
  run<T>(group: () => Promise<T>): Promise<T>
}

/** For what nobody has to wait for. */
export const AT_ONCE: Pace = { size: most => most, run: group => group() }

/** A call that takes longer, be it because its client reads slowly, goes first no more. */
const LONGEST_CALL_MS = 1000
/** Between two calls of an exchange there is a moment of the network. */
const BETWEEN_CALLS_MS = 5
/** How long after a call groups stay small. */
const LATELY_MS = 2000
/** Which part of a group is done at once then. */
const SMALL_PART = 5
/** However long the group before took. */
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

  /** Resolves when none is under way for a moment, or after `mostMs`. */
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
    pace(patience = 1) {
      let took = 0
      return {
        size: most =>
          underWay > 0 || performance.now() - lastEnded < LATELY_MS ? Math.ceil(most / SMALL_PART) : most,
        async run(group) {
          await clear(patience * Math.min(took, LONGEST_WAIT_MS))
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
