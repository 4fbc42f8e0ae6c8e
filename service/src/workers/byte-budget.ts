/** Limits the bytes that the requests of a server hold in memory together. */
export interface ByteBudget {
  /** Opens the share of one request. Requests of the same `owner` count together. */
  open(owner: string): ByteShare
}

/** The bytes that one request holds. */
export interface ByteShare {
  /** Called if the request has held its bytes, or its client has done too little, for too long while others find no room. */
  onOverdue: (() => void) | undefined
  /**
   * Takes bytes, unless the server or the owner would exceed its limit, also after those that are overdue were told so; the only holder
   * may always take. Returns whether it did.
   */
  take(bytes: number): boolean
  /** The same for memory that the request can do without: takes nothing while others wait, nor beyond the limits as the only holder. */
  takeSpare(bytes: number): boolean
  /**
   * Takes them once they fit, first come first served, except that an owner at its limit does not hold up others. @throws the
   * signal's reason
   */
  wait(bytes: number, signal: AbortSignal): Promise<void>
  give(bytes: number): void
  /**
   * Notes whether the request now waits for its client: to take what was written, or to send the rest. Noted once more, a wait begins anew
   * if the client has sent enough since it began.
   */
  waitForClient(waits: boolean): void
  /** Returns everything and ends a wait; nothing can be taken afterwards. */
  close(): void
}

interface Holder {
  owner: string
  bytes: number
  /** When it last took any. */
  since: number
  /** Since when it has waited for its client; undefined: it does not. */
  idleSince: number | undefined
  /** Bytes taken since then. */
  takenMeanwhile: number
  share: ByteShare
}

interface Wanted {
  held: Holder
  bytes: number
}

interface Waiting extends Wanted {
  serve(): void
  leave(): void
}

/** How often holders are checked for having held their bytes too long. */
const CHECK_MS = 1000

export interface BudgetOptions {
  /** How long bytes may be held while others find no room; by default for any time. */
  holdMs?: number
  /** How long a client may do too little meanwhile; by default for any time. */
  stallMs?: number
  /** How many bytes a client has to send within that time; by default any piece of them is enough. */
  paceBytes?: number
  /** How much of the limit one owner may hold, so that others find room. */
  ownerPart?: number
}

/** `limit`: bytes of all requests. */
export function openByteBudget(
  limit: number,
  {
    holdMs = Number.POSITIVE_INFINITY,
    stallMs = Number.POSITIVE_INFINITY,
    paceBytes = 0,
    ownerPart = 1 / 2,
  }: BudgetOptions = {},
): ByteBudget {
  const ownerLimit = limit * ownerPart
  const shortestMs = Math.min(holdMs, stallMs)
  const owners = new Map<string, number>()
  const holders = new Set<Holder>()
  const queue: Waiting[] = []
  let total = 0
  let timer: NodeJS.Timeout | undefined

  const change = (held: Holder, bytes: number): void => {
    held.bytes += bytes
    if (bytes > 0) {
      held.since = performance.now()
      held.takenMeanwhile += bytes
    }
    if (held.bytes === 0) holders.delete(held)
    else holders.add(held)
    total += bytes
    const left = (owners.get(held.owner) ?? 0) + bytes
    if (left === 0) owners.delete(held.owner)
    else owners.set(held.owner, left)
  }
  const fitsServer = (bytes: number): boolean => total + bytes <= limit
  const fits = ({ owner }: Holder, bytes: number): boolean =>
    fitsServer(bytes) && (owners.get(owner) ?? 0) + bytes <= ownerLimit
  const fitsOrIsAlone = (held: Holder, bytes: number): boolean => fits(held, bytes) || total === held.bytes
  /** Whether only its owner's limit holds it up. A request for more than an owner may hold waits until it is the only holder. */
  const waitsForOwner = ({ bytes }: Wanted): boolean => fitsServer(bytes) && bytes <= ownerLimit

  const serve = (): void => {
    const full = new Set<string>()
    for (const waiting of [...queue]) {
      const { held, bytes } = waiting
      if (full.has(held.owner)) continue
      if (fitsOrIsAlone(held, bytes)) {
        queue.splice(queue.indexOf(waiting), 1)
        change(held, bytes)
        waiting.serve()
      } else if (waitsForOwner(waiting)) full.add(held.owner)
      else break
    }
    if (queue.length === 0) {
      clearInterval(timer)
      timer = undefined
    } else if (shortestMs < Number.POSITIVE_INFINITY)
      timer ??= setInterval(endOverdue, Math.min(CHECK_MS, shortestMs)).unref()
  }
  const isOverdue = ({ since, idleSince = Number.POSITIVE_INFINITY }: Holder): boolean => {
    const now = performance.now()
    return since <= now - holdMs || idleSince <= now - stallMs
  }
  /** Tells the one that has held its bytes for the longest time of those that are overdue and in the way, but for `others`; returns it. */
  const tellOverdue = (wanted: Wanted, others?: ReadonlySet<Holder>): Holder | undefined => {
    let longest: Holder | undefined
    for (const held of holders) {
      if (others?.has(held) || (longest && longest.since <= held.since)) continue
      if (waitsForOwner(wanted) && held.owner !== wanted.held.owner) continue
      if (isOverdue(held)) longest = held
    }
    longest?.share.onOverdue?.()
    return longest
  }
  const endOverdue = (): void => void tellOverdue(queue[0]!)

  return {
    open(owner) {
      let closed = false
      const takeIf = (may: boolean, bytes: number): boolean => {
        if (closed || !may) return false
        change(held, bytes)
        return true
      }
      const give = (bytes: number): void => {
        change(held, -Math.min(bytes, held.bytes))
        serve()
      }
      const share: ByteShare = {
        onOverdue: undefined,
        take(bytes) {
          const told = new Set([held])
          while (!closed && !fitsOrIsAlone(held, bytes)) {
            const overdue = tellOverdue({ held, bytes }, told)
            if (!overdue) return false
            told.add(overdue)
          }
          return takeIf(true, bytes)
        },
        takeSpare: bytes => takeIf(queue.length === 0 && fits(held, bytes), bytes),
        async wait(bytes, signal) {
          signal.throwIfAborted()
          if (closed) throw new Error('nothing is taken any more')
          await new Promise<void>((resolve, reject) => {
            const waiting: Waiting = {
              held,
              bytes,
              serve() {
                signal.removeEventListener('abort', waiting.leave)
                resolve()
              },
              leave() {
                signal.removeEventListener('abort', waiting.leave)
                queue.splice(queue.indexOf(waiting), 1)
                reject(signal.reason ?? new Error('nothing is taken any more'))
                serve()
              },
            }
            signal.addEventListener('abort', waiting.leave, { once: true })
            queue.push(waiting)
            serve()
          })
        },
        give,
        waitForClient(waits) {
          if (waits && held.idleSince !== undefined && held.takenMeanwhile < paceBytes) return
          held.idleSince = waits ? performance.now() : undefined
          held.takenMeanwhile = 0
        },
        close() {
          closed = true
          for (const waiting of queue.filter(each => each.held === held)) waiting.leave()
          give(held.bytes)
        },
      }
      const held: Holder = { owner, bytes: 0, since: 0, idleSince: undefined, takenMeanwhile: 0, share }
      return share
    },
  }
}
