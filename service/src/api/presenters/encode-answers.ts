import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Fewer bytes fit into one packet either way. */
const SMALL_BYTES = 1024
const COMPRESSED = /^(application\/(json|x-ndjson|xml)|text\/(csv|xml))\b/
/** As fast as gzip, and smaller. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/**
 * Answers 304 to who has read the same already, and compresses what is read, and the lines of a batch, for
 * who takes it so. No other answer: those that show a secret once are among them.
 */
export function encodeAnswers(scope: FastifyInstance): void {
  scope.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead && !type.startsWith('application/x-ndjson')) return payload
    if (isWhole(payload) && isUnchanged(request, reply, payload)) {
      reply.code(304).removeHeader('content-type').removeHeader('content-length')
      return ''
    }
    if (request.method === 'HEAD' || !COMPRESSED.test(type) || reply.hasHeader('content-encoding'))
      return payload
    reply.header('vary', [reply.getHeader('vary'), 'Accept-Encoding'].filter(Boolean).join(', '))
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = (['br', 'gzip'] as const).find(one => accepts(accepted, one))
    if (!encoding || (isWhole(payload) ? payload.length < SMALL_BYTES : !(payload instanceof Readable)))
      return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    if (isWhole(payload)) return encoding === 'br' ? pack.br(payload, BROTLI) : pack.gzip(payload)
    // Each piece goes out as it comes: lines of a batch, and tables.
    const packed =
      encoding === 'br'
        ? createBrotliCompress({ ...BROTLI, flush: constants.BROTLI_OPERATION_FLUSH })
        : createGzip({ flush: constants.Z_SYNC_FLUSH })
    return pipeline(payload as Readable, packed, () => undefined)
  })
}

function isWhole(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload)
}

/**
 * Adds to the version in ETag a digest of the answer, which also says what changes without a new version, and
 * compares it with If-None-Match. If-Match reads the version alone.
 */
function isUnchanged(request: FastifyRequest, reply: FastifyReply, payload: string | Buffer): boolean {
  const version = reply.getHeader('etag')
  if (version === undefined || reply.statusCode !== 200) return false
  const digest = createHash('sha256').update(payload).digest('base64url').slice(0, 16)
  const etag = `${String(version).slice(0, -1)}-${digest}"`
  reply.header('etag', etag)
  const known = request.headers['if-none-match'] ?? ''
  return known.split(',').some(one => one.trim().replace(/^W\//, '') === etag)
}

function accepts(header: string, encoding: string): boolean {
  return new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i').test(header)
}
