import { type Refusal, toRefusal } from '../../errors/refusal.js'
import { sameContent } from '../../orders/intake/read/canonical.js'
import { readBody } from '../../orders/intake/read/read-input.js'
import type { ReadOrder } from '../../orders/intake/read/read-order.js'
import { answerTasks } from '../../workers/answer.js'
import { parseBody } from './json-body.js'

export type ReadingTask =
  /** JSON of several orders, concatenated; `ends`: where each ends, `ids`: the id in its URL. */
  | { bytes: Uint8Array; ends: readonly number[]; ids: readonly (string | undefined)[] }
  | { one: string; other: string }

export type ReadOrRefused = ReadOrder | { id: string | undefined; refusal: Refusal }

/** Orders that were read, or whether two contents are of the same order. */
export type ReadingAnswer = ReadOrRefused[] | boolean

export default answerTasks((task: ReadingTask): ReadingAnswer => {
  if ('one' in task) return sameContent(task.one, task.other)
  const { bytes, ends, ids } = task
  return ends.map((end, index): ReadOrRefused => {
    const read = readBody(parseBody(bytes.subarray(ends[index - 1] ?? 0, end)), ids[index])
    return 'error' in read ? { id: read.id, refusal: toRefusal(read.error) } : read
  })
})
