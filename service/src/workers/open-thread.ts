import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Answer, type ThreadSetup, unwrapAnswer } from './answer.js'

export interface ThreadLimits {
  /** Heap in MiB; a task that needs more fails with WorkerOutOfMemory, and nothing else does. */
  memory: number
  /** Niceness of the thread, 0 to 19 (on Linux). */
  niceness?: number
}

/** One thread: one task after another. */
export interface Thread<Task, Result> {
  run(task: Task, transfer?: ArrayBuffer[]): Promise<Result>
  hasEnded(): boolean
  end(): Promise<void>
}

/** The task needed more memory than a thread may have. */
export class WorkerOutOfMemory extends Error {}

/** An idle thread does not keep the process alive. */
export function openThread<Task, Result>(
  file: URL,
  { memory, niceness = 0 }: ThreadLimits,
): Thread<Task, Result> {
  const setup: ThreadSetup = { niceness }
  const worker = new Worker(compiled(file), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
  })
  worker.unref()
  let ended: Error | undefined
  let current: { resolve: (answer: Answer<Result>) => void; reject: (reason: Error) => void } | undefined
  const fail = (reason: Error): void => {
    ended ??= reason
    current?.reject(ended)
  }
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new WorkerOutOfMemory(error.message, { cause: error })
        : error,
    ),
  )
  worker.on('messageerror', fail)
  worker.on('exit', code => fail(new Error(`a worker ended with ${code}`)))
  worker.on('message', (answer: Answer<Result>) => current?.resolve(answer))
  return {
    async run(task, transfer = []) {
      if (ended) throw ended
      worker.ref()
      try {
        const answer = new Promise<Answer<Result>>((resolve, reject) => {
          current = { resolve, reject }
        })
        worker.postMessage(task, transfer)
        return unwrapAnswer(await answer)
      } finally {
        current = undefined
        worker.unref()
      }
    },
    hasEnded: () => ended !== undefined,
    async end() {
      if (ended) return
      const exit = once(worker, 'exit')
      await worker.terminate()
      await exit
    },
  }
}

/** Tests run the sources, but a thread needs the compiled file. */
function compiled(file: URL): URL {
  return new URL(file.href.replace(/(\/service\/)src(\/)/, '$1dist$2'))
}
