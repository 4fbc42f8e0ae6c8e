const DELAYS_SECONDS = [5, 15, 60, 300, 900, 1800, 3600, 2 * 3600, 4 * 3600, 8 * 3600]

/** How long to wait after the attempt with this number (from 1): longer each time, with jitter. */
export function retryDelaySeconds(number: number, random = Math.random()): number {
  const delay = DELAYS_SECONDS[Math.min(number, DELAYS_SECONDS.length) - 1]!
  return Math.round(delay * (1 + random / 10))
}
