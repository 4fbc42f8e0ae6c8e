import { Readable } from 'node:stream'
import type { Queryable } from '../../db/database.js'
import { FIRST_ID_BY_DAY } from '../../db/days.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import { unpackCalls } from '../brief/brief-calls.js'
import { readBody } from '../exchanges/read-body.js'
import type { Side } from './body-writer.js'

export interface BodyRequest {
  scope: Scope
  exchangeId: number
  entryId: number
  side: Side
  /** First byte, from 0. */
  offset?: number | undefined
  /** Most bytes. */
  limit?: number | undefined
}

export interface OpenBody {
  /** As it was sent; `application/octet-stream` if unspecified. */
  contentType: string
  /** Bytes that were transferred, and those of them that are stored. */
  size: number
  kept: number
  /** Bytes of the stream. */
  length: number
  stream: Readable
}

interface EntryRow {
  content_type: string | null
  size: number
  kept: number
}

/** Opens a recorded body for reading, decompressed; undefined if the scope has no such entry. */
export async function openBody(db: Queryable, request: BodyRequest): Promise<OpenBody | undefined> {
  const { scope, exchangeId, entryId, side, offset = 0, limit } = request
  if (!Number.isSafeInteger(entryId) || !Number.isSafeInteger(exchangeId)) return undefined
  if (entryId < FIRST_ID_BY_DAY) {
    const brief = await openBriefBody(db, request)
    if (brief) return brief
  }
  const { rows } = await db.query<EntryRow>(
    `select ${side}_headers ->> 'content-type' as content_type, ${side}_size as size, ${side}_kept as kept
       from journal_entry where id = $1 and session_id = $2 and location_id = $3 and ${integrationSeenSql('integration_key', '$4')}`,
    [entryId, exchangeId, locationIn(scope), companiesIn(scope)],
  )
  const row = rows[0]
  if (!row) return undefined
  const length = Math.max(0, Math.min(row.kept - offset, limit ?? row.kept))
  return {
    contentType: row.content_type ?? 'application/octet-stream',
    size: row.size,
    kept: row.kept,
    length,
    stream: Readable.from(readBody(db, { entryId, side, offset, limit }), {
      objectMode: false,
      highWaterMark: 1,
    }),
  }
}

/** Opens an answer that is stored in the row of its exchange. */
async function openBriefBody(db: Queryable, request: BodyRequest): Promise<OpenBody | undefined> {
  const { scope, exchangeId, entryId, side, offset = 0, limit } = request
  const { rows } = await db.query<{ calls: Buffer[] }>(
    `select brief_calls as calls from exchange_session
      where id = $1 and location_id = $2 and ${integrationSeenSql('integration_key', '$3')}`,
    [exchangeId, locationIn(scope), companiesIn(scope)],
  )
  const call = rows[0] && unpackCalls(rows[0].calls)[entryId - 1]
  if (!call) return undefined
  const body = side === 'response' ? call.response : Buffer.alloc(0)
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
