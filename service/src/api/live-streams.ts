import type { ServerResponse } from 'node:http'
import type { LiveEvent as PublishedEvent } from '@obmen/contract/rest'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../db/database.js'
import { LIVE_CHANNEL } from '../db/live-channel.js'
import { type LiveEvent, readLiveEvent } from '../journal/live-event.js'
import { type AccessChange, readAccessChange } from '../people/users/access-change.js'
import type { Principal } from './principal.js'

const HEARTBEAT_MS = 20_000
/** A client with more than this unread is not listening. */
const MAX_UNSENT_BYTES = 64 * 1024

export interface LiveStream {
  response: ServerResponse
  principal: Principal
  locationId: string
  /** Whether its owner may still see this location's journal; checked when that may have changed, and periodically. */
  mayGoOn: () => Promise<boolean>
}

/** The open streams of live events: one connection to the database however many watch. */
export interface LiveStreams extends AsyncDisposable {
  /** Runs before anything of the answer is sent, so a failure can still be reported. */
  ready(): Promise<void>
  open(stream: LiveStream): void
}

interface OpenStream {
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
          else if (event) stream.send(event)
        }
      })
      .catch(error => {
        listening = undefined
        throw error
      })
    return listening
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
  { response, principal, locationId, mayGoOn }: LiveStream,
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
    send(event) {
      if (event.locationId !== locationId) return
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

function isOf(change: AccessChange, principal: Principal): boolean {
  return 'userId' in change
    ? principal.kind === 'person' && principal.userId === change.userId
    : principal.kind === 'token' && principal.tokenId === change.tokenId
}
