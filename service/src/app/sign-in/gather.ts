export interface GatherOptions {
  /** So many are under way at a time; what comes meanwhile waits for the next. */
  atOnce: number
  /** Most questions asked in one. */
  most: number
  /** What waited so long is asked all the same: those under way may hang. */
  patienceMs: number
}

interface Waiting<Question, Answer> {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/** Asks at once while little is asked, and many questions in one as soon as they come faster than they are answered. */
export function gather<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  { atOnce, most, patienceMs }: GatherOptions,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let running = 0
  let timer: NodeJS.Timeout | undefined

  const askAll = async (asked: Waiting<Question, Answer>[]): Promise<void> => {
    running++
    try {
      const answers = await ask(asked.map(({ question }) => question))
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index]!)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    } finally {
      running--
      askWaiting()
    }
  }

  const askWaiting = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) void askAll(waiting.splice(0, most))
    if (waiting.length > 0) timer = setTimeout(askWaiting, patienceMs)
  }

  return question =>
    new Promise((resolve, reject) => {
      const one = { question, resolve, reject }
      if (running < atOnce) return void askAll([one])
      waiting.push(one)
      timer ??= setTimeout(askWaiting, patienceMs)
    })
}
