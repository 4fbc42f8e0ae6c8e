import { setImmediate as nextTurn } from 'node:timers/promises'
import { JSONParser } from '@streamparser/json'
import * as z from 'zod'
import { ReadingError } from './failures.js'

const CHUNK_ROWS = 500
/** Of one row, and of what stands before the first: the parser keeps it, and slows down with its depth. */
const ROW_BYTES = 256 * 1024
const listSchema = z.object({ value: z.array(z.unknown()) })

/** The rows of a list while it comes, in chunks. @throws ReadingError at its end if it was not whole */
export async function* readRows<Row>(
  pieces: AsyncIterable<Uint8Array>,
  row: z.ZodType<Row>,
  set: string,
): AsyncGenerator<Row[]> {
  // Of `$.value` itself it would keep all rows.
  const parser = new JSONParser({ paths: ['$.value.*'], keepStack: false })
  let rows: Row[] = []
  let hasRows = false
  let rowBytes = 0
  const beforeRows: Uint8Array[] = []
  parser.onValue = ({ value, key }) => {
    if (typeof key !== 'number') throw new ReadingError('unexpected-answer', { set })
    hasRows = true
    rowBytes = 0
    rows.push(checkRow(row, value, set))
  }
  for await (const piece of pieces) {
    if (!hasRows) beforeRows.push(piece)
    rowBytes += piece.length
    write(parser, piece, set)
    if (rowBytes > ROW_BYTES) throw new ReadingError('unexpected-answer', { set })
    // Pieces that are there already would follow one another without a turn of anybody else.
    await nextTurn()
    if (rows.length < CHUNK_ROWS) continue
    yield rows
    rows = []
  }
  if (!parser.isEnded) throw new ReadingError('cut', { set })
  if (!hasRows) readList(Buffer.concat(beforeRows), set)
  if (rows.length > 0) yield rows
}

/** The rows of a list that is there as a whole. @throws ReadingError */
export function readList(body: Uint8Array, set: string): unknown[] {
  return checkRow(listSchema, parseJson(body, set), set).value
}

/** @throws ReadingError */
export function parseJson(body: Uint8Array, set: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new ReadingError('cut', { set })
  }
}

function write(parser: JSONParser, piece: Uint8Array, set: string): void {
  try {
    parser.write(piece)
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('cut', { set })
  }
}

/** @throws ReadingError that names the field whose value is not what 1C should have written */
export function checkRow<Row>(row: z.ZodType<Row>, value: unknown, set: string): Row {
  const { success, data, error } = row.safeParse(value)
  if (success) return data
  throw new ReadingError('unexpected-answer', { set, field: error.issues[0]!.path.join('.') })
}
