import type { Order } from '@obmen/contract'
import { type CopyValue, copyRow, readCopyRow } from '../../../db/values/copy-text.js'
import { searchWords } from '../../listing/search-words.js'
import { listedName } from '../../names/listed-name.js'
import type { RuleFacts } from '../../routing/rules.js'

/** Columns of `sale_order` that depend only on the order; the content comes last. */
export const ROW_COLUMNS =
  'id, company_id, platform_number, status, canceled, gateways, placed_at, total, customer_name, search, currency, content'

/**
 * An order as a row for COPY: the values of ROW_COLUMNS in UTF-8, a part of the buffer that the rows of its group share. It is built in the
 * thread that reads the order, so that saving only passes it on.
 */
export class OrderRow {
  constructor(
    private readonly rows: { readonly bytes: Buffer },
    readonly start: number,
    /** Where the content begins. */
    readonly contentAt: number,
    readonly end: number,
  ) {}

  /** The buffer of the group; this row lies in it from `start` to `end`. */
  get bytes(): Buffer {
    return this.rows.bytes
  }

  /** The canonical content, JSON. */
  content(): string {
    const text = this.bytes.toString('utf8', this.contentAt, this.end)
    return text.includes('\\') ? readCopyRow(text)[0]! : text
  }

  /** The values of ROW_COLUMNS. */
  values(): (string | null)[] {
    return readCopyRow(this.bytes.toString('utf8', this.start, this.end))
  }
}

const FIRST_BYTES = 4096
/** A buffer larger than this is not kept for the next group. */
const KEPT_BYTES = 4 * 1024 * 1024
/** Beyond it the bytes of a text are counted before it is encoded, instead of reserving the most that it could take. */
const LONG_TEXT = 64 * 1024

/** Encodes the rows of a group one after another, so that none needs a buffer of its own. */
export class RowBuffer {
  bytes: Buffer = Buffer.allocUnsafe(FIRST_BYTES)
  /** Where the next row begins. */
  end = 0

  /** Returns the number of bytes. */
  append(text: string): number {
    const most = text.length > LONG_TEXT ? Buffer.byteLength(text) : 3 * text.length
    if (this.end + most > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.end + most))
      larger.set(this.bytes.subarray(0, this.end))
      this.bytes = larger
    }
    const written = this.bytes.write(text, this.end)
    this.end += written
    return written
  }

  /** A copy of the rows; the buffer is then free for the next group. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.subarray(0, this.end))
    this.end = 0
    if (this.bytes.length > KEPT_BYTES) this.bytes = Buffer.allocUnsafe(FIRST_BYTES)
    return taken
  }
}

/** Also returns the bytes of `content`, the order's canonical form. */
export function appendRow(
  rows: RowBuffer,
  order: Order,
  content: string,
  canceled: boolean,
  { status, gateways, placedAt }: RuleFacts,
): { row: OrderRow; size: number } {
  const values: CopyValue[] = [
    order.id,
    order.companyId,
    order.number ?? null,
    status,
    canceled,
    arrayOf(gateways),
    new Date(placedAt).toISOString(),
    order.total,
    listedName(order.customer),
    searchWords(order),
    order.currency,
  ]
  const start = rows.end
  rows.append(`${copyRow(values)}\t`)
  const contentAt = rows.end
  const last = copyRow([content])
  const written = rows.append(last)
  const size = last === content ? written : Buffer.byteLength(content)
  return { row: new OrderRow(rows, start, contentAt, rows.end), size }
}

function arrayOf(words: readonly string[]): string {
  return `{${words.map(word => `"${/[\\"]/.test(word) ? word.replace(/[\\"]/g, '\\$&') : word}"`).join(',')}}`
}
