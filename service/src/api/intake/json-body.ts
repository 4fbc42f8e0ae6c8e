import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'
import { TEXTS } from '../texts.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * JSON bodies: strictly UTF-8, an error says where; application/x-ndjson is passed on as a stream. Where no body is expected, none is
 * read, whatever is or isn't sent.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addHook('preParsing', async request => refuseEncoded(request))
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!expectsBody(request)) return undefined
      request.sentBody = body
      return parseJson(body)
    },
  )
  app.addContentTypeParser('application/x-ndjson', async (_request: unknown, body: unknown) => body)
  app.addContentTypeParser('*', async (request: FastifyRequest) => {
    if (expectsBody(request))
      throw new AppError('unsupported-media-type', PROBLEM_TEXTS['unsupported-media-type'])
  })
}

function expectsBody(request: FastifyRequest): boolean {
  return request.routeOptions.schema?.body !== undefined
}

/** @throws AppError unsupported-media-type */
function refuseEncoded({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim() ?? ''
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (hasBody && !/^(identity)?$/i.test(encoding))
    throw new AppError('unsupported-media-type', TEXTS.encoded(encoding.slice(0, 40)))
}

/** The parsed JSON, or the error. */
export function parseBody(body: Uint8Array): unknown | AppError {
  try {
    return parseJson(body)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** @throws AppError bad-encoding, bad-json (with line and column, both from 1) */
function parseJson(body: Uint8Array): unknown {
  let text: string
  try {
    text = utf8.decode(body)
  } catch (cause) {
    throw new AppError('bad-encoding', PROBLEM_TEXTS['bad-encoding'], { cause })
  }
  if (text.trim() === '') throw new AppError('bad-json', TEXTS.emptyBody)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const offset = whereBroken(text, cause as SyntaxError)
    const before = text.slice(0, offset).split('\n')
    throw new AppError('bad-json', TEXTS.badJsonAt(before.length, (before.at(-1)?.length ?? 0) + 1), {
      cause,
    })
  }
}

/** V8's messages word the position differently by version, and have none at the end of input. */
function whereBroken(text: string, error: SyntaxError): number {
  const position = /position (\d+)/.exec(error.message)
  if (position) return Number(position[1])
  const token = /Unexpected token '?(.+?)'?, "?(?:\.\.\.)?(.*?)(?:\.\.\.)?"? is not valid JSON/s.exec(
    error.message,
  )
  const near = token?.[2] ? text.indexOf(token[2]) : -1
  if (near >= 0) return near + Math.max(0, token![2]!.indexOf(token![1]!))
  return text.length
}
