import { hasDueNotices } from '../alarms/send-notices.js'
import { listFinishedImports } from '../catalogue/apply/close-import.js'
import { noteFailedFile } from '../catalogue/apply/import.js'
import { addJob, type JobName } from '../db/add-job.js'
import type { Database } from '../db/database.js'
import { listStaleLocations } from '../findings/recalculate.js'
import { endSilentToday } from '../journal/sweep-journal.js'
import { abandonOrphans } from '../outbox/batches/end-batches.js'
import { DUE_READINGS } from '../reading/run/claim-reading.js'
import { completeQuiet } from '../uploads/receive/open-part.js'
import type { UploadType } from '../uploads/upload.js'
import type { Job, JobHelpers } from './job.js'

const EVERY_SECONDS = 5

const unread = (type: UploadType): string => `
  select json_build_object('integrationKey', integration_key) from upload
   where state = 'complete' and type = '${type}' group by integration_key`

/**
 * Pending work, as payloads. Whoever causes it adds its job, but a database that was copied, or whose queue
 * was emptied, has none.
 */
const PENDING: Partial<Record<JobName, string>> = {
  recalculate: `
    select json_build_object('integrationKey', integration_key) from integration_recalculation
     union all select json_build_object('integrationKey', integration_key) from finding_recalculation`,
  forget: `select json_build_object('integrationKey', key) from removed_integration where forgetting`,
  'read-orders-files': unread('sale'),
  'read-catalogue-files': unread('catalog'),
  'read-1c': DUE_READINGS,
  'bulk-action': `select json_build_object('id', id) from bulk_action where state = 'running'`,
}

/** Looks for what time alone makes due, and for work without a job. Adds itself again. */
export const findWork: Job<'find-work'> = {
  name: 'find-work',
  atOnce: 1,
  async run(_payload, helpers) {
    const { db, log, signal } = helpers
    for (const look of LOOKS) {
      if (signal.aborted) break
      await look(helpers).catch(error => {
        if (!signal.aborted) log.warn({ err: error }, 'could not look for background work')
      })
    }
    await addJob(db, 'find-work', {}, EVERY_SECONDS)
  },
}

const LOOKS: readonly ((helpers: JobHelpers) => Promise<void>)[] = [
  ({ db }) => addMissingJobs(db),
  async ({ db }) => {
    for (const locationId of await listStaleLocations(db)) await addJob(db, 'find-stale', { locationId })
  },
  ({ db, config, log }) =>
    completeQuiet(db, config.uploadQuietMinutes, integrationKey =>
      noteFailedFile(async () => ({ db, integrationKey }), log),
    ),
  closeFinishedCatalogues,
  ({ db }) => addJob(db, 'publish-events', {}),
  async ({ db }) => {
    if (await hasDueNotices(db)) await addJob(db, 'send-alarms', {})
  },
  ({ db }) => abandonOrphans(db),
  ({ db }) => endSilentToday(db),
  ({ db }) => mergeSearchWords(db),
]

/**
 * Adds jobs for work that has none, or one that was given up. One that waits after a failure is left alone.
 */
async function addMissingJobs(db: Database): Promise<void> {
  for (const [name, pending] of Object.entries(PENDING)) {
    const { rows } = await db.query<{ payload: never }>(
      `select payload from (${pending}) p(payload)
        where not exists (select from graphile_worker.jobs j
                           where j.attempts < j.max_attempts
                             and j.key = $1 || ' ' || (select string_agg(value, ' ')
                                                         from json_each_text(p.payload)))`,
      [name],
    )
    for (const { payload } of rows) await addJob(db, name as JobName, payload)
  }
}

async function closeFinishedCatalogues({ db }: JobHelpers): Promise<void> {
  for (const { key } of await listFinishedImports(db))
    await addJob(db, 'close-catalogue', { integrationKey: key })
}

/**
 * Merges the pending list of the search index of orders (PostgreSQL, "GIN Fast Update Technique"), so that
 * puts don't have to and searches don't scan a long one.
 */
async function mergeSearchWords(db: Database): Promise<void> {
  await db.query("select gin_clean_pending_list('sale_order_search')")
}
