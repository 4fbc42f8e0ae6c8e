import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyIn, to as copyOut } from 'pg-copy-streams'
import { explainFailure, type Session } from './open-session.js'
import type { Table } from './tables.js'

const LINE_END = 0x0a
/** Small pieces are joined: a message for every row costs more than the row. */
const PIECE_BYTES = 64 * 1024

/** Streams a table from one server into the other in the text format, which every version reads; the slower one sets the pace. */
export async function copyTable(
  source: Session,
  target: Session,
  { name, columns }: Table,
  progress: (rows: number) => void,
): Promise<void> {
  const out = source.client.query(copyOut(`copy (select ${columns} from ${name}) to stdout`))
  const into = target.client.query(copyIn(`copy ${name} (${columns}) from stdin`))
  // If one of the two streams fails, the other is ended, too.
  let failed: Session['side'] | undefined
  out.on('error', () => {
    failed ??= 'source'
  })
  into.on('error', () => {
    failed ??= 'target'
  })
  try {
    await pipeline(out, countRows(progress), into)
  } catch (cause) {
    throw explainFailure(cause, failed ?? 'source')
  }
}

function countRows(progress: (rows: number) => void): Transform {
  let rows = 0
  return new Transform({
    readableHighWaterMark: PIECE_BYTES,
    writableHighWaterMark: PIECE_BYTES,
    transform(piece: Buffer, _encoding, done) {
      // A line end within a value is written as \n.
      for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows++
      progress(rows)
      done(null, piece)
    },
  })
}
