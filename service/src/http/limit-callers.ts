import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.js'
import { type Leave, Semaphore } from '../workers/semaphore.js'
import { beginCall } from '../workers/yield-between-steps.js'
import { noteKnown } from './limit-strangers.js'

/** Calls of one caller in work at once, and how many may wait for it; in all, so many may wait. */
const AT_ONCE = 2
const QUEUE_OF_CALLER = 256
const QUEUE = 4000
/**
 * With more waiting than a page of the web app asks at once, reads of a caller rest so many times as long.
 */
const PATIENT = 16
const REST = 3
/** How fast strangers of one address are answered once they have used up a burst. */
const STRANGER_CALLS_PER_SECOND = 20
const STRANGER_BURST = 200
/** How long a refusal lets its caller wait. With so many waiting, further callers are hung up on. */
const REFUSAL_MS = 1000
const REFUSALS_AT_ONCE = 1000
/** Callers that are remembered; of further ones those unused for longest are forgotten. */
const KNOWN = 10_000

declare module 'fastify' {
  interface FastifyRequest {
    /** Notes whose credentials these are, by default its own: calls with them count as the owner's. */
    comesFrom?(owner: string, credentials?: string): void
    /** Counts it no longer as in work: the rest of its answer takes long. */
    leavePlace?: Leave
  }
}

/**
 * Bounds the calls in work of one token, person or 1C, once its credentials were right; of others by address.
 * What exceeds it waits, then is refused. A body that is still coming and an answer under way don't count.
 */
export function limitCallers(app: FastifyInstance, groupAddress: (address: string) => string): void {
  const places = new Semaphore({
    limit: Number.POSITIVE_INFINITY,
    queue: QUEUE,
    ofOwner: AT_ONCE + QUEUE_OF_CALLER,
    ofOwnerAtOnce: AT_ONCE,
  })
  const owners = new Map<string, string>()
  const untilTurn = pace(STRANGER_CALLS_PER_SECOND, STRANGER_BURST)
  let refusals = 0

  const enter = async (request: FastifyRequest, { raw: response }: FastifyReply): Promise<void> => {
    const credentials = credentialsOf(request)
    const owner = credentials && owners.get(digestOf(credentials))
    // Checks of a balancer and of a monitoring must not wait behind strangers whose proxy shares its address.
    const kind = HEALTH.has(request.url) ? 'health' : credentials ? 'unknown' : 'nobody'
    const caller = owner ?? `${kind} ${groupAddress(request.ip)}`
    const gone = new AbortController()
    let leave: Leave | undefined
    let endCall: Leave | undefined
    let since = 0
    const end = (): void => {
      endCall?.()
      endCall = undefined
      const place = leave
      leave = undefined
      // Whoever repeats reads without end rests for three times as long as they take.
      const rests = request.method === 'GET' && places.sizeOf(caller) > AT_ONCE + PATIENT
      if (place && rests) setTimeout(place, Math.min(performance.now() - since, REFUSAL_MS) * REST)
      else place?.()
    }
    response.once('close', () => {
      gone.abort()
      end()
    })
    if (response.destroyed) gone.abort()
    leave = await places.enter({ owners: [caller], signal: gone.signal }).catch(cause => {
      if (gone.signal.aborted) throw cause
      throw new AppError('too-many-requests', describeProblem('too-many-at-once'), {
        cause,
        retryAfterSeconds: 1,
      })
    })
    since = performance.now()
    endCall = beginCall()
    if (gone.signal.aborted) end()
    request.leavePlace = end
    const wait = owner === undefined ? untilTurn(caller) : 0
    if (wait > 0) await delay(wait, undefined, { signal: gone.signal })
  }

  app.decorateRequest('leavePlace')
  app.decorateRequest('comesFrom', function (this: FastifyRequest, owner, credentials = credentialsOf(this)) {
    noteKnown(this.raw.socket)
    if (!credentials) return
    const digest = digestOf(credentials)
    // It came as a stranger, and is none: another one may have its place.
    if (!owners.delete(digest)) this.leavePlace?.()
    owners.set(digest, owner)
    if (owners.size > KNOWN) owners.delete(owners.keys().next().value!)
  })
  app.addHook('onRequest', enter)
  app.addHook('preParsing', async request => {
    if (hasBody(request)) request.leavePlace?.()
  })
  app.addHook('preHandler', async (request, reply) => {
    if (hasBody(request)) await enter(request, reply)
  })
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 429) {
      if (refusals < REFUSALS_AT_ONCE) {
        refusals++
        await delay(REFUSAL_MS)
        refusals--
      } else request.raw.destroy()
    }
    request.leavePlace?.()
  })
}

const HEALTH = new Set(['/healthz', '/readyz', '/metrics'])

function credentialsOf({ headers: { authorization, cookie } }: FastifyRequest): string | undefined {
  return authorization ?? cookie
}

function digestOf(credentials: string): string {
  return createHash('sha256').update(credentials).digest('base64')
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** How many milliseconds a caller's next call has to wait, so that beyond a burst they come evenly. */
function pace(perSecond: number, burst: number): (caller: string) => number {
  const turns = new Map<string, number>()
  const step = 1000 / perSecond
  return caller => {
    const now = performance.now()
    const from = now - burst * step
    if (turns.size >= KNOWN) for (const [one, at] of turns) if (at <= from) turns.delete(one)
    const turn = Math.max(turns.get(caller) ?? 0, from) + step
    turns.set(caller, turn)
    return turn - now
  }
}
