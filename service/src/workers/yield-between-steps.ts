import { setTimeout as delay, setImmediate } from 'node:timers/promises'

/** How long other requests may have to wait for the event loop, in milliseconds. */
const SLICE_MS = 4
let calls = 0

/** Counts a short call until the result is called: long work steps back for it. */
export function beginCall(): () => void {
  calls++
  return () => void calls--
}

/**
 * For long work in the main thread: await the result between steps, and the event loop runs. As long as short
 * calls are in work, it rests for so many times the length of a step.
 */
export function yieldBetweenSteps({ rests = 0 } = {}): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    const worked = performance.now() - since
    if (worked < SLICE_MS) return undefined
    const isWaitedFor = rests > 0 && calls > 0
    const rest = isWaitedFor ? delay(Math.min(worked, 5 * SLICE_MS) * rests) : setImmediate()
    return rest.then(() => {
      since = performance.now()
    })
  }
}
