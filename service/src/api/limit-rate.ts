import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import { hashSecret } from '../people/secret.js'
import { addressGroup } from '../people/sign-in/sign-in-lock.js'

export interface RateLimit {
  /** Counts a request with a token, once it is known to be `right` or wrong. */
  count(request: FastifyRequest, reply: FastifyReply, right: boolean): Promise<void>
}

/** Tokens that were right; of further ones those unused for longest are forgotten. */
const KNOWN_TOKENS = 10_000

/**
 * Limits the requests of one token or address to `perMinute`; 0 = no limit. Wrong tokens count for their
 * address, so inventing others does not help; after too many, only tokens known to be right are looked up
 * from there.
 */
export async function limitRate(scope: FastifyInstance, perMinute: number): Promise<RateLimit> {
  if (perMinute === 0) return { count: async () => {} }
  /** Digests of secrets, the one used last at the end. */
  const known = new Set<string>()
  await scope.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: request => {
      const token = digestOf(request)
      if (token !== undefined && known.has(token)) return token
      const address = addressGroup(request.ip)
      // Counted apart from requests without a token, which must not block a right token after a restart.
      return request.headers.authorization === undefined ? address : `token ${address}`
    },
  })
  const limit = scope.createRateLimit()
  const check = async (request: FastifyRequest, reply: FastifyReply, increment: boolean): Promise<void> => {
    const state = await limit(request, { increment })
    if (state.isAllowed) return
    reply
      .header('ratelimit-limit', String(state.max))
      .header('ratelimit-remaining', String(state.remaining))
      .header('ratelimit-reset', String(state.ttlInSeconds))
    if (state.isExceeded)
      throw new AppError('too-many-requests', PROBLEM_TEXTS['too-many-requests'], {
        retryAfterSeconds: state.ttlInSeconds,
      })
  }
  scope.addHook('onRequest', async (request, reply) => {
    const { authorization } = request.headers
    const token = digestOf(request)
    // What comes with a token that nobody has looked up yet is counted when that is done.
    await check(request, reply, authorization === undefined || (token !== undefined && known.has(token)))
  })
  return {
    async count(request, reply, right) {
      const token = digestOf(request) ?? ''
      // It was counted before it was looked up.
      const wasKnown = known.delete(token)
      if (right || wasKnown) known.add(token)
      if (known.size > KNOWN_TOKENS) known.delete(known.values().next().value!)
      if (!wasKnown) await check(request, reply, true)
    },
  }
}

function digestOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  const secret = authorization && bearerSecret(authorization)
  return secret && hashSecret(secret).toString('base64')
}

/** The secret of an `Authorization: Bearer` header; undefined for any other. */
export function bearerSecret(header: string): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header.trim())?.[1]
}
