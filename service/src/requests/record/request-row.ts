import type { FieldProblem } from '@obmen/contract'
import { storable } from '../../db/values.js'
import type { Reason } from '../../errors/app-error.js'
import { isSecretName, MASK, maskAddresses } from '../../log/mask-secrets.js'

export interface RecordedRequest {
  locationId: string
  at: Date
  durationMs: number
  requestId: string
  tokenId?: string
  userId?: string
  method: string
  path: string
  line?: number
  lineCount?: number
  refusedCount?: number
  orderId?: string | undefined
  status: number
  code?: string
  detail?: string
  reason?: Reason | undefined
  errors?: readonly FieldProblem[] | undefined
  /** What was sent; not stored for accepted requests. */
  body?: Uint8Array | undefined
}

/** Named like the columns. */
export type RequestRow = ReturnType<typeof toRow>

/** The limit of order ids; a longer one, which was rejected, is found by its beginning. */
const ID_LENGTH = 200
const PATH_LENGTH = 500
const DETAIL_LENGTH = 2000
/** How many errors are stored of a request; a body may have thousands. */
const MAX_ERRORS = 50

export function storableOrderId(id: string): string {
  return storable(id, ID_LENGTH)
}

function storableTexts(value: unknown): unknown {
  if (typeof value === 'string') return storable(value, DETAIL_LENGTH)
  if (Array.isArray(value)) return value.slice(0, MAX_ERRORS).map(storableTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, storableTexts(each)]))
}

/** What is stored of a request: no secrets, and no value beyond its limit. */
export function toRow(request: RecordedRequest, bodyLimit: number) {
  const refused = request.status >= 400
  const { body, orderId, detail, reason, errors } = request
  return {
    location_id: request.locationId,
    at: request.at.toISOString(),
    duration_ms: Math.round(request.durationMs),
    request_id: request.requestId,
    token_id: request.tokenId,
    user_id: request.userId,
    method: request.method,
    path: storable(maskAddresses(request.path), PATH_LENGTH),
    line: request.line,
    line_count: request.lineCount,
    refused_count: request.refusedCount,
    order_id: orderId === undefined ? undefined : storableOrderId(orderId),
    status: request.status,
    refused,
    code: request.code,
    detail: detail === undefined ? undefined : storable(detail, DETAIL_LENGTH),
    reason: reason?.code,
    params: reason?.params && (storableTexts(reason.params) as Record<string, unknown>),
    errors: errors?.slice(0, MAX_ERRORS).map(({ path, message, code, params }) => ({
      path: storable(path, PATH_LENGTH),
      message: storable(message, DETAIL_LENGTH),
      ...(code !== undefined && { code }),
      ...(params !== undefined && { params: storableTexts(params) as Record<string, unknown> }),
    })),
    body: refused && body !== undefined ? maskBody(body.subarray(0, bodyLimit)) : undefined,
    body_size: body?.length,
  }
}

/** A member of a JSON object: its name and its value, which may be incomplete if the body was cut off. */
const MEMBER = /"((?:[^"\\]|\\.){1,100})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[^\s,}\]{["]+)/g

/** A JSON body, complete or cut off, as text; the values of members with names of secrets are masked. */
function maskBody(body: Uint8Array): string {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
  const masked = text.replace(MEMBER, (member, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${MASK}"` : member,
  )
  return maskAddresses(storable(masked, masked.length))
}
