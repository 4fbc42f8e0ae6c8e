import { setTimeout as delay } from 'node:timers/promises'

/** The pause before the same answer is computed again, as a multiple of the time it took. */
const PAUSE_FACTOR = 4
const MAX_PAUSE_MS = 2000

interface SharedRun<Answer> {
  /** Resolves when the answer may be computed again. */
  mayRun: Promise<void>
  next: Promise<Answer> | undefined
}

/**
 * Does the same work once for all concurrent callers: those who ask while it runs, or right after, share the
 * next run. So an answer is never older than its request, and any number of tabs costs at most a fifth of a
 * connection. Callers must not modify the result.
 */
export function shareAnswers<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const runs = new Map<string, SharedRun<Answer>>()

  const begin = (key: string, asked: Asked): Promise<Answer> => {
    const started = performance.now()
    const answer = work(asked)
    const pause = (): Promise<void> =>
      delay(Math.min(PAUSE_FACTOR * (performance.now() - started), MAX_PAUSE_MS), undefined, { ref: false })
    const room: SharedRun<Answer> = { mayRun: answer.then(pause, pause), next: undefined }
    runs.set(key, room)
    void room.mayRun.then(() => {
      if (!room.next) runs.delete(key)
    })
    return answer
  }

  return asked => {
    const key = JSON.stringify(asked)
    const room = runs.get(key)
    if (!room) return begin(key, asked)
    room.next ??= room.mayRun.then(() => begin(key, asked))
    return room.next
  }
}
