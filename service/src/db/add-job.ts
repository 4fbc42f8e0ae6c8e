import type { Queryable } from './database.js'

/** All background jobs, by name, with what each is given. `jobs/` runs them. */
export interface JobPayloads {
  /** What an integration is owed, then its findings. `lockMs`: how long a step waits for its lock. */
  recalculate: { integrationKey: number; lockMs?: number }
  /** Findings of marked orders of a location. */
  'find-stale': { locationId: string }
  forget: { integrationKey: number }
  'bulk-action': { id: number }
  'close-catalogue': { integrationKey: number }
  /** Complete files of a 1C, in the order in which they came. */
  'read-orders-files': { integrationKey: number }
  'read-catalogue-files': { integrationKey: number }
  /** Reads over OData what a 1C has. */
  'read-1c': { integrationKey: number }
  /** Gives new events their place in the feed and finds their webhooks. */
  'publish-events': object
  /** Due attempts of a webhook; several may run side by side, one a `lane`. */
  deliver: { webhookKey: number; lane: number }
  /** Looks every few seconds for what time alone makes due, and for work without a job. */
  'find-work': object
  sweep: object
  /** Looks every few seconds for what is wrong. */
  'watch-alarms': object
  /** Mails the link, which is encrypted. */
  'mail-invitation': { invitationId: string; sealed: string }
  /** Tells people of alarms: what is due. */
  'send-alarms': object
  /** Taken by servers that have BACKUP_DIR. */
  'back-up': object
}

export type JobName = keyof JobPayloads

/** While a job of this name and payload waits, there is no second; after one that runs, another follows. */
export async function addJob<Name extends JobName>(
  tx: Queryable,
  name: Name,
  payload: JobPayloads[Name],
  inSeconds = 0,
): Promise<void> {
  await tx.query(
    `select from graphile_worker.add_job($1, $2::json, job_key => $3, flags => array[$1],
                                         run_at => now() + make_interval(secs => $4))`,
    [name, JSON.stringify(payload), jobKey(name, payload), inSeconds],
  )
}

/** These are how, not what. */
const NOT_IN_KEY = ['lockMs', 'sealed']
const jobKey = <Name extends JobName>(name: Name, payload: JobPayloads[Name]): string =>
  [
    name,
    ...Object.entries(payload).flatMap(([field, value]) => (NOT_IN_KEY.includes(field) ? [] : value)),
  ].join(' ')
