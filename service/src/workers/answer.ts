import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../errors/app-error.js'
import { fromRefusal, type Refusal, toRefusal } from '../errors/refusal.js'

/** What a thread is started with. */
export interface ThreadSetup {
  niceness: number
}

/** What comes back from a worker: between threads an error loses its class, so a refusal travels as plain values. */
export type Answer<Result> = { value: Result } | { refusal: Refusal } | { failure: unknown }

/** Turns a file into a worker: `work` runs each task. The buffers that `moved` names are transferred instead of copied. */
export function answerTasks<Task, Result>(
  work: (task: Task) => Promise<Result> | Result,
  transferred: (result: Result) => ArrayBuffer[] = () => [],
): void {
  const { niceness } = workerData as ThreadSetup
  // Of the calling thread on Linux; elsewhere it would be the whole process.
  if (niceness > 0 && process.platform === 'linux') setPriority(niceness)
  parentPort?.on('message', async (task: Task) => {
    const answer = await answerOf(task, work)
    parentPort?.postMessage(answer, 'value' in answer ? transferred(answer.value) : [])
  })
}

async function answerOf<Task, Result>(
  task: Task,
  work: (task: Task) => Promise<Result> | Result,
): Promise<Answer<Result>> {
  try {
    return { value: await work(task) }
  } catch (error) {
    return error instanceof AppError ? { refusal: toRefusal(error) } : { failure: error }
  }
}

export function unwrapAnswer<Result>(answer: Answer<Result>): Result {
  if ('value' in answer) return answer.value
  if ('failure' in answer) throw answer.failure
  throw fromRefusal(answer.refusal)
}
