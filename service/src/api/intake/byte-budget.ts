/** How many bytes of requests a server holds at once. */
export interface ByteBudget {
  /** Of one request; `owner`: whose requests count together. */
  open(owner: string): Holding
}

/** The bytes that one request holds. */
export interface Holding {
  /** False, and nothing is held, if the server or the owner would hold too many; what alone holds any may always. */
  take(bytes: number): boolean
  give(bytes: number): void
  /** Gives back what is left; nothing is taken any more. */
  close(): void
}

/** One owner holds half of `limit` at most, so that others find room. */
export function byteBudget(limit: number): ByteBudget {
  const owners = new Map<string, number>()
  let total = 0
  const change = (owner: string, bytes: number): void => {
    total += bytes
    const left = (owners.get(owner) ?? 0) + bytes
    if (left === 0) owners.delete(owner)
    else owners.set(owner, left)
  }
  return {
    open(owner) {
      let own = 0
      let closed = false
      const give = (bytes: number): void => {
        const given = Math.min(bytes, own)
        own -= given
        change(owner, -given)
      }
      return {
        take(bytes) {
          if (closed) return false
          const fits = total + bytes <= limit && (owners.get(owner) ?? 0) + bytes <= limit / 2
          if (!fits && total > own) return false
          own += bytes
          change(owner, bytes)
          return true
        },
        give,
        close() {
          closed = true
          give(own)
        },
      }
    },
  }
}
