import type { Order } from '@obmen/contract'
import { type CopyBuffer, type EncodedFields, fieldStarts } from '../../../db/values/copy-binary.js'
import { searchWords } from '../../listing/search-words.js'
import { listedName } from '../../names/listed-name.js'
import type { RuleFacts } from '../../routing/rules.js'

/** Columns of `sale_order` that depend only on the order; the content comes last. */
export const ROW_COLUMNS = [
  'id',
  'company_id',
  'platform_number',
  'status',
  'canceled',
  'gateways',
  'placed_at',
  'total',
  'customer_name',
  'search',
  'currency',
  'content',
] as const

/**
 * An order as a part of a row for COPY: the values of ROW_COLUMNS, a part of the buffer that the rows of its group share. It is built in
 * the thread that reads the order, so that saving only passes it on.
 */
export class OrderRow implements EncodedFields {
  constructor(
    private readonly rows: { readonly bytes: Buffer },
    readonly start: number,
    /** Where the text of the content begins. */
    readonly contentAt: number,
    readonly end: number,
  ) {}

  /** The buffer of the group; this row lies in it from `start` to `end`. */
  get bytes(): Buffer {
    return this.rows.bytes
  }

  /** The canonical content, JSON. */
  content(): string {
    return this.bytes.toString('utf8', this.contentAt, this.end)
  }

  /** The values of these columns. */
  fields(columns: readonly (typeof ROW_COLUMNS)[number][]): EncodedFields[] {
    const starts = fieldStarts(this.bytes, this.start, ROW_COLUMNS.length)
    return columns.map(column => {
      const index = ROW_COLUMNS.indexOf(column)
      return { bytes: this.bytes, start: starts[index]!, end: starts[index + 1] ?? this.end }
    })
  }
}

/** Also returns the bytes of `content`, the order's canonical form. */
export function appendRow(
  rows: CopyBuffer,
  order: Order,
  content: string,
  canceled: boolean,
  { status, gateways, placedAt }: RuleFacts,
): { row: OrderRow; size: number } {
  const start = rows.end
  rows.text(order.id)
  rows.uuid(order.companyId)
  rows.textOrNull(order.number)
  rows.text(status)
  rows.bool(canceled)
  rows.textArray(gateways)
  rows.timestamptz(placedAt)
  rows.numeric(order.total)
  rows.text(listedName(order.customer))
  const { words, positions } = searchWords(order)
  rows.tsvector(words, positions)
  rows.text(order.currency)
  const size = rows.text(content)
  return { row: new OrderRow(rows, start, rows.end - size, rows.end), size }
}
