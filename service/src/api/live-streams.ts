import type { ServerResponse } from 'node:http'
import { describeProblem } from '@obmen/contract'
import type { LiveEvent as PublishedEvent } from '@obmen/contract/rest'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../db/database.js'
import { LIVE_CHANNEL } from '../db/live-channel.js'
import { companiesIn, locationIn, type Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { type LiveEvent, readLiveEvent } from '../journal/live-event.js'
import { type AccessChange, readAccessChange } from '../people/access-change.js'
import type { Principal } from './principal.js'

/** The web app takes a stream that is silent for longer than two of these for dead. */
const HEARTBEAT_MS = 20_000
/** A client that leaves more than this unread is not reading at all. */
const MAX_UNSENT_BYTES = 64 * 1024

export interface LiveLimits {
  /** Streams that this server keeps open; those of one location may be half of them, rounded up. */
  atOnce: number
  /** Of one person, in all their browsers together, or of one token. */
  perCaller: number
}

export interface LiveStream {
  response: ServerResponse
  principal: Principal
  scope: Scope
  /**
   * Whether its owner may still see this part of the journal; checked when that may have changed, and
   * periodically.
   */
  mayContinue: () => Promise<boolean>
}

/** The open streams of live events: one connection to the database however many watch. */
export interface LiveStreams extends AsyncDisposable {
  /** Runs before anything of the answer is sent, so a failure can still be reported. */
  ready(): Promise<void>
  /**
   * Begins the answer, unless the client has left. The newest is refused, not the oldest closed: a browser
   * opens a closed stream again by itself, so tabs would close each other's streams for ever. @throws
   * AppError `too-many-requests`, `unavailable` before anything is sent
   */
  open(stream: LiveStream): void
}

interface OpenStream {
  scope: Scope
  principal: Principal
  send(event: LiveEvent): void
  accessChanged(change: AccessChange): void
  end(): void
}

export function liveStreams(
  db: Database,
  limits: LiveLimits,
  stopping: AbortSignal,
  log: FastifyBaseLogger,
): LiveStreams {
  const streams = new Set<OpenStream>()
  const endAll = (): void => {
    for (const stream of [...streams]) stream.end()
  }
  // One listener for all streams: Node.js would warn about the eleventh.
  stopping.addEventListener('abort', endAll)
  let listening: Promise<AsyncDisposable> | undefined
  const listen = (): Promise<AsyncDisposable> => {
    const heard = (payload: string): void => {
      const change = readAccessChange(payload)
      const event = change ? undefined : readLiveEvent(payload)
      for (const stream of streams) {
        if (change) stream.accessChanged(change)
        else if (event && event.locationId === locationIn(stream.scope)) void forward(event, stream)
      }
    }
    // A browser that connects anew refreshes what it shows: events were lost.
    listening ??= db.listen(LIVE_CHANNEL, heard, endAll).catch(error => {
      listening = undefined
      throw error
    })
    return listening
  }
  const companies = companiesOfIntegrations(db)
  /** Accountants get only events about their companies. */
  const forward = async (event: LiveEvent, stream: OpenStream): Promise<void> => {
    const seen = companiesIn(stream.scope)
    if (seen === null) return stream.send(event)
    const company = event.integrationId === null ? undefined : await companies(event.integrationId)
    if (company !== undefined && seen.includes(company)) stream.send(event)
  }
  return {
    async ready() {
      await listen()
    },
    open(stream) {
      // Who left meanwhile is told neither by an event nor by an error of writing.
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
  const location = locationIn(scope)
  let ofCaller = 0
  let ofLocation = 0
  for (const open of streams) {
    if (callerOf(open.principal) === callerOf(principal)) ofCaller++
    if (locationIn(open.scope) === location) ofLocation++
  }
  if (ofCaller >= perCaller)
    throw new AppError('too-many-requests', describeProblem('live-streams-of-caller', { limit: perCaller }))
  if (streams.size >= atOnce || ofLocation >= Math.ceil(atOnce / 2))
    throw new AppError('unavailable', describeProblem('live-streams-full'))
}

const callerOf = (principal: Principal): string =>
  principal.kind === 'person' ? principal.userId : principal.tokenId

function startStream(
  { response, principal, scope, mayContinue }: LiveStream,
  streams: Set<OpenStream>,
  log: FastifyBaseLogger,
): void {
  const check = (): void => {
    mayContinue().then(
      allowed => {
        if (!allowed) end()
      },
      // The database is down: the next heartbeat checks again.
      error => log.debug({ err: error }, 'live events: could not ask who may watch'),
    )
  }
  const write = (text: string): void => {
    if (response.writableLength > MAX_UNSENT_BYTES) response.destroy()
    else response.write(text)
  }
  const stream: OpenStream = {
    scope,
    principal,
    send(event) {
      const { kind, integrationId, sessionId } = event
      write(`data: ${JSON.stringify({ kind, integrationId, sessionId } satisfies PublishedEvent)}\n\n`)
    },
    accessChanged(change) {
      if (concerns(change, principal)) check()
    },
    end: () => end(),
  }
  const heartbeat = setInterval(() => {
    // An event, since scripts do not hear comments.
    write('event: heartbeat\ndata:\n\n')
    check()
  }, HEARTBEAT_MS)
  const end = (): void => {
    clearInterval(heartbeat)
    streams.delete(stream)
    response.end()
  }
  streams.add(stream)
  response.on('close', end)
  response.on('error', error => log.debug({ err: error }, 'live events: connection failed'))
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 3000\n\n')
  // Access may have been revoked before the stream was in the set.
  check()
}

/** The company of an integration, which never changes; undefined if it can't be determined now. */
function companiesOfIntegrations(db: Database): (integrationId: string) => Promise<string | undefined> {
  const known = new Map<string, string>()
  return async integrationId => {
    const found = known.get(integrationId)
    if (found !== undefined) return found
    const { rows } = await db
      .query<{ company: string }>('select company_id as company from integration where id = $1', [
        integrationId,
      ])
      .catch(() => ({ rows: [] }))
    const company = rows[0]?.company
    if (company !== undefined) known.set(integrationId, company)
    return company
  }
}

function concerns(change: AccessChange, principal: Principal): boolean {
  return 'userId' in change
    ? principal.kind === 'person' && principal.userId === change.userId
    : principal.kind === 'token' && principal.tokenId === change.tokenId
}
