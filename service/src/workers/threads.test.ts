import { threadId } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.js'
import { Busy } from './semaphore.js'
import { openThreads, ThreadOutOfMemory, type Threads } from './threads.js'

const WORKER = new URL('../../test/support/sample.worker.js', import.meta.url)
const NOWHERE = new URL('./nowhere.worker.js', import.meta.url)

describe('threads', () => {
  let threads: Threads<string, number>
  const open = (queue = 10, file = WORKER): void => {
    threads = openThreads({ file, threads: 1, queue, memory: 32, niceness: 5 })
  }
  afterEach(() => threads[Symbol.asyncDispose]())

  it('do their work in a thread of their own', async () => {
    open()
    expect(await threads.run('thread')).not.toBe(threadId)
  })

  it('hand a refusal on as it was, and any other failure as an error', async () => {
    open()
    const refusal = await threads.run('refuse').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'invalid', message: 'Так нельзя.', errors: [{ path: '/id' }] })
    await expect(threads.run('break')).rejects.toThrow('broken')
  })

  it('fail the task alone that needs more memory than a thread may have', async () => {
    open()
    const exhausting = threads.run('exhaustMemory')
    const next = threads.run('thread')
    await expect(exhausting).rejects.toBeInstanceOf(ThreadOutOfMemory)
    expect(await next).toBeGreaterThan(0)
  })

  it('end a task whose caller is gone, and take the next', async () => {
    open()
    const gone = new AbortController()
    const waiting = threads.run('wait', { signal: gone.signal })
    const next = threads.run('thread')
    gone.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    expect(await next).toBeGreaterThan(0)
  })

  it('refuse what finds the queue full', async () => {
    open(1)
    const gone = new AbortController()
    const { signal } = gone
    const running = [threads.run('wait', { signal }), threads.run('wait', { signal })]
    const settled = Promise.allSettled(running)
    await expect(threads.run('thread')).rejects.toBeInstanceOf(Busy)
    gone.abort()
    await settled
    expect(await threads.run('thread')).toBeGreaterThan(0)
  })

  it('fail the task whose thread can not even start', async () => {
    open(1, NOWHERE)
    await expect(threads.run('thread')).rejects.toThrow('nowhere')
  })

  it('end what is running and what waits when they are closed', async () => {
    open()
    const settled = Promise.allSettled([threads.run('wait'), threads.run('wait')])
    await threads[Symbol.asyncDispose]()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(threads.run('thread')).rejects.toBeInstanceOf(Busy)
  })
})
