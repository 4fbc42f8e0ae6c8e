import { setPriority } from 'node:os'
import { Tinypool } from 'tinypool'
import { AppError, fromRefusal, type Refusal, toRefusal } from '../errors/app-error.js'
import { Busy, type Entering, Semaphore } from './semaphore.js'

/** Threads that do one kind of work, started when there is some. */
export interface Threads<Task, Result> extends AsyncDisposable {
  /**
   * Runs a task; aborting ends it at once, thread and all.
   * @throws what the task threw (an AppError stays one), Busy, ThreadOutOfMemory, or the reason of the signal
   */
  run(task: Task, options?: Omit<Entering, 'size'> & { transfer?: Transferred }): Promise<Result>
}

/** Buffers and ports that move to the thread instead of being copied. */
export type Transferred = NonNullable<NonNullable<Parameters<Tinypool['run']>[1]>['transferList']>

export interface ThreadsOptions {
  /** `new URL('./name.worker.js', import.meta.url)`; its default export is made by `taskOf`. */
  file: URL
  threads: number
  queue: number
  /** Tasks of one owner, running and waiting; by default unlimited. */
  ofOwner?: number
  /** Heap in MiB; a task that needs more fails with ThreadOutOfMemory, and nothing else does. */
  memory: number
  /** Niceness of the threads, 0 to 19 (on Linux). */
  niceness?: number
}

/** The task needed more memory than a thread may have. */
export class ThreadOutOfMemory extends Error {}

/** A thread ends after so long without a task. */
const IDLE_MS = 60_000
const YOUNG_GENERATION_MB = 64

export function openThreads<Task, Result>(options: ThreadsOptions): Threads<Task, Result> {
  const { file, threads, queue, ofOwner, memory, niceness = 0 } = options
  // The pool's own queue would leave tasks waiting for ever behind one that ended with its thread.
  const places = new Semaphore({ limit: threads, queue, ...(ofOwner !== undefined && { ofOwner }) })
  const closing = new AbortController()
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    useAtomics: false,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    workerData: { niceness },
  })
  // A thread that breaks between two tasks is replaced with the next one.
  pool.on('error', () => undefined)
  return {
    async run(task, { owners = [], signal, transfer } = {}) {
      if (closing.signal.aborted) throw new Busy('queue')
      const end = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      const leave = await places.enter({ owners, signal: end })
      try {
        const answer: Answer<Result> = await pool.run(task, {
          filename: compiled(file).href,
          signal: end,
          ...(transfer && { transferList: transfer }),
        })
        if ('refusal' in answer) throw fromRefusal(answer.refusal)
        return answer.result
      } catch (error) {
        end.throwIfAborted()
        throw (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new ThreadOutOfMemory('the task needs more memory than a thread may have', { cause: error })
          : error
      } finally {
        leave()
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new Busy('queue'))
      await pool.destroy()
    },
  }
}

/** Between threads an error loses its class, so a refusal travels as plain values. */
type Answer<Result> = { result: Result } | { refusal: Refusal }

let isNice = false

/** Makes a `*.worker.ts`: `export default taskOf(work)`. Tasks and results are structured clones. */
export function taskOf<Task, Result>(
  work: (task: Task) => Promise<Result> | Result,
): (task: Task) => Promise<Answer<Result>> {
  return async task => {
    if (!isNice) setNiceness()
    try {
      return { result: await work(task) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { refusal: toRefusal(error) }
    }
  }
}

function setNiceness(): void {
  const { niceness } = Tinypool.workerData as { niceness: number }
  // Of the calling thread on Linux; elsewhere it would be the whole process.
  if (niceness > 0 && process.platform === 'linux') setPriority(niceness)
  isNice = true
}

/** Tests run the sources, but a thread needs the compiled file. */
function compiled(file: URL): URL {
  return new URL(file.href.replace(/(\/service\/)src(\/)/, '$1dist$2'))
}
