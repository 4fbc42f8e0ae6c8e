const costs = new Map<string, number>()

/** `total;dur=12.3` */
export function noteCost(path: string, serverTiming: string | null): void {
  const duration = Number(/\bdur=([\d.]+)/.exec(serverTiming ?? '')?.[1])
  if (!Number.isFinite(duration)) return
  const word = wordOf(path)
  // A page makes several requests: a cheap one after an expensive one doesn't make it cheap.
  costs.set(word, Math.max(duration, (costs.get(word) ?? 0) / 2))
}

/** Recent milliseconds; 0 = unknown. */
export function costOf(word: string): number {
  return costs.get(word) ?? 0
}

function wordOf(path: string): string {
  return path.split(/[/?]/).find(part => part !== '') ?? ''
}
