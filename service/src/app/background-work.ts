import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetBulkActions } from '../bulk-actions/list-bulk-actions.js'
import { listStalledBulkActions, stepBulkAction } from '../bulk-actions/step-bulk-action.js'
import { listFinishedRounds, stepClosing } from '../catalogue/apply/close-round.js'
import type { RoundPauses } from '../catalogue/catalogue-limits.js'
import type { Database } from '../db/database.js'
import { listStalledFindings } from '../findings/recalculate.js'
import { forgetIntegration, listForgetting } from '../integrations/forget-integration.js'
import type { Logger } from '../log.js'
import { mergeSearchWords } from '../orders/listing/merge-search-words.js'
import type { ListLimits } from '../orders/listing/read-list.js'
import { forgetClaims } from '../orders/numbering/number-claim.js'
import { listStalledRecalculations, recalculationSteps } from '../orders/routing/recalculation.js'
import { stepFindings, stepStale } from '../preflight/step-findings.js'

/** Work too long for a request: recalculating an integration, deleting what a removed one left, bulk actions. */
export interface BackgroundWork extends AsyncDisposable {
  /** These begin the work immediately, and resolve when it is done, or after REQUEST_WAIT_MS. */
  recalculate(integrationKeys: readonly number[]): Promise<void>
  forget(integrationKey: number): Promise<void>
  bulk(actionId: number): Promise<void>
}

export interface BackgroundOptions {
  db: Database
  log: Logger
  /** After these pauses the exchange of a whole catalogue counts as finished. */
  pauses: RoundPauses
  /** What a page of orders may cost. */
  lists: ListLimits
  /** How long other statements wait for a lock, including those that our steps hold. */
  lockTimeoutMs: number
}

/** How long a request waits for the work: long enough to finish a small company before its settings page reloads. */
const REQUEST_WAIT_MS = 1000
/** How often to look for work that another server started and abandoned. */
const POLL_MS = 5000
/** Longest pause between two steps; also the pause after a step that did not get its lock. */
const MAX_PAUSE_MS = 1000
const LOCK_NOT_AVAILABLE = '55P03'
/** A step waits for a lock this many times shorter than others, so that others don't time out behind it. */
const LOCK_SHARE = 1.5

/** Delete rows about removed integrations in folders that integrations/ may not import. */
const DELETE_DEPENDENT_ROWS = [forgetClaims, forgetBulkActions]

/** One step; false when there is nothing left to do. */
type Step = () => Promise<boolean>

interface Task {
  step: Step
  /** Requested again during a step, which may have missed the change. */
  again: boolean
  done: Promise<void>
  end: () => void
}

/**
 * Runs the steps of all unfinished work round-robin, one at a time, pausing as long as each took, so that others get the database and the
 * companies' locks. The state of the work is in the database, so any server can continue it.
 */
export function startBackgroundWork({
  db,
  log,
  pauses,
  lists,
  lockTimeoutMs,
}: BackgroundOptions): BackgroundWork {
  const tasks = new Map<string, Task>()
  const closing = new AbortController()
  const { signal } = closing
  // Every request that waits listens to this signal; Node.js would warn about the eleventh.
  setMaxListeners(0, signal)
  let working: Promise<void> | undefined

  const add = (name: string, step: Step): Promise<void> => {
    const known = tasks.get(name)
    if (known) {
      known.again = true
      return known.done
    }
    let end = (): void => {}
    const done = new Promise<void>(resolve => {
      end = resolve
    })
    tasks.set(name, { step, again: false, done, end })
    working ??= runTasks().finally(() => {
      working = undefined
    })
    return done
  }

  const runTasks = async (): Promise<void> => {
    while (tasks.size > 0 && !signal.aborted)
      for (const [name, task] of tasks) {
        if (signal.aborted) return
        const started = performance.now()
        const more = await runStep(name, task)
        if (!more) {
          tasks.delete(name)
          task.end()
        }
        const rest = more === 'later' ? MAX_PAUSE_MS : performance.now() - started
        await delay(Math.min(rest, MAX_PAUSE_MS), undefined, { signal }).catch(() => undefined)
      }
  }

  const runStep = async (name: string, task: Task): Promise<boolean | 'later'> => {
    task.again = false
    try {
      return (await task.step()) || task.again
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return 'later'
      log.warn({ err: error, task: name }, 'background work failed; it will be resumed')
      return false
    }
  }

  const recalculate = async (key: number): Promise<void> => {
    await Promise.all([
      add(`recalculate ${key}`, recalculationSteps(db, key, { longestMs: lockTimeoutMs / LOCK_SHARE })),
      add(`find ${key}`, () => stepFindings(db, key)),
    ])
  }

  const forget = (key: number): Promise<void> =>
    add(`forget ${key}`, forgetIntegration(db, key, DELETE_DEPENDENT_ROWS))

  const bulk = (id: number): Promise<void> => add(`bulk action ${id}`, () => stepBulkAction(db, id, lists))

  const resumeAbandoned = async (): Promise<void> => {
    try {
      for (const key of await listStalledRecalculations(db)) void recalculate(key)
      for (const key of await listForgetting(db)) void forget(key)
      for (const id of await listStalledBulkActions(db)) void bulk(id)
      for (const key of await listStalledFindings(db)) void recalculate(key)
      for (const key of await listFinishedRounds(db, pauses))
        void add(`close the catalogue of ${key}`, () => stepClosing(db, key)).then(() => recalculate(key))
      void add('find stale', () => stepStale(db))
      void add('merge search words', async () => {
        await mergeSearchWords(db)
        return false
      })
    } catch (error) {
      log.warn({ err: error }, 'could not look for unfinished background work')
    }
  }
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    await resumeAbandoned()
    looking = false
  }, POLL_MS).unref()

  const waitBriefly = async (work: readonly Promise<void>[]): Promise<void> => {
    const moment = delay(REQUEST_WAIT_MS, undefined, { ref: false, signal }).catch(() => undefined)
    await Promise.race([Promise.all(work), moment])
  }
  return {
    recalculate: keys => waitBriefly(keys.map(recalculate)),
    forget: key => waitBriefly([forget(key)]),
    bulk: id => waitBriefly([bulk(id)]),
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      closing.abort()
      await working
    },
  }
}
