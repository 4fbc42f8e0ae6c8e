import type { Order } from '@obmen/contract'
import { type CopyValue, copyRow, readCopyRow } from '../../../db/values/copy-text.js'
import { searchWords } from '../../listing/search-words.js'
import { listedName } from '../../names/listed-name.js'
import type { RuleFacts } from '../../routing/rules.js'

/** Columns of `sale_order` that depend only on the order; the content comes last. */
export const ROW_COLUMNS =
  'id, company_id, platform_number, status, canceled, gateways, placed_at, total, customer_name, search, currency, content'

/** An order as a row for COPY. It is built in the thread that reads the order, so that saving only passes it on. */
export class OrderRow {
  constructor(
    /** The values of ROW_COLUMNS, in UTF-8. */
    readonly bytes: Buffer,
    /** Where the content begins. */
    readonly contentAt: number,
  ) {}

  /** The canonical content, JSON. */
  content(): string {
    const text = this.bytes.toString('utf8', this.contentAt)
    return text.includes('\\') ? readCopyRow(text)[0]! : text
  }

  /** The values of ROW_COLUMNS. */
  values(): (string | null)[] {
    return readCopyRow(this.bytes.toString())
  }
}

/** `content`: the order's canonical form, of `size` bytes. */
export function buildRow(
  order: Order,
  content: string,
  size: number,
  canceled: boolean,
  { status, gateways, placedAt }: RuleFacts,
): OrderRow {
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
  const before = Buffer.from(`${copyRow(values)}\t`)
  const last = copyRow([content])
  // Both parts are encoded in place: joining the texts first would copy them and count their bytes again.
  const bytes = Buffer.allocUnsafe(before.length + (last === content ? size : Buffer.byteLength(last)))
  bytes.set(before)
  bytes.write(last, before.length)
  return new OrderRow(bytes, before.length)
}

function arrayOf(words: readonly string[]): string {
  return `{${words.map(word => `"${/[\\"]/.test(word) ? word.replace(/[\\"]/g, '\\$&') : word}"`).join(',')}}`
}
