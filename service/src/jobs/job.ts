import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../config.js'
import type { JobName, JobPayloads } from '../db/add-job.js'
import type { Database, Queryable } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import type { Logger } from '../log.js'

/** What all jobs of a server work with. */
export interface JobDeps {
  config: Config
  db: Database
  log: Logger
  version: string
  secrets: Secrets
  /** PUBLIC_URL, or where the server listens; without a slash at the end. */
  publicUrl: () => string
}

export interface JobHelpers extends JobDeps {
  /** Identifies the job in graphile_worker.jobs, where it is locked for as long as it runs. */
  jobId: number
  signal: AbortSignal
}

/** A kind of background work. A job that throws is repeated later. */
export interface Job<Name extends JobName = JobName> {
  name: Name
  /** When it is added by itself, as in crontab. */
  cron?: string
  /** How many of its kind one server runs at once. */
  atOnce?: number
  /** Whether this server takes any; absent: all servers do. */
  isOurs?(config: Config): boolean
  /** It waits while sending is paused (backup/sending.ts). */
  sends?: true
  run(payload: JobPayloads[Name], helpers: JobHelpers): Promise<void>
}

export async function countJobs(db: Queryable): Promise<{ waiting: number; failed: number }> {
  const { rows } = await db.query<{ waiting: number; failed: number }>(
    `select (count(*) filter (where run_at <= now() and locked_at is null))::int as waiting,
            (count(*) filter (where last_error is not null))::int as failed
       from graphile_worker.jobs`,
  )
  return rows[0]!
}

/** How long a job works before others get its place. */
const WORK_MS = 500
const MAX_REST_MS = 500

/**
 * Performs steps for a while, resting after each as long as it took, so that others get the database and the
 * companies' locks. False if nothing is left to do.
 */
export async function performSteps(step: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + WORK_MS
  for (;;) {
    const started = performance.now()
    if (!(await step())) return false
    if (signal.aborted || performance.now() >= end) return true
    await delay(Math.min(performance.now() - started, MAX_REST_MS), undefined, { signal }).catch(
      () => undefined,
    )
  }
}
