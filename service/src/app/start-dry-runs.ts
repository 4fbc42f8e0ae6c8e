import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { DryRun } from '@obmen/contract/rest'
import { type Client, fillSettings } from '@obmen/contract/settings'
import { type Config, databaseLimits } from '../config.js'
import { AppError } from '../errors/app-error.js'
import type { Integration } from '../integrations/integration.js'
import type { Logger } from '../log.js'
import { randomSecret } from '../people/secret.js'
import { Busy } from '../workers/semaphore.js'
import { openThreads, ThreadOutOfMemory } from '../workers/threads.js'
import type { DryRunTask } from './dry-run.worker.js'
import type { Played } from './sign-in.js'

export interface DryRuns extends AsyncDisposable {
  /** Over the first orders of the next package, as many as fit; marks nothing. */
  run(integration: Integration, limit: number, gone: AbortSignal): Promise<DryRun>
  /** A whole exchange of that 1C with the server at `url`. */
  exchange(integration: Integration, as: { client: Client; url: string }, gone: AbortSignal): Promise<DryRun>
}

/** Most dry runs of one location, running and queued, so that others get a place in the queue. */
const MAX_PER_LOCATION = 2
const RETRY_AFTER_SECONDS = 15
/** Real exchanges come first. */
const NICENESS = 10

interface DryRunsOptions {
  config: Config
  /** Of the database. */
  url: string
  log: Logger
  /** Who may sign in as a 1C that is played. */
  played: Played
}

/** In threads of their own: each plays both sides of an exchange and loads the result. */
export function startDryRuns({ config, url, log, played }: DryRunsOptions): DryRuns {
  const threads = openThreads<DryRunTask, DryRun>({
    file: new URL('./dry-run.worker.js', import.meta.url),
    threads: config.dryRunsAtOnce,
    queue: config.dryRunQueue,
    ofOwner: MAX_PER_LOCATION,
    memory: Math.ceil(config.dryRunMemory / 2 ** 20),
    niceness: NICENESS,
  })

  async function runOne(task: DryRunTask, gone: AbortSignal): Promise<DryRun> {
    const late = AbortSignal.timeout(config.dryRunSeconds * 1000)
    try {
      const signal = AbortSignal.any([gone, late])
      return await threads.run(task, { owners: [task.integration.locationId], signal })
    } catch (error) {
      if (late.aborted)
        throw refusal('unavailable', describeProblem('dry-run-late', { seconds: config.dryRunSeconds }))
      if (!(error instanceof Busy)) throw error
      throw error.by === 'owner'
        ? refusal('too-many-requests', describeProblem('dry-runs-of-location'))
        : refusal('unavailable', describeProblem('dry-runs-busy'))
    }
  }

  const taskOf = (integration: Integration, limit: number): DryRunTask => ({
    database: { url, poolSize: 1, ...databaseLimits(config) },
    isSilent: log.level === 'silent',
    integration,
    limit,
    bytes: config.dryRunLimit,
  })
  return {
    async exchange(integration, as, gone) {
      const { login, settings } = integration
      const password = randomSecret()
      played.set(password, login)
      try {
        const task = taskOf(integration, fillSettings(settings).batchlimit)
        return await runOne({ ...task, exchange: { ...as, password } }, gone)
      } finally {
        played.delete(password)
      }
    },
    async run(integration, limit, gone) {
      const task = taskOf(integration, limit)
      try {
        return await runOne(task, gone).catch(error => {
          if (!(error instanceof ThreadOutOfMemory)) throw error
          // Retry with fewer orders: checking some is better than none.
          return runOne({ ...task, bytes: Math.ceil(task.bytes / 8) }, gone)
        })
      } catch (error) {
        if (error instanceof ThreadOutOfMemory)
          throw new AppError('too-large', describeProblem('dry-run-too-large'))
        throw error
      }
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}

function refusal(code: 'unavailable' | 'too-many-requests', problem: DescribedProblem): AppError {
  return new AppError(code, problem, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}
