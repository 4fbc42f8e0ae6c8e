import type { IncomingMessage } from 'node:http'
import { describeProblem } from '@obmen/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import { locationIn } from '../../db/scope.js'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'
import { addressGroup } from '../../people/sign-in/sign-in-lock.js'
import { type ByteShare, openByteBudget } from '../../workers/byte-budget.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Its share of the server's memory until it is answered; only for a request with a body. */
    byteShare: ByteShare | undefined
  }
  interface FastifyContextConfig {
    /** The setting that limits the body of JSON; by default that of strangers on public routes, of small ones on others. */
    bodySetting?: BodySetting
  }
}

type BodySetting = 'requestBodyLimit' | 'smallBodyLimit' | 'publicBodyLimit'

const RETRY_AFTER_SECONDS = 5
/** How many bytes of a body have to come in which time while others find no room for theirs. */
const PACE_BYTES = 256 * 2 ** 10
const STALL_MS = 10_000
/**
 * Bodies of no location (of a person's own account, of roles, of the whole system) have room of their own, this part of that of orders, of
 * which one address may hold a part.
 */
const PERSONAL_PART = 1 / 16
const PERSONAL_OWNER_PART = 1 / 4
/**
 * Bodies of people who have not signed in, of a few hundred bytes usually: bytes of all together, of which one address may hold a part,
 * and how long one may take to come.
 */
const PUBLIC_BYTES = 8 * 2 ** 20
const PUBLIC_OWNER_PART = 1 / 4
const PUBLIC_MS = 10_000
const PUBLIC_STALL_MS = 1000

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads request bodies: JSON must be valid UTF-8, and an error in it is located; application/x-ndjson is passed on as a stream. On routes
 * that expect no body, whatever is sent is ignored.
 */
export function readBodies(
  app: FastifyInstance,
  {
    requestBytesLimit,
    smallBodyLimit,
    publicBodyLimit,
  }: Pick<Config, 'requestBytesLimit' | 'smallBodyLimit' | 'publicBodyLimit'>,
): void {
  // Each of its own, so that neither strangers nor people beside their location take the room of those who bring orders.
  const pace = { stallMs: STALL_MS, paceBytes: PACE_BYTES }
  const budget = openByteBudget(requestBytesLimit, pace)
  const personalBudget = openByteBudget(
    Math.max(requestBytesLimit * PERSONAL_PART, smallBodyLimit / PERSONAL_OWNER_PART),
    { ...pace, ownerPart: PERSONAL_OWNER_PART },
  )
  const publicBudget = openByteBudget(Math.max(PUBLIC_BYTES, publicBodyLimit / PUBLIC_OWNER_PART), {
    stallMs: PUBLIC_STALL_MS,
    ownerPart: PUBLIC_OWNER_PART,
  })
  app.removeAllContentTypeParsers()
  app.decorateRequest('byteShare', undefined)
  app.addHook('preParsing', async (request, reply) => {
    if (!hasBody(request)) return
    refuseEncoded(request)
    const share = request.scope
      ? budget.open(locationIn(request.scope))
      : (isPublic(request) ? publicBudget : personalBudget).open(addressGroup(request.ip))
    request.byteShare = share
    reply.raw.once('close', () => share.close())
  })
  app.addContentTypeParser('application/json', async (request: FastifyRequest, body: IncomingMessage) => {
    if (!expectsBody(request)) return undefined
    return parseJson(await readBytes(request, body))
  })
  app.addContentTypeParser('application/x-ndjson', async (_request: unknown, body: unknown) => body)
  app.addContentTypeParser('*', async (request: FastifyRequest) => {
    if (expectsBody(request))
      throw new AppError('unsupported-media-type', PROBLEM_TEXTS['unsupported-media-type'])
  })
}

/** Limits the bodies of the routes registered after it, except those that bring a limit of their own: they read their bodies as a stream. */
export function limitBodies(scope: FastifyInstance, config: Pick<Config, BodySetting>): void {
  scope.addHook('onRoute', route => {
    if (route.bodyLimit !== undefined) return
    const { access, bodySetting = access === 'public' ? 'publicBodyLimit' : 'smallBodyLimit' } =
      route.config ?? {}
    route.config = { ...route.config, bodySetting }
    route.bodyLimit = config[bodySetting]
  })
}

