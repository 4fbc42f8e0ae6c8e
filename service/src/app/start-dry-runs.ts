import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { DryRun } from '@obmen/contract/rest'
import { databaseLimits } from '../config/limits.js'
import type { Config } from '../config.js'
import { AppError } from '../errors/app-error.js'
import type { Integration } from '../integrations/integration.js'
import type { Logger } from '../log.js'
import { WorkerOutOfMemory } from '../workers/open-thread.js'
import { startWorkers, WorkersBusy } from '../workers/start-workers.js'
import type { DryRunTask } from './dry-run.worker.js'

export interface DryRuns extends AsyncDisposable {
  /** Simulates the integration's 1C over the first orders of its next package, as many as fit; marks nothing. */
  run(integration: Integration, limit: number, gone: AbortSignal): Promise<DryRun>
}

/** Most dry runs of one location, running and queued, so that others get a place in the queue. */
const MAX_PER_LOCATION = 2
const RETRY_AFTER_SECONDS = 15
/** Real exchanges come first. */
const NICENESS = 10

/** Dry runs have threads of their own: each reads orders, plays both sides of an exchange and loads the result. */
export function startDryRuns(config: Config, databaseUrl: string, log: Logger): DryRuns {
  const workers = startWorkers<DryRunTask, DryRun>({
    file: new URL('./dry-run.worker.js', import.meta.url),
    threads: config.dryRunsAtOnce,
    queue: config.dryRunQueue,
    memory: Math.ceil(config.dryRunMemory / 2 ** 20),
    niceness: NICENESS,
  })
  const running = new Map<string, number>()
  const count = (locationId: string, change: 1 | -1): void => {
    const left = (running.get(locationId) ?? 0) + change
    if (left === 0) running.delete(locationId)
    else running.set(locationId, left)
  }

  async function runOne(task: DryRunTask, gone: AbortSignal): Promise<DryRun> {
    const late = AbortSignal.timeout(config.dryRunSeconds * 1000)
    try {
      return await workers.run(task, { signal: AbortSignal.any([gone, late]) })
    } catch (error) {
      if (late.aborted)
        throw refusal('unavailable', describeProblem('dry-run-late', { seconds: config.dryRunSeconds }))
      if (error instanceof WorkersBusy) throw refusal('unavailable', describeProblem('dry-runs-busy'))
      throw error
    }
  }

  return {
    async run(integration, limit, gone) {
      const { locationId } = integration
      if ((running.get(locationId) ?? 0) >= MAX_PER_LOCATION)
        throw refusal('too-many-requests', describeProblem('dry-runs-of-location'))
      count(locationId, 1)
      try {
        const task: DryRunTask = {
          database: { url: databaseUrl, poolSize: 1, ...databaseLimits(config) },
          isSilent: log.level === 'silent',
          integration,
          limit,
          bytes: config.dryRunLimit,
          pageBytes: config.orderPageLimit,
        }
        return await runOne(task, gone).catch(error => {
          if (!(error instanceof WorkerOutOfMemory)) throw error
          // Retry with fewer orders: checking some is better than none.
          return runOne({ ...task, bytes: Math.ceil(task.bytes / 8) }, gone)
        })
      } catch (error) {
        if (error instanceof WorkerOutOfMemory)
          throw new AppError('too-large', describeProblem('dry-run-too-large'))
        throw error
      } finally {
        count(locationId, -1)
      }
    },
    [Symbol.asyncDispose]: () => workers[Symbol.asyncDispose](),
  }
}

function refusal(code: 'unavailable' | 'too-many-requests', problem: DescribedProblem): AppError {
  return new AppError(code, problem, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}
