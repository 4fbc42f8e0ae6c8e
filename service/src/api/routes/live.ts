import type { ServerResponse } from 'node:http'
import { isDeepStrictEqual as isEqual } from 'node:util'
import { describeProblem } from '@obmen/contract'
import { liveEventSchema, type LiveEvent as PublishedEvent } from '@obmen/contract/rest'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.js'
import { LIVE_CHANNEL } from '../../db/live-channel.js'
import { companiesIn, locationIn, type Scope } from '../../db/scope.js'
import { AppError } from '../../errors/app-error.js'
import { type LiveEvent, readLiveEvent } from '../../journal/live-event.js'
import { readAccessChange } from '../../people/access-change.js'
import { journalScope, type Principal, principalOf, scopeOf } from '../access.js'
import { identify } from '../authenticate.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'

/** Live events of the location's exchanges. A stream ends with the session or the token of its caller. */
export function liveRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Journal')
  const { db, config, stopping, log } = deps
  const limits = { atOnce: config.liveStreamsAtOnce, perCaller: config.liveStreamsPerCaller }
  const streams = liveStreams(db, limits, stopping, log)
  scope.addHook('onClose', () => streams[Symbol.asyncDispose]())

  api.get('/live', {
    id: 'watchExchanges',
    access: 'journal:read',
    accountants: true,
    summary: 'What happens in exchanges, as server-sent events',
    description:
      'text/event-stream of LiveEvent. One person or token may hold 30 streams (429), all together ' +
      '1,000, of one location half of them (503). Who does not read is disconnected. Every 20 ' +
      'seconds comes an event `heartbeat` without data; a stream ends when events may have been lost.',
    sends: { 'text/event-stream': liveEventSchema },
    handle: async (request, reply) => {
      const principal = principalOf(request)
      const scope = scopeOf(request)
      await streams.ready()
      streams.open({
        response: reply.raw,
        principal,
        scope,
        async mayContinue() {
          const now = await identify(request, deps)
          return now !== undefined && isEqual(journalScope(now.principal), scope)
        },
      })
      reply.hijack()
      request.leavePlace?.()
    },
  })
}

/** The web app gives a stream up that is silent for longer than two of these. */
const HEARTBEAT_MS = 20_000
/** A client that leaves more than this unread is not reading at all. */
const MAX_UNSENT_BYTES = 64 * 1024

interface LiveLimits {
  /** Streams that this server keeps open; those of one location may be half of them, rounded up. */
  atOnce: number
  /** Of one person, in all their browsers together, or of one token. */
  perCaller: number
}

interface LiveStream {
  response: ServerResponse
  principal: Principal
  scope: Scope
  /** Whether its owner may still see this; asked at each heartbeat and change of rights. */
  mayContinue: () => Promise<boolean>
}

interface OpenStream extends LiveStream {
  write(text: string): void
  /** Ends it if its owner may no longer watch. */
  check(): void
  end(): void
}

/** The open streams of live events: one connection to the database however many watch. */
function liveStreams(db: Database, limits: LiveLimits, stopping: AbortSignal, log: FastifyBaseLogger) {
  const streams = new Set<OpenStream>()
  const endAll = (): void => {
    for (const stream of [...streams]) stream.end()
  }
  // One listener for all streams: Node.js would warn about the eleventh.
  stopping.addEventListener('abort', endAll)
  const companyOf = companiesOfIntegrations(db)
  const hear = (payload: string): void => {
    const change = readAccessChange(payload)
    const event = change ? undefined : readLiveEvent(payload)
    for (const stream of streams) {
      if (change && callerOf(stream.principal) === ('userId' in change ? change.userId : change.tokenId))
        stream.check()
      if (event && event.locationId === locationIn(stream.scope)) void forward(event, stream)
    }
  }
  /** Accountants get only events about their companies. */
  const forward = async (event: LiveEvent, stream: OpenStream): Promise<void> => {
    const seen = companiesIn(stream.scope)
    const company = seen && event.integrationId !== null ? await companyOf(event.integrationId) : undefined
    if (seen !== null && (company === undefined || !seen.includes(company))) return
    const { kind, integrationId, sessionId } = event
    const published: PublishedEvent = { kind, integrationId, sessionId }
    stream.write(`data: ${JSON.stringify(published)}\n\n`)
  }
  let listening: Promise<AsyncDisposable> | undefined
  return {
    /** Runs before anything of the answer is sent, so a failure can still be reported. */
    async ready(): Promise<void> {
      // When the connection breaks, events are lost: streams end, and browsers that reopen them refresh.
      listening ??= db.listen(LIVE_CHANNEL, hear, endAll).catch(error => {
        listening = undefined
        throw error
      })
      await listening
    },
    /**
     * Begins the answer, unless the client has left. The newest is refused, not the oldest closed, since a
     * browser reopens a closed stream by itself.
     */
    open(stream: LiveStream): void {
      if (stream.response.destroyed) return
      refuseBeyond(limits, stream, streams)
      startStream(stream, streams, log)
    },
    async [Symbol.asyncDispose]() {
      if (listening) await (await listening)[Symbol.asyncDispose]()
    },
  }
}

function refuseBeyond(
  { atOnce, perCaller }: LiveLimits,
  { principal, scope }: LiveStream,
  streams: ReadonlySet<OpenStream>,
): void {
  const open = [...streams]
  const ofCaller = open.filter(one => callerOf(one.principal) === callerOf(principal)).length
  const ofLocation = open.filter(one => locationIn(one.scope) === locationIn(scope)).length
  if (ofCaller >= perCaller)
    throw new AppError('too-many-requests', describeProblem('live-streams-of-caller', { limit: perCaller }))
  if (open.length >= atOnce || ofLocation >= Math.ceil(atOnce / 2))
    throw new AppError('unavailable', describeProblem('live-streams-full'))
}

const callerOf = (principal: Principal): string =>
  principal.kind === 'person' ? principal.userId : principal.tokenId

function startStream(stream: LiveStream, streams: Set<OpenStream>, log: FastifyBaseLogger): void {
  const { response } = stream
  const open: OpenStream = {
    ...stream,
    write(text) {
      if (response.writableLength > MAX_UNSENT_BYTES) response.destroy()
      else response.write(text)
    },
    check() {
      stream.mayContinue().then(
        allowed => {
          if (!allowed) open.end()
        },
        // The database is down: the next heartbeat checks again.
        error => log.debug({ err: error }, 'live events: could not ask who may watch'),
      )
    },
    end() {
      clearInterval(heartbeat)
      streams.delete(open)
      response.end()
    },
  }
  const heartbeat = setInterval(() => {
    // An event, since scripts do not hear comments.
    open.write('event: heartbeat\ndata:\n\n')
    open.check()
  }, HEARTBEAT_MS)
  streams.add(open)
  response.on('close', open.end)
  response.on('error', error => log.debug({ err: error }, 'live events: connection failed'))
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 3000\n\n')
  // Access may have been revoked before the stream was in the set.
  open.check()
}

/** The company of an integration, which never changes; undefined if it can't be determined now. */
function companiesOfIntegrations(db: Database): (integrationId: string) => Promise<string | undefined> {
  const known = new Map<string, string>()
  return async integrationId => {
    const found = known.get(integrationId)
    if (found !== undefined) return found
    const sql = 'select company_id as company from integration where id = $1'
    const { rows } = await db.query<{ company: string }>(sql, [integrationId]).catch(() => ({ rows: [] }))
    const company = rows[0]?.company
    if (company !== undefined) known.set(integrationId, company)
    return company
  }
}
