import type { Database } from '../db/database.js'
import type { Logger } from '../log.js'
import { JournalRecord, type RecordedRequest } from './record.js'

export interface JournalOptions {
  db: Database
  log: Logger
  /** Bytes of each body that are kept; 0 = none. */
  bodyLimit: number
}

export interface Journal extends AsyncDisposable {
  /** Begins the record of one request. */
  record(request: RecordedRequest): JournalRecord
  /** Resolves when all records that have finished are written. */
  settled(): Promise<void>
}

/** How often a server says of its running requests that it still works on them; see sweepJournal. */
const HEARTBEAT_MS = 30_000

/** The journal's writing end. Disposing of it waits for what is still being written. */
export function openJournal({ db, log, bodyLimit }: JournalOptions): Journal {
  const running = new Set<JournalRecord>()
  const settled = async (): Promise<void> => {
    await Promise.all([...running].filter(record => record.finished).map(record => record.written()))
  }
  const heartbeat = setInterval(() => {
    const ids = [...running].flatMap(record => record.id ?? [])
    if (ids.length === 0) return
    db.query(`update journal_entry set seen_at = now() where id = any($1)`, [ids]).catch(error =>
      log.warn({ err: error }, 'journal: could not note the running requests'),
    )
  }, HEARTBEAT_MS).unref()

  return {
    record(request) {
      const record = new JournalRecord({
        db,
        log,
        bodyLimit,
        request,
        onWritten: () => running.delete(record),
      })
      running.add(record)
      return record
    },
    settled,
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      await settled()
    },
  }
}
