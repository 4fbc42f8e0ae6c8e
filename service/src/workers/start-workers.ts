import { availableParallelism } from 'node:os'
import { openThread, type Thread, type ThreadLimits } from './open-thread.js'

export interface WorkersOptions extends ThreadLimits {
  /** The compiled worker: `new URL('./name.worker.js', import.meta.url)`; it calls `answerTasks`. */
  file: URL
  /** Tasks running at a time; never more threads than the machine has processors. */
  threads: number
  /** Tasks that may wait for a thread, at most half of them of one owner; further ones are refused with WorkersBusy. */
  queue: number
  /** Threads end after so long without a task, in milliseconds. */
  idleMs?: number
}

export interface RunOptions {
  /** Whose task it is: owners take turns, so that one with many tasks delays another by no more than one of them for each thread. */
  owner?: string
  /** Aborting ends the task at once, thread and all. */
  signal?: AbortSignal | undefined
  /** Buffers that move to the worker instead of being copied. */
  transfer?: ArrayBuffer[]
}

/** Threads that do one kind of work, started when there is some. */
export interface Workers<Task, Result> extends AsyncDisposable {
  /** Throws what the worker threw (an AppError stays one), WorkersBusy, WorkerOutOfMemory or, after `signal`, its reason. */
  run(task: Task, options?: RunOptions): Promise<Result>
}

/** All threads are at work and the queue is full, or the pool is closed. */
export class WorkersBusy extends Error {}

interface Job<Task, Result> {
  task: Task
  owner: string
  transfer: ArrayBuffer[] | undefined
  resolve: (result: Result) => void
  reject: (reason: unknown) => void
}

export function startWorkers<Task, Result>(options: WorkersOptions): Workers<Task, Result> {
  const most = Math.min(options.threads, availableParallelism())
  /** Whose turn is next comes first. */
  const waiting = new Map<string, Job<Task, Result>[]>()
  const idle = new Map<Thread<Task, Result>, NodeJS.Timeout>()
  const busy = new Map<Job<Task, Result>, Thread<Task, Result>>()
  let closed = false

  const startNext = (): void => {
    while (waiting.size > 0 && (idle.size > 0 || busy.size < most)) {
      const job = takeNext()
      const thread = takeIdle() ?? openThread<Task, Result>(options.file, options)
      busy.set(job, thread)
      void work(job, thread)
    }
  }
  const takeNext = (): Job<Task, Result> => {
    const [owner, jobs] = waiting.entries().next().value!
    const job = jobs.shift()!
    waiting.delete(owner)
    if (jobs.length > 0) waiting.set(owner, jobs)
    return job
  }
  const isFull = (owner: string | undefined): boolean => {
    if (busy.size < most) return false
    const all = [...waiting.values()].reduce((sum, jobs) => sum + jobs.length, 0)
    const own = owner === undefined ? 0 : (waiting.get(owner)?.length ?? 0)
    return all >= options.queue || own >= options.queue / 2
  }
  const work = async (job: Job<Task, Result>, thread: Thread<Task, Result>): Promise<void> => {
    await thread.run(job.task, job.transfer).then(job.resolve, job.reject)
    // The job was given up, and its thread ended.
    if (!busy.delete(job)) return
    if (thread.hasEnded() || closed) void thread.end()
    else idle.set(thread, setTimeout(() => endIdle(thread), options.idleMs ?? 60_000).unref())
    startNext()
  }
  const takeIdle = (): Thread<Task, Result> | undefined => {
    for (const [thread, timer] of idle) {
      clearTimeout(timer)
      idle.delete(thread)
      if (!thread.hasEnded()) return thread
    }
    return undefined
  }
  const endIdle = (thread: Thread<Task, Result>): Promise<void> => {
    clearTimeout(idle.get(thread))
    idle.delete(thread)
    return thread.end()
  }
  const giveUp = (job: Job<Task, Result>, reason: unknown): void => {
    const others = waiting.get(job.owner)?.filter(other => other !== job) ?? []
    if (others.length > 0) waiting.set(job.owner, others)
    else waiting.delete(job.owner)
    const thread = busy.get(job)
    busy.delete(job)
    job.reject(reason)
    void thread?.end()
    startNext()
  }

  return {
    async run(task, { owner, signal, transfer } = {}) {
      signal?.throwIfAborted()
      if (closed || isFull(owner)) throw new WorkersBusy()
      let onAbort: (() => void) | undefined
      try {
        return await new Promise<Result>((resolve, reject) => {
          const job = { task, owner: owner ?? '', transfer, resolve, reject }
          onAbort = () => giveUp(job, signal?.reason)
          signal?.addEventListener('abort', onAbort, { once: true })
          const jobs = waiting.get(job.owner) ?? []
          jobs.push(job)
          waiting.set(job.owner, jobs)
          startNext()
        })
      } finally {
        if (onAbort) signal?.removeEventListener('abort', onAbort)
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true
      for (const job of [...waiting.values()].flat()) job.reject(new WorkersBusy())
      waiting.clear()
      const ending = [...busy.values()].map(thread => thread.end())
      await Promise.all([...ending, ...[...idle.keys()].map(endIdle)])
    },
  }
}
