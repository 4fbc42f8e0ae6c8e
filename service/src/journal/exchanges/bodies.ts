import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Queryable } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import type { Side } from '../record/body-writer.js'
import { answerOf, readCalls, type StoredCalls } from '../record/empty-call.js'

const decompress = promisify(gunzip)

export interface BodyRequest {
  scope: Scope
  exchangeId: number
  entryId: number
  side: Side
  offset?: number | undefined
  limit?: number | undefined
}

export interface OpenBody {
  /** As it was sent; `application/octet-stream` if unspecified. */
  contentType: string
  /** Bytes that were transferred, and those of them that are stored. */
  size: number
  kept: number
  length: number
  stream: Readable
}

/** Opens a recorded body for reading, decompressed; undefined if the scope has no such entry. */
export async function openBody(db: Queryable, request: BodyRequest): Promise<OpenBody | undefined> {
  const { scope, exchangeId, entryId, side, offset = 0, limit } = request
  if (!Number.isSafeInteger(entryId) || !Number.isSafeInteger(exchangeId)) return undefined
  if (entryId < IDS_A_DAY) return openEmptyCall(db, request)
  const { rows } = await db.query<{ content_type: string | null; size: number; kept: number }>(
    `select ${side}_headers ->> 'content-type' as content_type, ${side}_size as size, ${side}_kept as kept
       from journal_entry
      where id = $1 and session_id = $2 and location_id = $3
        and ${integrationSeenSql('integration_key', '$4')}`,
    [entryId, exchangeId, locationIn(scope), companiesIn(scope)],
  )
  const row = rows[0]
  if (!row) return undefined
  const { content_type, size, kept } = row
  return {
    contentType: content_type ?? 'application/octet-stream',
    size,
    kept,
    length: Math.max(0, Math.min(kept - offset, limit ?? kept)),
    stream: Readable.from(readBody(db, { entryId, side, offset, limit }), {
      objectMode: false,
      highWaterMark: 1,
    }),
  }
}

/** Opens the answer of a call that is stored in the row of its exchange. */
async function openEmptyCall(db: Queryable, request: BodyRequest): Promise<OpenBody | undefined> {
  const { scope, exchangeId, entryId, side, offset = 0, limit } = request
  const { rows } = await db.query<{ calls: StoredCalls }>(
    `select calls from exchange_session
      where id = $1 and location_id = $2 and ${integrationSeenSql('integration_key', '$3')}`,
    [exchangeId, locationIn(scope), companiesIn(scope)],
  )
  const call = rows[0] && readCalls(rows[0].calls)[entryId - 1]
  if (!call) return undefined
  const body = side === 'response' ? answerOf(call) : Buffer.alloc(0)
  const part = body.subarray(offset, limit === undefined ? undefined : offset + limit)
  const headers = side === 'response' ? call.responseHeaders : call.requestHeaders
  return {
    contentType: headers?.['content-type'] ?? 'application/octet-stream',
    size: body.length,
    kept: body.length,
    length: part.length,
    stream: Readable.from([part], { objectMode: false }),
  }
}

export async function* readBody(
  db: Queryable,
  part: Pick<BodyRequest, 'entryId' | 'side' | 'offset' | 'limit'>,
): AsyncGenerator<Buffer> {
  const { entryId, side, offset = 0, limit = Number.POSITIVE_INFINITY } = part
  const { rows: pieces } = await db.query<{ piece: number; raw_size: number }>(
    'select piece, raw_size from journal_body where entry_id = $1 and side = $2 order by piece',
    [entryId, side],
  )
  const end = offset + limit
  let start = 0
  for (const { piece, raw_size } of pieces) {
    if (start >= end) return
    if (start + raw_size > offset) {
      const bytes = await readPiece(db, entryId, side, piece)
      // Swept meanwhile.
      if (!bytes) return
      yield bytes.subarray(Math.max(0, offset - start), Math.min(raw_size, end - start))
    }
    start += raw_size
  }
}

export async function readPiece(
  db: Queryable,
  entryId: number,
  side: Side,
  piece: number,
): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ content: Buffer }>(
    'select content from journal_body where entry_id = $1 and side = $2 and piece = $3',
    [entryId, side, piece],
  )
  return rows[0] && decompress(rows[0].content)
}
