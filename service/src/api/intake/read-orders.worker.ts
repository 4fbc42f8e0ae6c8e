import { type Refusal, toRefusal } from '../../errors/app-error.js'
import type { ReadOrder } from '../../orders/intake/put.js'
import { readInput } from '../../orders/intake/read/read-order.js'
import { taskOf } from '../../workers/threads.js'
import { parseBody } from './parse-json.js'

/** Bodies of several orders, UTF-8 JSON, each with the id in its URL. */
export type ReadingTask = readonly { body: Uint8Array; id: string | undefined }[]

export type ReadingResult = (ReadOrder | { id: string | undefined; refusal: Refusal })[]

export default taskOf(
  (task: ReadingTask): ReadingResult =>
    task.map(({ body, id }) => {
      const read = readInput({ body: parseBody(body), ...(id !== undefined && { id }) })
      return 'error' in read ? { id: read.id, refusal: toRefusal(read.error) } : read.order
    }),
)
