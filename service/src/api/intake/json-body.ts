import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { describeProblem } from '@obmen/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import { locationIn } from '../../db/scope.js'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'
import { addressGroup } from '../../people/sign-in/sign-in-lock.js'
import { countHeldBytes, type RequestBytes } from '../../workers/held-bytes.js'
import { parseJson } from './parse-json.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of its body that are in memory. */
    heldBytes: RequestBytes | undefined
    /** How long its body may take to come. */
    bodyMs: number
  }
  interface FastifyContextConfig {
    /** Limits the body of JSON; by default as of strangers on public routes, as of small ones on others. */
    bodySetting?: BodySetting
  }
}

export type BodySetting = 'requestBodyLimit' | 'smallBodyLimit' | 'publicBodyLimit'

/**
 * Reads request bodies: JSON must be UTF-8, and an error in it is located. What is sent to a route that
 * expects no body is ignored.
 */
export function readBodies(
  app: FastifyInstance,
  config: Pick<Config, 'requestBytesLimit' | 'publicBytesLimit' | 'bodySeconds' | 'publicBodySeconds'>,
): void {
  const held = countHeldBytes(config.requestBytesLimit)
  const heldOfStrangers = countHeldBytes(config.publicBytesLimit)
  app.removeAllContentTypeParsers()
  app.decorateRequest('heldBytes', undefined)
  app.decorateRequest('bodyMs', 0)
  app.addHook('preParsing', async (request, reply, body) => {
    if (!hasBody(request)) return body
    const isPacked = isGzip(request)
    refuseCharset(request)
    const { scope } = request
    const own = scope ? held.open(locationIn(scope)) : heldOfStrangers.open(addressGroup(request.ip))
    request.heldBytes = own
    request.bodyMs = (scope ? config.bodySeconds : config.publicBodySeconds) * 1000
    reply.raw.once('close', own.close)
    return isPacked ? Readable.from(unpack(body), { objectMode: false }) : body
  })
  app.addContentTypeParser('application/json', async (request: FastifyRequest, body: Readable) => {
    if (!expectsBody(request)) return undefined
    return parseJson(await readBytes(request, body))
  })
  app.addContentTypeParser('*', async (request: FastifyRequest) => {
    if (expectsBody(request))
      throw new AppError('unsupported-media-type', PROBLEM_TEXTS['unsupported-media-type'])
  })
}

/** Limits the bodies of the routes registered after it that have no limit of their own. */
export function limitBodies(scope: FastifyInstance, config: Pick<Config, BodySetting>): void {
  scope.addHook('onRoute', route => {
    if (route.bodyLimit !== undefined) return
    const { access, bodySetting = access === 'public' ? 'publicBodyLimit' : 'smallBodyLimit' } =
      route.config ?? {}
    route.config = { ...route.config, bodySetting }
    route.bodyLimit = config[bodySetting]
  })
}

function expectsBody(request: FastifyRequest): boolean {
  return request.routeOptions.schema?.body !== undefined
}

/** Reads a body as `readPieces` does, and keeps it as `sentBody`. */
export async function readBytes(request: FastifyRequest, body: Readable): Promise<Buffer> {
  const sent = Buffer.concat(await readPieces(request, body, () => bodyTooLarge(request)))
  request.sentBody = sent
  return sent
}

/**
 * Reads a body as it comes. @throws AppError `too-large`, `unavailable` while the server holds too many bytes of
 * requests or if the body comes too slowly, `bad-json` if its length is not the declared one
 */
export async function readPieces(
  request: FastifyRequest,
  body: Readable,
  tooLarge: () => AppError,
): Promise<Buffer[]> {
  const { bodyLimit: limit } = request.routeOptions
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  if (declared > limit) throw tooLarge()
  const pieces: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => end(cameTooSlowly()), request.bodyMs)
    const end = (error?: Error): void => {
      clearTimeout(timer)
      body.off('data', take).off('end', end).off('error', end)
      if (error) {
        request.heldBytes?.close()
        // Nothing more is unpacked; the connection itself stays open, for the answer.
        if (body !== request.raw) body.destroy()
        reject(error)
      } else resolve()
    }
    const take = (piece: Buffer): void => {
      size += piece.length
      pieces.push(piece)
      if (size > limit) end(tooLarge())
      else if (request.heldBytes?.take(piece.length) === false) end(tooManyBytes())
    }
    body.on('data', take).on('end', end).on('error', end)
  })
  if (body === request.raw && !Number.isNaN(declared) && size !== declared)
    throw new AppError('bad-json', PROBLEM_TEXTS['bad-json'])
  return pieces
}

function bodyTooLarge({ routeOptions: { bodyLimit: limit, config } }: FastifyRequest): AppError {
  const setting = config.bodySetting === 'requestBodyLimit' && { setting: 'REQUEST_BODY_LIMIT' }
  return new AppError('too-large', describeProblem('body-too-large', { limit, ...setting }))
}

function tooManyBytes(): AppError {
  return new AppError('unavailable', describeProblem('too-many-bytes'))
}

/** Whoever sends a byte a second would hold what it has sent for half an hour. */
function cameTooSlowly(): AppError {
  return new AppError('unavailable', describeProblem('body-came-too-slowly'))
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** JSON is UTF-8: another charset is refused. @throws AppError unsupported-media-type */
function refuseCharset({ headers }: FastifyRequest): void {
  const charset = /json\s*;.*\bcharset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new AppError(
      'unsupported-media-type',
      describeProblem('charset-unknown', { charset: charset.slice(0, 40) }),
    )
}

/** Whether the body is packed by gzip. @throws AppError unsupported-media-type for any other encoding */
function isGzip({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding']?.trim() ?? ''
  if (/^(x-)?gzip$/i.test(encoding)) return true
  if (/^(identity)?$/i.test(encoding)) return false
  throw new AppError(
    'unsupported-media-type',
    describeProblem('body-encoded', { encoding: encoding.slice(0, 40) }),
  )
}

/** Orders grow fiftyfold, zeros a thousandfold. Looked at once so much is unpacked. */
const MOST_GROWTH = 200
const UNPACKED_FREELY = 2 ** 20

/** The unpacked bytes of a gzip body, which its limits count. @throws AppError bad-encoding, too-large */
async function* unpack(packed: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  packed.once('error', error => gunzip.destroy(error))
  packed.pipe(gunzip)
  let size = 0
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > UNPACKED_FREELY && size > gunzip.bytesWritten * MOST_GROWTH)
        throw new AppError('too-large', describeProblem('body-grows', { times: MOST_GROWTH }))
      yield piece
    }
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('Z_')) throw error
    throw new AppError('bad-encoding', describeProblem('body-not-gzip'), { cause: error })
  } finally {
    packed.unpipe(gunzip)
    gunzip.destroy()
    packed.resume()
  }
}
