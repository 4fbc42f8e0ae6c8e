import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import type { BodyBounds } from './body-writer.js'
import { JournalBuffer } from './buffer.js'
import type { RecordedRequest } from './entry.js'
import { JournalRecord } from './record.js'

export interface JournalOptions {
  db: Database
  log: Logger
  bodyLimit: number
  dayLimit: number
  heldLimit: number
  onOutcome?: (integrationKey: number) => void
}

export interface Journal extends AsyncDisposable {
  record(request: RecordedRequest): JournalRecord
  settled(): Promise<void>
}

/** How often a server marks its running requests as alive; see sweepJournal. */
const HEARTBEAT_MS = 30_000
const WAIT_AT_STOP_MS = 5000

/** Opens the journal for recording. Disposing of it waits for what is still being written. */
export function openJournal(options: JournalOptions): Journal {
  const { db, log, bodyLimit, dayLimit, heldLimit, onOutcome = () => {} } = options
  const bounds: BodyBounds = { dayLimit, heldLimit, held: 0, reached: new Map() }
  const running = new Set<JournalRecord>()
  const buffer = new JournalBuffer({ db, log, onOutcome })
  let onIdle = (): void => {}
  const heartbeat = setInterval(() => {
    const ids = [...running].flatMap(record => record.id ?? [])
    if (ids.length === 0) return
    db.query(`update journal_entry set seen_at = now() where id = any($1)`, [ids]).catch(error =>
      log.warn({ err: error }, 'journal: the running requests could not be marked'),
    )
  }, HEARTBEAT_MS).unref()

  return {
    record(request) {
      const onFinished = (): void => {
        running.delete(record)
        if (running.size === 0) onIdle()
      }
      const record = new JournalRecord({ db, log, bodyLimit, bounds, buffer, request, onFinished })
      running.add(record)
      return record
    },
    settled: () => buffer.settled(),
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      if (running.size > 0) {
        const idle = new Promise<void>(resolve => {
          onIdle = resolve
        })
        await Promise.race([idle, delay(WAIT_AT_STOP_MS, undefined, { ref: false })])
      }
      await buffer.settled()
    },
  }
}
