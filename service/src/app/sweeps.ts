import { sweepChanges, sweepUnknown } from '../accounting/sweep-accounting.js'
import { sweepBulkActions } from '../bulk-actions/list-bulk-actions.js'
import { sweepCatalogue, sweepReferences, sweepRemovedCatalogues } from '../catalogue/sweep-catalogue.js'
import type { Config } from '../config.js'
import { databaseTime } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { sweepEvents } from '../events/sweep-events.js'
import { sweepJournal } from '../journal/sweep-journal.js'
import type { Logger } from '../log.js'
import { sweepRevisions } from '../orders/history/sweep-revisions.js'
import { sweepBuyerKeys, sweepItemNames } from '../orders/warnings/sweep-known.js'
import { sweepBatches } from '../outbox/batches/end-batches.js'
import { sweepDrafts } from '../outbox/payments/payment-export.js'
import { sweepPeople } from '../people/sign-in/sessions.js'
import { sweepRequests } from '../requests/sweep-requests.js'
import { sweepTasks } from '../tasks/sweep-tasks.js'
import { sweepUploads } from '../uploads/sweep-uploads.js'
import { sweepAttempts } from '../webhooks/attempts/sweep-attempts.js'

const EVERY_MS = 10 * 60_000

/** Periodically removes what has expired. Any number of servers may do it: running a sweep twice does no harm. */
export function startSweeps({
  config,
  db: pool,
  log,
}: {
  config: Config
  db: Database
  log: Logger
}): AsyncDisposable {
  const stopping = new AbortController()
  // A statement may wait for a lock longer than a server may take to stop.
  const db = pool.until(stopping.signal)
  const sessionIdleSeconds = config.exchangeSessionHours * 3600
  const sweeps: Record<string, () => Promise<unknown>> = {
    journal: async () =>
      sweepJournal(db, { keepDays: config.journalKeepDays, sessionIdleSeconds }, await databaseTime(db)),
    requests: async () => sweepRequests(db, config.intakeKeepDays, await databaseTime(db)),
    batches: () => sweepBatches(db, sessionIdleSeconds),
    revisions: () => sweepRevisions(db, config.orderRevisionsKeep),
    'names of lines': () => sweepItemNames(db, config.itemNamesKeepDays),
    buyers: () => sweepBuyerKeys(db, config.buyersKeepDays),
    attempts: () => sweepAttempts(db, config.webhookAttemptsKeepDays),
    events: () => sweepEvents(db, config.eventsKeepDays),
    uploads: () => sweepUploads(db, config.uploadsKeepDays),
    catalogues: () => sweepCatalogue(db, config.catalogueKeepDays),
    'groups of catalogues': () => sweepReferences(db, config.catalogueKeepDays),
    'catalogues of removed integrations': () => sweepRemovedCatalogues(db),
    'changes of 1C': () => sweepChanges(db, config.accountingChangesKeepDays),
    'documents without an order': () => sweepUnknown(db, config.unknownDocumentsKeepDays),
    'bulk actions': () => sweepBulkActions(db, config.journalKeepDays),
    tasks: () => sweepTasks(db, config.tasksKeepDays),
    drafts: () => sweepDrafts(db),
    people: async () => sweepPeople(db, config.signInLockMinutes, await databaseTime(db)),
  }
  const sweep = async (): Promise<void> => {
    for (const [what, run] of Object.entries(sweeps))
      try {
        if (stopping.signal.aborted) return
        const rows = await run()
        if (typeof rows === 'number' && rows > 0) log.info({ what, rows }, 'swept')
      } catch (error) {
        if (stopping.signal.aborted) return
        // One that fails again and again must not keep the others from their work.
        log.warn({ err: error, what }, 'sweeping failed; it will be tried again')
      }
  }
  let running = sweep()
  const timer = setInterval(() => {
    running = running.then(sweep)
  }, EVERY_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
