import { sweepChanges, sweepUnknown } from '../accounting/sweep-accounting.js'
import { sweepAlarms } from '../alarms/list-alarms.js'
import { sweepBulkActions } from '../bulk-actions/bulk-actions.js'
import { sweepCatalogue, sweepReferences, sweepRemovedCatalogues } from '../catalogue/sweep-catalogue.js'
import type { Config } from '../config.js'
import { databaseTime } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { sweepEvents } from '../events/list-events.js'
import { sweepJournal } from '../journal/sweep-journal.js'
import { sweepRevisions } from '../orders/history/sweep-revisions.js'
import { sweepBuyerKeys, sweepItemNames } from '../orders/warnings/sweep-known.js'
import { sweepBatches } from '../outbox/batches/end-batches.js'
import { sweepDrafts } from '../outbox/payments/payment-export.js'
import { sweepPeople } from '../people/sign-in/sessions.js'
import { sweepRemovedReadings } from '../reading/forget-readings.js'
import { sweepAnswers } from '../requests/kept-answers.js'
import { sweepRequests } from '../requests/sweep-requests.js'
import { sweepTasks } from '../tasks/write-tasks.js'
import { sweepUploads } from '../uploads/delete-uploads.js'
import { sweepAttempts } from '../webhooks/attempts/sweep-attempts.js'
import type { Job } from './job.js'

function sweepsOf(config: Config, db: Database): Record<string, () => Promise<unknown>> {
  const sessionIdleSeconds = config.exchangeSessionHours * 3600
  return {
    journal: async () => {
      const { journalKeepDays: keepDays, journalBytes: maxBytes } = config
      return sweepJournal(db, { keepDays, maxBytes, sessionIdleSeconds }, await databaseTime(db))
    },
    requests: async () => sweepRequests(db, config.intakeKeepDays, await databaseTime(db)),
    'kept answers': () => sweepAnswers(db),
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
    'readings of removed integrations': () => sweepRemovedReadings(db),
    'changes of 1C': () => sweepChanges(db, config.accountingChangesKeepDays),
    'documents without an order': () => sweepUnknown(db, config.unknownDocumentsKeepDays),
    'bulk actions': () => sweepBulkActions(db, config.journalKeepDays),
    tasks: () => sweepTasks(db, config.tasksKeepDays),
    drafts: () => sweepDrafts(db),
    alarms: () => sweepAlarms(db),
    'jobs given up': () => sweepJobs(db),
    people: async () => sweepPeople(db, config.signInLockMinutes, await databaseTime(db)),
  }
}

export const sweep: Job<'sweep'> = {
  name: 'sweep',
  cron: '*/10 * * * *',
  async run(_payload, { config, db, log, signal }) {
    // A statement may wait for a lock longer than a server may take to stop.
    for (const [what, run] of Object.entries(sweepsOf(config, db.until(signal))))
      try {
        if (signal.aborted) return
        const rows = await run()
        if (typeof rows === 'number' && rows > 0) log.info({ what, rows }, 'swept')
      } catch (error) {
        if (signal.aborted) return
        // One that fails again and again must not keep the others from their work.
        log.warn({ err: error, what }, 'sweeping failed; it will be tried again')
      }
  },
}

/** The queue keeps jobs that it replaced by another one of their key while they ran, and that then failed. */
async function sweepJobs(db: Database): Promise<number> {
  const { rowCount } = await db.query(
    `select from graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs
        where key is null and locked_at is null and attempts >= max_attempts limit 1000))`,
  )
  return rowCount
}
