import { describeProblem } from '@obmen/contract'
import { uuidSchema } from '@obmen/contract/rest'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteOptions } from 'fastify'
import { z } from 'zod'
import { locationIn } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { Busy, Semaphore } from '../workers/semaphore.js'
import { type Access, scopeOf } from './access.js'
import { disconnectSignal } from './disconnect.js'
import type { BodySetting } from './intake/json-body.js'
import type { Documented, Tag } from './openapi/parts.js'
import { logEvent, type SecurityEvent } from './security-events.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes much of the database or of this process: few of a location run at once. */
    heavy?: true
  }
}

type Schema = z.ZodType | undefined
type Responses = Record<number, z.ZodType> | undefined
type Output<S> = S extends z.ZodType ? z.output<S> : unknown
/** What `handle` returns. */
type Answer<R> = R extends { 204: z.ZodType }
  ? Promise<void>
  : R extends Record<number, infer S>
    ? Promise<Output<S>>
    : Promise<unknown>

/** An operation of the REST API: its description, who may call it and what it does. */
export interface Operation<P extends Schema, Q extends Schema, B extends Schema, R extends Responses>
  extends Documented {
  access: Access
  accountants?: true
  /** What the log says of it, once it is done. */
  event?: SecurityEvent
  heavy?: true
  params?: P
  query?: Q
  body?: B
  response?: R
  bodySetting?: BodySetting
  /** What few operations need of fastify. */
  route?: Pick<RouteOptions, 'bodyLimit' | 'validatorCompiler'>
  handle(
    request: FastifyRequest<{ Params: Output<P>; Querystring: Output<Q>; Body: Output<B> }>,
    reply: FastifyReply,
  ): Answer<R>
}

type Register = <
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  R extends Responses = undefined,
>(
  url: string,
  operation: Operation<P, Q, B, R>,
) => void

/** The parameters of most operations on one object. */
export const byUuid = z.object({ id: uuidSchema })

/** Keeps `location`, which a stream of events is asked for again while it runs. */
const NO_QUERY = z.looseObject({})

/** 204 without a body. */
export const NO_CONTENT = { 204: z.null() }

/** Of a document that a 1C or an order wrote: opened in a browser, it is no page of ours. */
export const FOREIGN_PAGE = "sandbox; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

type NotFound =
  | 'exchange-not-found'
  | 'integration-not-found'
  | 'order-not-in-batch'
  | 'upload-not-found'
  | 'xml-not-kept'

/** @throws AppError not-found */
export function found<Found>(value: Found | undefined, problem: NotFound): Found {
  if (value === undefined) throw new AppError('not-found', describeProblem(problem))
  return value
}

/** Registers operations, which the documentation lists under `tag`. */
export function operations(
  api: FastifyInstance,
  tag: Tag,
): Record<'get' | 'post' | 'put' | 'patch' | 'delete', Register> {
  const register =
    (method: HTTPMethods): Register =>
    (url, operation) => {
      const { access, accountants, heavy, params, query, body, response } = operation
      const { bodySetting, route, event, handle } = operation
      const [status] = Object.keys(response ?? {})
      api.route({
        method,
        url,
        ...route,
        config: {
          access,
          ...(accountants && { accountants }),
          ...(heavy && { heavy }),
          ...(bodySetting && { bodySetting }),
          documented: { ...operation, tag } as Documented & { tag: Tag },
        },
        schema: {
          ...(params && { params }),
          querystring: query ?? NO_QUERY,
          ...(body && { body }),
        },
        async handler(request, reply) {
          if (status === undefined) return handle(request as never, reply)
          reply.status(Number(status))
          const answer = await handle(request as never, reply)
          if (event) logEvent(request, event, answer)
          return answer ?? null
        },
      })
    }
  return {
    get: register('GET'),
    post: register('POST'),
    put: register('PUT'),
    patch: register('PATCH'),
    delete: register('DELETE'),
  }
}

/** Heavy operations of one location at once, and how many more of it, and of all, may wait. */
const AT_ONCE = 2
const QUEUE_OF_LOCATION = 8
const QUEUE = 200

/** Lets few heavy operations of one location run at once, each until its answer has been taken. */
export function limitHeavy(scope: FastifyInstance): void {
  const places = new Semaphore({
    limit: Number.POSITIVE_INFINITY,
    queue: QUEUE,
    ofOwner: AT_ONCE + QUEUE_OF_LOCATION,
    ofOwnerAtOnce: AT_ONCE,
  })
  scope.addHook('preHandler', async (request, { raw: response }) => {
    if (!request.routeOptions.config.heavy) return
    request.leavePlace?.()
    const owners = [locationIn(scopeOf(request))]
    const leave = await places.enter({ owners, signal: disconnectSignal(response) }).catch(cause => {
      if (!(cause instanceof Busy)) throw cause
      throw new AppError('too-many-requests', describeProblem('too-many-at-once'), {
        cause,
        retryAfterSeconds: 1,
      })
    })
    response.once('close', leave)
  })
}
