import { setImmediate } from 'node:timers/promises'

/** What a request may wait for behind one stretch of somebody else's work, in milliseconds. */
const SLICE_MS = 15

/** For work that is long but stays in this thread: await it between two steps, and others get their turn every few milliseconds. */
export function yieldBetweenSteps(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
