/** Counts the bytes that the requests of a server hold in memory, so that these don't outgrow a limit. */
export interface HeldBytes {
  /** Opens the count of one request. Requests of one owner, e.g. a location, count together. */
  open(owner: string): RequestBytes
}

export interface RequestBytes {
  /** Whether the bytes may be held: within the limits of all requests and of the owner. */
  take(bytes: number): boolean
  close(): void
}

/** How much of the limit one owner may hold, so that others find room. */
const PART_OF_OWNER = 1 / 2

export function countHeldBytes(limit: number): HeldBytes {
  const owned = new Map<string, number>()
  let total = 0
  return {
    open(owner) {
      let own = 0
      const change = (bytes: number): void => {
        own += bytes
        total += bytes
        const sum = (owned.get(owner) ?? 0) + bytes
        if (sum === 0) owned.delete(owner)
        else owned.set(owner, sum)
      }
      return {
        take(bytes) {
          const fits = total + bytes <= limit && (owned.get(owner) ?? 0) + bytes <= limit * PART_OF_OWNER
          // Whoever is alone may hold any number: one body is bounded by the limit of its route.
          if (!fits && total !== own) return false
          change(bytes)
          return true
        },
        close: () => change(-own),
      }
    },
  }
}
