/** Most calls that are looked up in one statement. */
export const CALLS_A_STATEMENT = 100
/** A statement normally takes a few milliseconds; after this long, calls no longer wait for it. */
export const MAX_WAIT_MS = 500

export interface GatherOptions {
  /** Statements running at a time; questions that arrive meanwhile wait for the next. */
  atOnce: number
  /** Most questions in one statement. */
  most: number
  /** Questions that waited this long are asked even though `atOnce` are running: those may hang. */
  maxWaitMs: number
}

interface Waiting<Question, Answer> {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Combines questions into one: those of one turn of the event loop, and those that arrive while `atOnce` are running. A
 * single question is asked at the end of its turn.
 */
export function gather<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  { atOnce, most, maxWaitMs }: GatherOptions,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let running = 0
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined

  const askAll = async (asked: Waiting<Question, Answer>[]): Promise<void> => {
    running++
    try {
      const answers = await ask(asked.map(({ question }) => question))
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index]!)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    } finally {
      running--
      askSoon()
    }
  }

  const askNext = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) void askAll(waiting.splice(0, most))
    if (waiting.length > 0) wait()
  }

  const wait = (): void => {
    timer ??= setTimeout(askNext, maxWaitMs)
  }

  /** At the end of the turn, when all requests that have arrived by now are read. */
  const askSoon = (): void => {
    if (waiting.length === 0 || turn) return
    turn = setImmediate(() => {
      turn = undefined
      while (waiting.length > 0 && running < atOnce) askNext()
      if (waiting.length > 0) wait()
    })
  }

  return question =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (running < atOnce) askSoon()
      else wait()
    })
}
