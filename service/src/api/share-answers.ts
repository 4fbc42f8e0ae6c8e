interface SharedRun<Answer> {
  /** Resolves when the work ends, also if it fails. */
  ended: Promise<unknown>
  next: Promise<Answer> | undefined
}

/**
 * Does the same work once for all concurrent callers: those who ask while it runs share the next run. So an
 * answer is never older than its request, and any number of tabs costs at most a connection. Callers must
 * not modify the result.
 */
export function shareAnswers<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const runs = new Map<string, SharedRun<Answer>>()

  const begin = (key: string, asked: Asked): Promise<Answer> => {
    const answer = work(asked)
    const run: SharedRun<Answer> = { ended: answer.catch(() => undefined), next: undefined }
    runs.set(key, run)
    void run.ended.then(() => {
      if (!run.next) runs.delete(key)
    })
    return answer
  }

  return asked => {
    const key = JSON.stringify(asked)
    const run = runs.get(key)
    if (!run) return begin(key, asked)
    run.next ??= run.ended.then(() => begin(key, asked))
    return run.next
  }
}
