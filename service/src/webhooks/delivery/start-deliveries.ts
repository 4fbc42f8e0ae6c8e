import { EventEmitter, setMaxListeners } from 'node:events'
import {
  makeWorkerUtils,
  Logger as QueueLogger,
  type Runner,
  run,
  type Task,
  type Worker,
} from 'graphile-worker'
import type { Pool } from 'pg'
import type { Database } from '../../db/database.js'
import type { QueuePool } from '../../db/queue-pool.js'
import { EVENTS_CHANNEL } from '../../events/event.js'
import { sequenceEvents } from '../../events/sequence-events.js'
import type { Logger } from '../../log.js'
import { type Chain, type DeliveryRules, deliverChain } from './deliver-chain.js'
import { fanOut } from './fan-out.js'
import { countWaitingJobs, DELIVER_TASK, type QueueRules, queueDue } from './queue-due.js'
import { reportAlive, reportStopped } from './server-rows.js'

export interface DeliveryOptions {
  db: Database
  /** Used only by the queue. */
  queuePool: QueuePool
  log: Logger
  rules: DeliveryRules & QueueRules
  /** Attempts that this server makes at once. */
  atOnce: number
}

/** How often this server looks for due attempts and reports itself alive. */
const CHECK_MS = 3000
/** How often the library polls by itself; it is woken whenever there is something. */
const POLL_MS = 60_000

/**
 * Delivers events to webhooks, on any number of servers. Our own tables say what is due; graphile-worker runs it: one job per chain,
 * few of a webhook and of a location at once, each on one server, and on another if that one dies.
 */
export function startDeliveries({ db, queuePool, log, rules, atOnce }: DeliveryOptions): AsyncDisposable {
  const stopping = new AbortController()
  const { signal } = stopping
  // Each attempt listens; more than ten are no leak.
  setMaxListeners(0, signal)
  let queue: Queue | undefined

  let ended: string[] = []
  const deliver: Task = async (payload, { job }) => {
    await deliverChain(db, payload as Chain, rules, signal)
    ended.push(job.id)
    filler.again()
  }
  const deliverDue = async (): Promise<void> => {
    queue ??= await openQueue(queuePool.pool, log, atOnce, deliver, () => {
      queue = undefined
    })
    await reportAlive(db, queue.poolId)
    await sequenceEvents(db)
    while (await fanOut(db)) await queueDue(db, rules)
    await queueDue(db, rules)
    queue?.nudge(await countWaitingJobs(db, atOnce))
  }
  const oneByOne = (work: () => Promise<void>) =>
    oneAtATime(async () => {
      if (signal.aborted) return
      await work().catch(error => {
        if (!signal.aborted)
          log.warn({ reason: error?.message }, 'could not deliver to webhooks; it will be tried again')
      })
    })
  const runner = oneByOne(deliverDue)
  // Others take the places of jobs that have ended, which the library deletes a moment later.
  const filler = oneByOne(async () => {
    const places = ended
    ended = []
    await queueDue(db, rules, places)
  })
  const timer = setInterval(runner.again, CHECK_MS).unref()
  const listening = db.listen(EVENTS_CHANNEL, runner.again).catch(() => undefined)
  runner.again()

  const stopQueue = async (): Promise<void> => {
    if (!queue) return
    const { runner: library, poolId } = queue
    await library.stop()
    await reportStopped(db, poolId)
  }

  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopping.abort()
      await (await listening)?.[Symbol.asyncDispose]()
      // A running delivery may be waiting for a connection of the queue's pool.
      await queuePool.stop(Promise.all([runner.done(), filler.done()]).then(stopQueue))
    },
  }
}

interface Queue {
  runner: Runner
  /** The name under which the library locks jobs. */
  poolId: string
  /** Wakes so many idle workers to look for a job: one that a dead server had comes without a notification. */
  nudge(count: number): void
}

async function openQueue(
  pgPool: Pool,
  log: Logger,
  concurrency: number,
  deliver: Task,
  ended: () => void,
): Promise<Queue> {
  await forgetLeftJobs(pgPool)
  const events = new EventEmitter()
  let poolId = ''
  const workers = new Set<Worker>()
  events.on('worker:create', ({ worker }: { worker: Worker }) => workers.add(worker))
  for (const gone of ['worker:release', 'worker:stop'])
    events.on(gone, ({ worker }: { worker: Worker }) => workers.delete(worker))
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    poolId = workerPool.id
  })
  const runner = await run({
    ...{ pgPool, concurrency, events, pollInterval: POLL_MS, noHandleSignals: true },
    taskList: { [DELIVER_TASK]: deliver },
    // The library's own messages are for debugging it; failures are logged by us.
    logger: new QueueLogger(() => (level, message) => log.debug({ level }, `queue: ${message}`)),
  })
  runner.promise.catch(() => undefined).finally(ended)
  return {
    runner,
    poolId,
    nudge(count) {
      for (const worker of workers) if (count > 0 && worker.nudge()) count--
    },
  }
}

/**
 * Deletes what nothing else does: jobs that failed for good, the names of queues, and the jobs in these, which earlier versions filled
 * without a limit. What of it is still due is queued again.
 */
async function forgetLeftJobs(pgPool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool })
  try {
    await utils.migrate()
    await pgPool.query(
      `select count(*) from graphile_worker.complete_jobs(array(
         select id from graphile_worker.jobs where queue_name is not null and locked_at is null))`,
    )
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES', 'DELETE_PERMAFAILED_JOBS'] })
  } finally {
    await utils.release()
  }
}

/** If called while it runs, it runs once more afterwards. */
function oneAtATime(work: () => Promise<void>): { again: () => void; done: () => Promise<void> } {
  let running: Promise<void> | undefined
  let asked = false
  const go = async (): Promise<void> => {
    while (asked) {
      asked = false
      await work()
    }
    running = undefined
  }
  return {
    again() {
      asked = true
      running ??= go()
    },
    done: async () => running,
  }
}
