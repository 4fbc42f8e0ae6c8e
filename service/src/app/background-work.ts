import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetBulkActions } from '../bulk-actions/list-bulk-actions.js'
import { listStalledBulkActions, stepBulkAction } from '../bulk-actions/step-bulk-action.js'
import { type ImportPauses, listFinishedImports, stepClosing } from '../catalogue/apply/close-import.js'
import type { Database } from '../db/database.js'
import { listStaleLocations, listStalledFindings } from '../findings/recalculate.js'
import { forgetIntegration, listForgetting } from '../integrations/forget-integration.js'
import type { Logger } from '../log.js'
import { forgetClaims } from '../orders/numbering/number-claim.js'
import { listStalledRecalculations, recalculationSteps } from '../orders/routing/recalculation.js'
import { stepFindings, stepStale } from '../preflight/step-findings.js'
import { startTaskTurns } from './task-turns.js'

/** Work too long for a request: recalculating an integration, deleting what a removed one left, bulk actions. */
export interface BackgroundWork extends AsyncDisposable {
  /** These begin the work immediately, and resolve when it is done, or after REQUEST_WAIT_MS. */
  recalculate(locationId: string, integrationKeys: readonly number[]): Promise<void>
  forget(locationId: string, integrationKey: number): Promise<void>
  bulk(locationId: string, actionId: number): Promise<void>
}

export interface BackgroundOptions {
  db: Database
  log: Logger
  /** After these pauses the import of a whole catalogue counts as finished. */
  pauses: ImportPauses
  /** How long other statements wait for a lock, including those that our steps hold. */
  lockTimeoutMs: number
}

/** How long a request waits for the work: long enough to finish a small company before its settings page reloads. */
const REQUEST_WAIT_MS = 1000
/** How often to look for work that another server started and abandoned. */
const POLL_MS = 5000
/** A step waits for a lock this many times shorter than others, so that others don't time out behind it. */
const LOCK_SHARE = 1.5

/** Delete rows about removed integrations in folders that integrations/ may not import. */
const DELETE_DEPENDENT_ROWS = [forgetClaims, forgetBulkActions]

/** The owner of tasks that are for all locations. */
const EVERYBODY = ''

/**
 * Runs the steps of all unfinished work, in turns by location (`task-turns.ts`). The state of the work is in the database, so any server
 * can continue it.
 */
export function startBackgroundWork({ db, log, pauses, lockTimeoutMs }: BackgroundOptions): BackgroundWork {
  const closing = new AbortController()
  const { signal } = closing
  // Every request that waits listens to this signal; Node.js would warn about the eleventh.
  setMaxListeners(0, signal)
  const turns = startTaskTurns({ log, signal })

  const recalculate = async (location: string, key: number): Promise<void> => {
    await Promise.all([
      turns.add(
        location,
        `recalculate ${key}`,
        recalculationSteps(db, key, { longestMs: lockTimeoutMs / LOCK_SHARE }),
      ),
      turns.add(location, `find ${key}`, () => stepFindings(db, key)),
    ])
  }

  const forget = (location: string, key: number): Promise<void> =>
    turns.add(location, `forget ${key}`, forgetIntegration(db, key, DELETE_DEPENDENT_ROWS))

  const bulk = (location: string, id: number): Promise<void> =>
    turns.add(location, `bulk action ${id}`, () => stepBulkAction(db, id))

  const closeFinishedImports = async (): Promise<void> => {
    for (const { locationId, key } of await listFinishedImports(db, pauses))
      void turns
        .add(locationId, `close the catalogue of ${key}`, () => stepClosing(db, key))
        .then(() => recalculate(locationId, key))
  }

  const resumeAbandoned = async (): Promise<void> => {
    try {
      for (const { locationId, key } of await listStalledRecalculations(db)) void recalculate(locationId, key)
      for (const { locationId, key } of await listForgetting(db)) void forget(locationId, key)
      for (const { locationId, id } of await listStalledBulkActions(db)) void bulk(locationId, id)
      for (const { locationId, key } of await listStalledFindings(db)) void recalculate(locationId, key)
      await closeFinishedImports()
      for (const locationId of await listStaleLocations(db))
        void turns.add(locationId, `find stale of ${locationId}`, () => stepStale(db, { locationId }))
      void turns.add(EVERYBODY, 'merge search words', () => mergeSearchWords(db))
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
    recalculate: (location, keys) => waitBriefly(keys.map(key => recalculate(location, key))),
    forget: (location, key) => waitBriefly([forget(location, key)]),
    bulk: (location, id) => waitBriefly([bulk(location, id)]),
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      closing.abort()
      await turns.ended()
    },
  }
}

/**
 * Merges the pending list of the search index of orders (PostgreSQL, "GIN Fast Update Technique"), so that puts don't have to and searches
 * don't scan a long one. Costs nothing when no words are pending.
 */
async function mergeSearchWords(db: Database): Promise<false> {
  await db.query("select gin_clean_pending_list('sale_order_search')")
  return false
}