function isPublic(request: FastifyRequest): boolean {
  return request.routeOptions.config.access === 'public'
}

function expectsBody(request: FastifyRequest): boolean {
  return request.routeOptions.schema?.body !== undefined
}

/**
 * Reads a body and keeps it as `sentBody`. @throws AppError too-large beyond the route's limit, unavailable or too-many-requests while the
 * server holds too many bytes of requests, unavailable if it comes too slowly, bad-json if its length is not the declared one
 */
export async function readBytes(request: FastifyRequest, body: IncomingMessage): Promise<Buffer> {
  const { bodyLimit: limit, config } = request.routeOptions
  const tooLarge = () =>
    new AppError(
      'too-large',
      describeProblem('body-too-large', {
        limit,
        ...(config.bodySetting === 'requestBodyLimit' && { setting: 'REQUEST_BODY_LIMIT' }),
      }),
    )
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  if (declared > limit) throw tooLarge()
  const share = request.byteShare
  const pieces: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => end(cameTooSlowly())
    const timer = isPublic(request) ? setTimeout(stop, PUBLIC_MS) : undefined
    const end = (error?: Error): void => {
      clearTimeout(timer)
      body.off('data', take).off('end', end).off('error', end)
      share?.waitForClient(false)
      if (error) {
        share?.close()
        reject(error)
      } else resolve()
    }
    const take = (piece: Buffer): void => {
      size += piece.length
      if (size > limit) end(tooLarge())
      else if (share?.take(piece.length)) {
        pieces.push(piece)
        share.waitForClient(true)
      } else end(isPublic(request) ? tooManyStrangers() : tooManyBytes())
    }
    if (share) {
      share.onOverdue = stop
      share.waitForClient(true)
    }
    body.on('data', take).on('end', end).on('error', end)
  })
  if (!Number.isNaN(declared) && size !== declared) throw new AppError('bad-json', PROBLEM_TEXTS['bad-json'])
  request.sentBody = Buffer.concat(pieces, size)
  return request.sentBody as Buffer
}

export function tooManyBytes(): AppError {
  return new AppError('unavailable', describeProblem('too-many-bytes'), {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })
}

function tooManyStrangers(): AppError {
  return new AppError('too-many-requests', describeProblem('sign-ins-busy'), {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })
}

/** A body, or a line of it, of which too little came for too long. */
export function cameTooSlowly(): AppError {
  return new AppError('unavailable', describeProblem('body-came-too-slowly'))
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** @throws AppError unsupported-media-type */
function refuseEncoded({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim() ?? ''
  if (!/^(identity)?$/i.test(encoding))
    throw new AppError(
      'unsupported-media-type',
      describeProblem('body-encoded', { encoding: encoding.slice(0, 40) }),
    )
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
  if (text.trim() === '') throw new AppError('bad-json', describeProblem('body-empty'))
  try {
    return JSON.parse(text)
  } catch (cause) {
    const offset = errorOffset(text, cause as SyntaxError)
    const before = text.slice(0, offset).split('\n')
    throw new AppError(
      'bad-json',
      describeProblem('json-broken-at', { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }),
      {
        cause,
      },
    )
  }
}

/** Where in the text the error is. V8 words the position differently by version, and gives none at the end of input. */
function errorOffset(text: string, error: SyntaxError): number {
  const position = /position (\d+)/.exec(error.message)
  if (position) return Number(position[1])
  const token = /Unexpected token '?(.+?)'?, "?(?:\.\.\.)?(.*?)(?:\.\.\.)?"? is not valid JSON/s.exec(
    error.message,
  )
  const near = token?.[2] ? text.indexOf(token[2]) : -1
  if (near >= 0) return near + Math.max(0, token![2]!.indexOf(token![1]!))
  return text.length
}
