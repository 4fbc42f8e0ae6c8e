/** What answers cost the server, by the first word of their path. */
const costs = new Map<string, number>()

/** `total;dur=12.3` */
export function noteCost(path: string, serverTiming: string | null): void {
  const duration = Number(/\bdur=([\d.]+)/.exec(serverTiming ?? '')?.[1])
  if (!Number.isFinite(duration)) return
  const word = wordOf(path)
  // A page asks several things: a cheap one after a dear one doesn't make it cheap.
  costs.set(word, Math.max(duration, (costs.get(word) ?? 0) / 2))
}

/** Milliseconds of late; 0 = nothing is known. */
export function costOf(word: string): number {
  return costs.get(word) ?? 0
}

function wordOf(path: string): string {
  return path.split(/[/?]/).find(part => part !== '') ?? ''
}
