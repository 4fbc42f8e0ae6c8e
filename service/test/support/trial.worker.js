import { threadId } from 'node:worker_threads'
import { AppError } from '../../dist/errors/app-error.js'
import { answerTasks } from '../../dist/workers/answer.js'

/** What a test may ask of this worker. Threads run compiled files, and this one isn't worth compiling. */
const TRIALS = {
  thread: () => threadId,
  refuse() {
    throw new AppError('invalid', 'Так нельзя.', { errors: [{ path: '/id', message: 'Так нельзя.' }] })
  },
  break() {
    throw new TypeError('broken')
  },
  devour() {
    const eaten = []
    for (;;) eaten.push(new Array(10_000).fill(eaten.length))
  },
  wait: () => new Promise(() => undefined),
}

answerTasks(trial => TRIALS[trial]())
