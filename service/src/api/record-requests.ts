import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { locationIn } from '../db/scope.js'
import type { AppError } from '../errors/app-error.js'
import type { RecordedRequest } from '../requests/record/request-row.js'
import { isSafe } from './authenticate.js'
import type { ApiDeps } from './deps.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The raw body, if a parser read it completely. */
    sentBody: Uint8Array | undefined
    /** Why the request was refused. */
    refusal: AppError | undefined
    /** The results of a batch's lines. */
    batchCounts: { lineCount: number; refusedCount: number } | undefined
  }
}

/** Records who requested which change, and its result, if the caller belongs to a location. */
export function recordRequests(scope: FastifyInstance, { requests }: ApiDeps): void {
  scope.addHook('onResponse', async (request, reply) => {
    const about = isSafe(request.method) ? undefined : aboutRequest(request)
    if (!about) return
    requests.add({ ...about, ...outcomeOf(request, reply) })
  })
}

/** Fields common to a request and each of its lines; undefined for requests not about a location. */
export function aboutRequest(
  request: FastifyRequest,
): Omit<RecordedRequest, 'status' | 'durationMs'> | undefined {
  const { principal, scope } = request
  const { url, config } = request.routeOptions
  if (!principal || config.access === 'public' || config.access === 'signed-in' || scope === null)
    return undefined
  const locationId = scope ? locationIn(scope) : principal.locationId
  if (locationId === undefined) return undefined
  const { id } = request.params as { id?: string }
  return {
    locationId,
    at: new Date(),
    requestId: request.id,
    ...(principal.kind === 'token' ? { tokenId: principal.tokenId } : { userId: principal.userId }),
    method: request.method,
    path: request.url,
    ...(url?.includes('/orders/:id') && { orderId: id }),
  }
}

function outcomeOf(
  { refusal, sentBody, batchCounts }: FastifyRequest,
  reply: FastifyReply,
): Omit<RecordedRequest, 'locationId' | 'requestId' | 'method' | 'path'> {
  const durationMs = reply.elapsedTime
  return {
    at: new Date(Date.now() - durationMs),
    durationMs,
    status: reply.statusCode,
    ...(refusal && {
      code: refusal.code,
      detail: refusal.message,
      reason: refusal.reason,
      errors: refusal.errors,
    }),
    body: sentBody,
    ...batchCounts,
  }
}
