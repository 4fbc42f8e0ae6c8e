import { JSONParser } from '@streamparser/json'
import type * as z from 'zod'
import { ReadingError } from './failures.js'

const CHUNK_ROWS = 500

/** The rows of a list while it comes, in chunks. @throws ReadingError at its end if it was not whole */
export async function* readRows<Row>(
  pieces: AsyncIterable<Uint8Array>,
  row: z.ZodType<Row>,
  set: string,
): AsyncGenerator<Row[]> {
  const parser = new JSONParser({ paths: ['$.value', '$.value.*'], keepStack: false })
  let rows: Row[] = []
  let isList = false
  parser.onValue = ({ value, key }) => {
    if (key === 'value') isList = Array.isArray(value)
    else rows.push(checkRow(row, value, set))
  }
  for await (const piece of pieces) {
    write(parser, piece, set)
    if (rows.length < CHUNK_ROWS) continue
    yield rows
    rows = []
  }
  if (!parser.isEnded) throw new ReadingError('cut', { set })
  if (!isList) throw new ReadingError('unexpected-answer', { set })
  if (rows.length > 0) yield rows
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
