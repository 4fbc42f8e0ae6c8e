import { setImmediate } from 'node:timers/promises'

/** How long other requests may have to wait for the event loop, in milliseconds. */
const SLICE_MS = 4

/** For long work in the main thread: await the result between steps, and the event loop runs. */
export function yieldBetweenSteps(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
