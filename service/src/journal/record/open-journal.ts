import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Queryable } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { openBodyBounds } from './body-writer.js'
import { bufferCalls } from './buffer-calls.js'
import { countRepeats } from './count-repeats.js'
import type { RecordedIntegration } from './known-entry.js'
import { JournalRecord, type RecordedRequest } from './record.js'

export interface JournalOptions {
  db: Database
  /** The connections of an integration, for what waits for the lock of a session or of a day's counter; without it those of all. */
  ownOf?: (integration: RecordedIntegration) => Queryable
  log: Logger
  /** Bytes of each body that are stored; 0: none. */
  bodyLimit: number
  /** Stored bytes of bodies of one integration and day. */
  dayLimit: number
  /** Bytes of requests that wait to be written, of one location half of them. */
  heldLimit: number
  /** Called when an integration's call ended that was not stored in brief. */
  onOutcome?: (integrationKey: number) => void
}

export interface Journal extends AsyncDisposable {
  /** Begins the record of one request. */
  record(request: RecordedRequest): JournalRecord
  /** Resolves when all finished records are written. */
  settled(): Promise<void>
}

/** How often a server marks its running requests as alive; see sweepJournal. */
const HEARTBEAT_MS = 30_000

/** How long a stop waits for what is still being written. */
const WAIT_AT_STOP_MS = 5000

/** How long the end of a request waits for earlier requests of its session. */
const WAIT_FOR_EARLIER_MS = 10_000

/** Opens the journal for recording. Disposing of it waits for what is still being written. */
export function openJournal(options: JournalOptions): Journal {
  const { db, log, bodyLimit, ownOf = () => db, onOutcome = () => {} } = options
  const bounds = openBodyBounds(options)
  const running = new Set<JournalRecord>()
  const bySession = new Map<number, Set<JournalRecord>>()
  let lastNumber = 0
  const buffer = bufferCalls(db, log)
  let onIdle = (): void => {}
  const settled = async (): Promise<void> => {
    const finished = [...running].filter(record => record.finished)
    await Promise.all(finished.map(record => record.written()))
    await buffer.settled()
  }
  const earlierEnded = (record: JournalRecord): Promise<void> | undefined => {
    const own = record.sessionId === undefined ? undefined : bySession.get(record.sessionId)
    if (own === undefined || (own.size === 1 && own.has(record))) return undefined
    const before = [...own].filter(other => other.number < record.number)
    if (before.length === 0) return undefined
    const ended = Promise.all(before.map(other => other.ended)).then(() => undefined)
    return Promise.race([ended, delay(WAIT_FOR_EARLIER_MS, undefined, { ref: false })])
  }
  const forget = (record: JournalRecord): void => {
    const { sessionId } = record
    const own = sessionId === undefined ? undefined : bySession.get(sessionId)
    if (own?.delete(record) && own.size === 0) bySession.delete(sessionId!)
  }
  const repeats = countRepeats(db, log)
  const heartbeat = setInterval(() => {
    const ids = [...running].flatMap(record => record.id ?? [])
    if (ids.length === 0) return
    db.query(`update journal_entry set seen_at = now() where id = any($1)`, [ids]).catch(error =>
      log.warn({ err: error }, 'journal: could not note the running requests'),
    )
  }, HEARTBEAT_MS).unref()

  return {
    record(request) {
      const onSession = (id: number): void => {
        const own = bySession.get(id)
        if (own) own.add(record)
        else bySession.set(id, new Set([record]))
      }
      const onWritten = (): void => {
        running.delete(record)
        forget(record)
        if (running.size === 0) onIdle()
      }
      const onRepeated = repeats.add
      const record = new JournalRecord({
        db,
        entryDb: ({ integration }) => (integration ? ownOf(integration) : db),
        log,
        bodyLimit,
        bounds,
        buffer,
        request,
        number: ++lastNumber,
        earlierEnded,
        onSession,
        onRepeated,
        onWritten,
        onOutcome,
      })
      running.add(record)
      return record
    },
    settled,
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      await using _ = repeats
      // Requests that end during the wait are written, too.
      await using _calls = buffer
      if (running.size === 0) return
      const idle = new Promise<void>(resolve => {
        onIdle = resolve
      })
      await Promise.race([idle, delay(WAIT_AT_STOP_MS, undefined, { ref: false })])
    },
  }
}
