import type { ServerResponse } from 'node:http'
import type { LiveEvent as PublishedEvent } from '@obmen/contract/rest'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../db/database.js'
import { LIVE_CHANNEL } from '../db/live-channel.js'
import { companiesIn, locationIn, type Scope } from '../db/scope.js'
import { type LiveEvent, readLiveEvent } from '../journal/live-event.js'
import { type AccessChange, readAccessChange } from '../people/users/access-change.js'
import type { Principal } from './principal.js'

const HEARTBEAT_MS = 20_000
/** A client with more than this unread is not listening. */
const MAX_UNSENT_BYTES = 64 * 1024

export interface LiveStream {
  response: ServerResponse
  principal: Principal
  scope: Scope
  /** Whether its owner may still see this part of the journal; checked when that may have changed, and periodically. */
  mayGoOn: () => Promise<boolean>
}

/** The open streams of live events: one connection to the database however many watch. */
export interface LiveStreams extends AsyncDisposable {
  /** Runs before anything of the answer is sent, so a failure can still be reported. */
  ready(): Promise<void>
  open(stream: LiveStream): void
}

interface OpenStream {
  scope: Scope
  send(event: LiveEvent): void
  accessChanged(change: AccessChange): void
}

export function liveStreams(db: Database, stopping: AbortSignal, log: FastifyBaseLogger): LiveStreams {
  const streams = new Set<OpenStream>()
  let listening: Promise<AsyncDisposable> | undefined
  const listen = (): Promise<AsyncDisposable> => {
    listening ??= db
      .listen(LIVE_CHANNEL, payload => {
        const change = readAccessChange(payload)
        const event = change ? undefined : readLiveEvent(payload)
        for (const stream of streams) {
          if (change) stream.accessChanged(change)
          else if (event && event.locationId === locationIn(stream.scope)) void pass(event, stream)
        }
      })
      .catch(error => {
        listening = undefined
        throw error
      })
    return listening
  }
  const companies = companiesOfIntegrations(db)
  /** Accountants get only events about their companies. */
  const pass = async (event: LiveEvent, stream: OpenStream): Promise<void> => {
    const seen = companiesIn(stream.scope)
    if (seen === null) return stream.send(event)
    const company = event.integrationId === null ? undefined : await companies(event.integrationId)
    if (company !== undefined && seen.includes(company)) stream.send(event)
  }
  return {
    async ready() {
      await listen()
    },
    open: stream => begin(stream, streams, stopping, log),
    async [Symbol.asyncDispose]() {
      if (listening) await (await listening)[Symbol.asyncDispose]()
    },
  }
}

function begin(
  { response, principal, scope, mayGoOn }: LiveStream,
  streams: Set<OpenStream>,
  stopping: AbortSignal,
  log: FastifyBaseLogger,
): void {
  const check = (): void => {
    mayGoOn().then(
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
    send(event) {
      const { kind, integrationId, sessionId } = event
      write(`data: ${JSON.stringify({ kind, integrationId, sessionId } satisfies PublishedEvent)}\n\n`)
    },
    accessChanged(change) {
      if (isOf(change, principal)) check()
    },
  }
  const heartbeat = setInterval(() => {
    write(': still here\n\n')
    check()
  }, HEARTBEAT_MS)
  const end = (): void => {
    clearInterval(heartbeat)
    streams.delete(stream)
    stopping.removeEventListener('abort', end)
    response.end()
  }
  streams.add(stream)
  stopping.addEventListener('abort', end)
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

function isOf(change: AccessChange, principal: Principal): boolean {
  return 'userId' in change
    ? principal.kind === 'person' && principal.userId === change.userId
    : principal.kind === 'token' && principal.tokenId === change.tokenId
}
