import { sweepChanges } from '../accounting/sweep-changes.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { sweepEvents } from '../events/sweep-events.js'
import { sweepJournal } from '../journal/sweep-journal.js'
import type { Logger } from '../log.js'
import { sweepRevisions } from '../orders/history/sweep-revisions.js'
import { sweepItemNames } from '../orders/warnings/sweep-item-names.js'
import { sweepBatches } from '../outbox/batches/sweep-batches.js'
import { sweepDrafts } from '../outbox/payments/sweep-drafts.js'
import { sweepPeople } from '../people/sweep-people.js'
import { sweepRequests } from '../requests/keep-requests.js'
import { sweepUploads } from '../uploads/sweep-uploads.js'
import { sweepAttempts } from '../webhooks/attempts/sweep-attempts.js'

const EVERY_MS = 10 * 60_000

/** Periodically removes what has expired. Any number of servers may do it: running a sweep twice does no harm. */
export function startSweeps({
  config,
  db,
  log,
}: {
  config: Config
  db: Database
  log: Logger
}): AsyncDisposable {
  const sweep = async (): Promise<void> => {
    try {
      const sessionIdleSeconds = config.exchangeSessionHours * 3600
      const rows = await sweepJournal(db, { keepDays: config.journalKeepDays, sessionIdleSeconds })
      if (rows > 0) log.info({ rows }, 'the journal was swept')
      await sweepRequests(db, config.intakeKeepDays, new Date())
      await sweepBatches(db, sessionIdleSeconds)
      await sweepRevisions(db, config.orderRevisionsKeep)
      const names = await sweepItemNames(db, config.itemNamesKeepDays)
      if (names > 0) log.info({ rows: names }, 'names of lines were forgotten')
      await sweepAttempts(db, config.webhookAttemptsKeepDays)
      await sweepEvents(db, config.eventsKeepDays)
      await sweepUploads(db, config.uploadsKeepDays)
      await sweepChanges(db, config.accountingChangesKeepDays)
      await sweepDrafts(db)
      await sweepPeople(db, config.signInLockMinutes, new Date())
    } catch (error) {
      log.warn({ err: error }, 'sweeping failed; it will be tried again')
    }
  }
  let running = sweep()
  const timer = setInterval(() => {
    running = running.then(sweep)
  }, EVERY_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}
