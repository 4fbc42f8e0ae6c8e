import { threadId } from 'node:worker_threads'
import { AppError } from '../../dist/errors/app-error.js'
import { taskOf } from '../../dist/workers/threads.js'

/** The tasks of the worker that tests start. Plain JavaScript, since threads run compiled files. */
const TASKS = {
  thread: () => threadId,
  refuse() {
    throw new AppError('invalid', 'Так нельзя.', { errors: [{ path: '/id', message: 'Так нельзя.' }] })
  },
  break() {
    throw new TypeError('broken')
  },
  exhaustMemory() {
    const arrays = []
    for (;;) arrays.push(new Array(10_000).fill(arrays.length))
  },
  wait: () => new Promise(() => undefined),
}

export default taskOf(task => TASKS[task]())
