import { threadId } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.js'
import { WorkerOutOfMemory } from './open-thread.js'
import { startWorkers, type Workers, WorkersBusy } from './start-workers.js'

const WORKER = new URL('../../test/support/sample.worker.js', import.meta.url)
const NOWHERE = new URL('./nowhere.worker.js', import.meta.url)

describe('workers', () => {
  let workers: Workers<string, number>
  const start = (queue = 10): void => {
    workers = startWorkers({ file: WORKER, threads: 1, queue, memory: 32, niceness: 5 })
  }
  afterEach(() => workers[Symbol.asyncDispose]())

  it('do their work in a thread of their own', async () => {
    start()
    expect(await workers.run('thread')).not.toBe(threadId)
  })

  it('hand a refusal on as it was, and any other failure as an error', async () => {
    start()
    const refusal = await workers.run('refuse').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'invalid', message: 'Так нельзя.', errors: [{ path: '/id' }] })
    await expect(workers.run('break')).rejects.toThrow('broken')
  })

  it('fail the task alone that needs more memory than a thread may have', async () => {
    start()
    await expect(workers.run('exhaustMemory')).rejects.toBeInstanceOf(WorkerOutOfMemory)
    expect(await workers.run('thread')).toBeGreaterThan(0)
  })

  it('end a task whose asker is gone, and take the next', async () => {
    start()
    const gone = new AbortController()
    const waiting = workers.run('wait', { signal: gone.signal })
    const next = workers.run('thread')
    gone.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    expect(await next).toBeGreaterThan(0)
  })

  it('refuse what finds the queue full', async () => {
    start(1)
    const gone = new AbortController()
    const { signal } = gone
    const running = [workers.run('wait', { signal }), workers.run('wait', { signal })]
    const settled = Promise.allSettled(running)
    await expect(workers.run('thread')).rejects.toBeInstanceOf(WorkersBusy)
    gone.abort()
    await settled
    expect(await workers.run('thread')).toBeGreaterThan(0)
  })

  it('take the tasks of owners by turns, and give one of them half of the queue', async () => {
    start(4)
    const gone = new AbortController()
    const running = workers.run('wait', { owner: 'one', signal: gone.signal })
    const order: string[] = []
    const run = async (owner: string, name: string) => {
      await workers.run('thread', { owner })
      order.push(name)
    }
    const waiting = [run('one', 'a'), run('one', 'b')]
    await expect(run('one', 'c')).rejects.toBeInstanceOf(WorkersBusy)
    waiting.push(run('two', 'd'))
    gone.abort(new Error('gone'))
    await expect(running).rejects.toThrow('gone')
    await Promise.all(waiting)
    expect(order).toEqual(['a', 'd', 'b'])
  })

  it('fail the task whose thread can not even start', async () => {
    workers = startWorkers({ file: NOWHERE, threads: 1, queue: 1, memory: 32 })
    await expect(workers.run('thread')).rejects.toThrow('nowhere')
  })

  it('end what is at work and what waits when they are closed', async () => {
    start()
    const settled = Promise.allSettled([workers.run('wait'), workers.run('wait')])
    await workers[Symbol.asyncDispose]()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(workers.run('thread')).rejects.toBeInstanceOf(WorkersBusy)
  })
})
