import { setImmediate } from 'node:timers/promises'

/** How long a request may wait for one slice of somebody else's work, in milliseconds. */
const SLICE_MS = 4

/** For long work in this thread: await the result between two steps, and the event loop runs every few milliseconds. */
export function yieldBetweenSteps(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
