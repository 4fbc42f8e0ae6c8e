import { EventEmitter } from 'node:events'
import { parseCronItems, Logger as QueueLogger, type Runner, run, type Task } from 'graphile-worker'
import type { Pool } from 'pg'
import { noteAbsence } from '../alarms/absence.js'
import { addDueBackup, backUp } from '../backup/schedule.js'
import { sendingPausedAt } from '../backup/sending.js'
import { addJob, type JobName } from '../db/add-job.js'
import type { QueuePool } from '../db/queue-pool.js'
import { EVENTS_CHANNEL } from '../events/event.js'
import { deliver } from './deliver.js'
import { findWork } from './find-work.js'
import { BEAT_SECONDS, Heartbeat } from './heartbeat.js'
import type { Job, JobDeps } from './job.js'
import { mailInvitation } from './mail-invitation.js'
import { publishEvents } from './publish-events.js'
import { read1c } from './read-1c.js'
import { readCatalogueFiles, readOrdersFiles } from './read-files.js'
import { recalculate } from './recalculate.js'
import { sendAlarms } from './send-alarms.js'
import { bulkAction, closeCatalogue, findStale, forget } from './step-jobs.js'
import { sweep } from './sweep.js'
import { watchForAlarms } from './watch-alarms.js'

/** Only where the folder is. */
const takeBackups: Job<'back-up'> = {
  name: 'back-up',
  atOnce: 1,
  isOurs: ({ backupDir }) => backupDir !== undefined,
  run: (_payload, helpers) => backUp(helpers),
}

const JOBS = [
  recalculate,
  findStale,
  forget,
  bulkAction,
  closeCatalogue,
  readOrdersFiles,
  readCatalogueFiles,
  read1c,
  publishEvents,
  deliver,
  mailInvitation,
  sendAlarms,
  findWork,
  sweep,
  watchForAlarms,
  takeBackups,
] as Job[]

/** Jobs of one server at once: no more than the limits of all kinds together. */
const AT_ONCE = 40
/** How often each of them looks for jobs whose time has come; new ones wake them. */
const POLL_MS = 4000

interface RunningQueue {
  runner: Runner
  poolId: string
}

/** Runs background work on this server. Any number of servers share it, each job is done by one of them. */
export function runJobs(queuePool: QueuePool, deps: JobDeps, jobs: readonly Job[] = JOBS): AsyncDisposable {
  const { db, log } = deps
  const stopping = new AbortController()
  const heartbeat = new Heartbeat(db)
  let sendingPaused = false
  const tasks = tasksOf(jobs, deps, stopping.signal, () => sendingPaused)
  let queue: RunningQueue | undefined

  const beat = async (): Promise<void> => {
    try {
      await noteAbsence(db, await heartbeat.lastSign(!queue))
      sendingPaused = (await sendingPausedAt(db)) !== null
      if (!queue) {
        queue = await startQueue(queuePool.pool, deps, tasks, () => {
          queue = undefined
        })
        await addJob(db, 'find-work', {})
        await addJob(db, 'watch-alarms', {})
      }
      await heartbeat.beat(queue.poolId)
      await addDueBackup(db, deps.config)
    } catch (error) {
      if (!stopping.signal.aborted)
        log.warn(
          { reason: (error as Error).message },
          'could not run background work; it will be tried again',
        )
    }
  }
  let beating = beat()
  const timer = setInterval(() => {
    beating = beating.then(() => (stopping.signal.aborted ? undefined : beat()))
  }, BEAT_SECONDS * 1000).unref()

  // Events are published by NOTIFY: for a job added by one transaction, the next one would have to wait.
  let publishing: Promise<void> | undefined
  let again = false
  const publish = (): void => {
    again = publishing !== undefined
    publishing ??= addJob(db, 'publish-events', {})
      .catch(() => undefined)
      .finally(() => {
        publishing = undefined
        if (again) publish()
      })
  }
  const listening = db.listen(EVENTS_CHANNEL, publish).catch(() => undefined)

  const stop = async (): Promise<void> => {
    await (await listening)?.[Symbol.asyncDispose]()
    await publishing
    await beating
    if (!queue) return
    const { runner, poolId } = queue
    await runner.stop()
    await heartbeat.stop(poolId)
  }
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopping.abort()
      await queuePool.stop(stop())
    },
  }
}

interface Tasks {
  list: Record<string, Task>
  /** Names of the jobs that this server takes no more of now: each job has its name as a flag. */
  closed: () => string[]
}

function tasksOf(
  jobs: readonly Job[],
  deps: JobDeps,
  signal: AbortSignal,
  isSendingPaused: () => boolean,
): Tasks {
  const running = new Map<JobName, number>()
  const count = (name: JobName, change: 1 | -1): void =>
    void running.set(name, (running.get(name) ?? 0) + change)
  const taskOf =
    ({ name, run, atOnce = Number.POSITIVE_INFINITY }: Job): Task =>
    async (payload, { job }) => {
      count(name, 1)
      try {
        // Idle workers all fetch jobs at the same moment, before one of these is counted.
        if (running.get(name)! > atOnce) return await addJob(deps.db, name, payload as never, 1)
        await run(payload as never, { ...deps, signal, jobId: Number(job.id) })
      } catch (error) {
        if (!signal.aborted)
          deps.log.warn({ err: error, job: name }, 'background work failed; it will be repeated')
        throw error
      } finally {
        count(name, -1)
      }
    }
  return {
    list: Object.fromEntries(jobs.map(job => [job.name, taskOf(job)])),
    closed: () =>
      jobs
        .filter(
          ({ name, atOnce = Number.POSITIVE_INFINITY, isOurs, sends }) =>
            (running.get(name) ?? 0) >= atOnce ||
            isOurs?.(deps.config) === false ||
            (sends && isSendingPaused()),
        )
        .map(({ name }) => name),
  }
}

async function startQueue(
  pgPool: Pool,
  { log }: JobDeps,
  { list, closed }: Tasks,
  ended: () => void,
): Promise<RunningQueue> {
  const events = new EventEmitter()
  let poolId = ''
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    poolId = workerPool.id
  })
  // The library's own messages are for debugging it; failures are logged by us.
  const logger = new QueueLogger(() => (level, message) => log.debug({ level }, `queue: ${message}`))
  const runner = await run({
    pgPool,
    concurrency: AT_ONCE,
    events,
    logger,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: list,
    forbiddenFlags: closed,
    parsedCronItems: parseCronItems(
      JOBS.flatMap(({ name, cron }) =>
        cron === undefined ? [] : [{ task: name, match: cron, identifier: name, options: { jobKey: name } }],
      ),
    ),
  })
  runner.promise.catch(() => undefined).finally(ended)
  return { runner, poolId }
}
