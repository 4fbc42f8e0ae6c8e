import { EventEmitter } from 'node:events'
import { Logger as QueueLogger, type Runner, run, type Worker } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Database } from '../../db/database.js'
import type { QueuePool } from '../../db/queue-pool.js'
import { EVENTS_CHANNEL } from '../../events/event.js'
import { sequenceEvents } from '../../events/sequence-events.js'
import type { Logger } from '../../log.js'
import { type Chain, type DeliveryRules, deliverChain } from './deliver-chain.js'
import { fanOut } from './fan-out.js'
import { countWaitingJobs, DELIVER_TASK, type QueueRules, queueDue } from './queue-due.js'
import { reportAlive } from './server-rows.js'

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
 * few chains per webhook at once, each on one server, and on another if that one dies.
 */
export function startDeliveries({ db, queuePool, log, rules, atOnce }: DeliveryOptions): AsyncDisposable {
  const stopping = new AbortController()
  const { signal } = stopping
  let queue: Queue | undefined

  const deliver = async (payload: unknown): Promise<void> => {
    const chain = payload as Chain
    if (await deliverChain(db, chain, rules, signal)) await queueDue(db, rules)
  }
  const deliverDue = async (): Promise<void> => {
    queue ??= await openQueue(queuePool.pool, log, atOnce, deliver, () => {
      queue = undefined
    })
    await reportAlive(db, queue.poolId)
    await sequenceEvents(db)
    await fanOut(db)
    await queueDue(db, rules)
    queue?.nudge(await countWaitingJobs(db, atOnce))
  }
  const runner = oneAtATime(async () => {
    if (signal.aborted) return
    await deliverDue().catch(error => {
      if (!signal.aborted)
        log.warn({ reason: error?.message }, 'could not deliver to webhooks; it will be tried again')
    })
  })
  const timer = setInterval(runner.again, CHECK_MS).unref()
  const listening = db.listen(EVENTS_CHANNEL, runner.again).catch(() => undefined)
  runner.again()

  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopping.abort()
      await (await listening)?.[Symbol.asyncDispose]()
      // A running delivery may be waiting for a connection of the queue's pool.
      await queuePool.stop(runner.done().then(() => queue?.runner.stop()))
    },
  }
}

interface Queue {
  runner: Runner
  /** The name under which the library locks jobs. */
  poolId: string
  /**
   * Wakes so many idle workers to look for a job: one of a named queue that was locked at that moment is skipped without a
   * notification.
   */
  nudge(count: number): void
}

async function openQueue(
  pgPool: Pool,
  log: Logger,
  concurrency: number,
  deliver: (payload: unknown) => Promise<void>,
  ended: () => void,
): Promise<Queue> {
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
