import { type Refusal, toRefusal } from '../../errors/refusal.js'
import { sameContent } from '../../orders/intake/read/canonical.js'
import { readBody } from '../../orders/intake/read/read-input.js'
import type { ReadOrder } from '../../orders/intake/read/read-order.js'
import type { ItemName } from '../../orders/warnings/item-names.js'
import type { GroundText } from '../../preflight/ground.js'
import { foreseeOn } from '../../preflight/puts/foresee.js'
import { answerTasks } from '../../workers/answer.js'
import { parseBody } from './json-body.js'

export type ReadingTask =
  /** JSON of several orders, concatenated; `ends`: where each ends, `ids`: the id in its URL. Foreseen on these grounds. */
  | {
      bytes: Uint8Array
      ends: readonly number[]
      ids: readonly (string | undefined)[]
      grounds: readonly GroundText[]
    }
  | { one: string; other: string }

export type ReadOrRefused = ReadOrder | { id: string | undefined; refusal: Refusal }

export interface OrdersRead {
  /** Without their contents. */
  orders: ReadOrRefused[]
  /** The contents of all orders that could be read, one after another. */
  contents: Uint8Array<ArrayBuffer>
}

/** Orders that were read, or whether two contents are of the same order. */
export type ReadingAnswer = OrdersRead | boolean

answerTasks(
  (task: ReadingTask): ReadingAnswer =>
    'one' in task ? sameContent(task.one, task.other) : readOrders(task),
  answer => (typeof answer === 'boolean' ? [] : [answer.contents.buffer]),
)

const NOTHING = Buffer.alloc(0)

function readOrders({ bytes, ends, ids, grounds }: Exclude<ReadingTask, { one: string }>): OrdersRead {
  const contents: Uint8Array[] = []
  const same = sameItems()
  const foresee = grounds.length === 0 ? undefined : foreseeOn(grounds)
  const orders = ends.map((end, index): ReadOrRefused => {
    const read = readBody(parseBody(bytes.subarray(ends[index - 1] ?? 0, end)), ids[index], foresee)
    if ('error' in read) return { id: read.id, refusal: toRefusal(read.error) }
    contents.push(read.content)
    read.content = NOTHING
    read.items = read.items.map(same)
    return read
  })
  return { orders, contents: joined(contents) }
}

/** Gives for an item the first one like it: what is there once goes to another thread once. */
function sameItems(): (item: ItemName) => ItemName {
  const byId = new Map<string, ItemName>()
  return item => {
    const known = byId.get(item.id)
    if (known?.name === item.name) return known
    if (!known) byId.set(item.id, item)
    return item
  }
}

/** In a buffer of their own, which can move to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  return all
}
