/** An exchange of thousands of requests shouldn't cause as many reloads. */
const AT_MOST_EVERY_MS = 1500
/** Reloads that cost the server more than EXPENSIVE_MS are rarer. */
const EXPENSIVE_MS = 50
const EXPENSIVE_AT_MOST_EVERY_MS = 30_000

/** How long to wait before reloading, after an event. */
export function refreshDelay({ costMs, sinceLastMs }: { costMs: number; sinceLastMs: number }): number {
  const every = costMs > EXPENSIVE_MS ? EXPENSIVE_AT_MOST_EVERY_MS : AT_MOST_EVERY_MS
  return Math.max(AT_MOST_EVERY_MS, every - sinceLastMs)
}
