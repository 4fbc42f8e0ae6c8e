import { setTimeout as delay } from 'node:timers/promises'

/** The pause before the same answer is computed again, as a multiple of the time it took. */
const REST = 4
const LONGEST_REST_MS = 2000

interface Room<Answer> {
  /** Resolves when the answer may be computed again. */
  free: Promise<void>
  next: Promise<Answer> | undefined
}

/**
 * Does the same work once for all concurrent callers: those who ask while it is running, or right after, share the next run.
 * So an answer is never older than its request, and any number of tabs costs at most a fifth of one connection. The result is
 * shared as well: don't modify it.
 */
export function shared<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const rooms = new Map<string, Room<Answer>>()

  const begin = (key: string, asked: Asked): Promise<Answer> => {
    const started = performance.now()
    const answer = work(asked)
    const rest = (): Promise<void> =>
      delay(Math.min(REST * (performance.now() - started), LONGEST_REST_MS), undefined, { ref: false })
    const room: Room<Answer> = { free: answer.then(rest, rest), next: undefined }
    rooms.set(key, room)
    void room.free.then(() => {
      if (!room.next) rooms.delete(key)
    })
    return answer
  }

  return asked => {
    const key = JSON.stringify(asked)
    const room = rooms.get(key)
    if (!room) return begin(key, asked)
    room.next ??= room.free.then(() => begin(key, asked))
    return room.next
  }
}
