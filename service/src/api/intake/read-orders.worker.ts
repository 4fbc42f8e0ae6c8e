import { CopyBuffer } from '../../db/values/copy-binary.js'
import { toRefusal } from '../../errors/refusal.js'
import { sameContent } from '../../orders/intake/read/canonical.js'
import { readBody } from '../../orders/intake/read/read-input.js'
import type { SerializedProfile } from '../../preflight/preflight-profile.js'
import { findingsPredictor } from '../../preflight/puts/predict-findings.js'
import { answerTasks } from '../../workers/answer.js'
import { parseBody } from './json-body.js'
import { type PackedOrders, packOrders, type ReadOrRefused } from './pack-orders.js'

export type ReadingTask =
  /** JSON of several orders, concatenated; `ends`: where each ends, `ids`: the id in its URL. Findings are predicted for these profiles. */
  | {
      bytes: Uint8Array
      ends: readonly number[]
      ids: readonly (string | undefined)[]
      profiles: readonly SerializedProfile[]
    }
  | { one: string; other: string }

/** Orders that were read, or whether two contents are of the same order. */
export type ReadingAnswer = PackedOrders | boolean

answerTasks(
  (task: ReadingTask): ReadingAnswer =>
    'one' in task ? sameContent(task.one, task.other) : readOrders(task),
  answer => (typeof answer === 'boolean' ? [] : [answer.rows.buffer]),
)

/** Groups follow one another in this thread. */
const rows = new CopyBuffer()

function readOrders({ bytes, ends, ids, profiles }: Exclude<ReadingTask, { one: string }>): PackedOrders {
  const predict = profiles.length === 0 ? undefined : findingsPredictor(profiles)
  return packOrders(
    ends.map((end, index): ReadOrRefused => {
      const body = parseBody(bytes.subarray(ends[index - 1] ?? 0, end))
      const read = readBody(body, ids[index], predict, rows)
      return 'error' in read ? { id: read.id, refusal: toRefusal(read.error) } : read
    }),
    rows,
  )
}
