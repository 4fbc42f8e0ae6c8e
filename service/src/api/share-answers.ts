import { setTimeout as delay } from 'node:timers/promises'

/** After an answer, so many times as long as it took pass before the same is worked out again. */
const REST = 4
const LONGEST_REST_MS = 2000

interface Room<Answer> {
  /** Resolves when it may be worked out anew. */
  free: Promise<void>
  next: Promise<Answer> | undefined
}

/**
 * The same work, once for all who ask for the same at a time: whoever asks while it is under way, or right after, shares the next with all
 * who do. So an answer is never older than its question, and however many tabs ask and how often, they cost a fifth of one connection.
 * What comes out is shared, too, and not to be changed.
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
