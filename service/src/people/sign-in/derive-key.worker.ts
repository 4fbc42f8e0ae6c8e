import { scryptSync } from 'node:crypto'
import { taskOf } from '../../workers/threads.js'
import { type KeyTask, memoryLimit } from './derive-key.js'

// The asynchronous scrypt would take threads of libuv's pool, which compression and files need.
export default taskOf((task: KeyTask): Uint8Array => {
  const { password, salt, length, N, r, p } = task
  return scryptSync(password, salt, length, { N, r, p, maxmem: memoryLimit(task) })
})
