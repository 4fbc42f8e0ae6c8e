import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetBulkActions } from '../bulk-actions/list-bulk-actions.js'
import { listStalledBulkActions, stepBulkAction } from '../bulk-actions/step-bulk-action.js'
import { listFinishedRounds, stepClosing } from '../catalogue/apply/close-round.js'
import type { FailedFiles } from '../catalogue/apply/failed-files.js'
import type { RoundPauses } from '../catalogue/catalogue-limits.js'
import type { Database } from '../db/database.js'
import { listStaleLocations, listStalledFindings } from '../findings/recalculate.js'
import { forgetIntegration, listForgetting } from '../integrations/forget-integration.js'
import type { Logger } from '../log.js'
import type { ListLimits } from '../orders/listing/read-list.js'
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
  /** After these pauses the exchange of a whole catalogue counts as finished. */
  pauses: RoundPauses
  /** Files that have to be noted before a catalogue is judged. */
  failedFiles: FailedFiles
  /** How long whole catalogues have to come without another until that has gone. */
  catalogueKeepDays: number
  /** What a page of orders may cost. */
  lists: ListLimits
  /** How long other statements wait for a lock, including those that our steps hold. */
  lockTimeoutMs: number
}

/** How long a request waits for the work: long enough to finish a small company before its settings page reloads. */
const REQUEST_WAIT_MS = 1000
/** How often to look for work that another server started and abandoned. */
const POLL_MS = 5000
/**
 * So many times in a row the catalogue of a 1C is not judged because a failed file can't be noted, or none is because it isn't known whose
 * it is: for a minute, so that one that never can stops nobody.
 */
const LOOKS_WITHOUT_NOTE = 12
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
export function startBackgroundWork({
  db,
  log,
  pauses,
  failedFiles,
  catalogueKeepDays,
  lists,
  lockTimeoutMs,
}: BackgroundOptions): BackgroundWork {
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
    turns.add(location, `bulk action ${id}`, () => stepBulkAction(db, id, lists))

  /** By integration, how often in a row its catalogue was not judged. */
  const heldBack = new Map<number, number>()
  const mayJudge = async (key: number): Promise<boolean> => {
    const looks = (await failedFiles.noteWaiting(key)) ? 0 : (heldBack.get(key) ?? 0) + 1
    if (looks === 0) heldBack.delete(key)
    else heldBack.set(key, looks)
    return looks === 0 || looks > LOOKS_WITHOUT_NOTE
  }

  let looksWithoutSender = 0
  const closeFinishedRounds = async (): Promise<void> => {
    const { owners, complete } = await failedFiles.findWaiting()
    looksWithoutSender = complete ? 0 : looksWithoutSender + 1
    const mayClose = complete || looksWithoutSender > LOOKS_WITHOUT_NOTE
    const finished = mayClose ? await listFinishedRounds(db, pauses) : []
    for (const { locationId, key } of finished)
      void turns
        .add(
          locationId,
          `close the catalogue of ${key}`,
          async () => (await mayJudge(key)) && stepClosing(db, key, catalogueKeepDays),
        )
        .then(() => recalculate(locationId, key))
    for (const { locationId, key } of owners)
      if (!finished.some(round => round.key === key))
        void turns.add(locationId, `note failed files of ${key}`, async () => {
          await failedFiles.noteWaiting(key)
          return false
        })
  }

  const resumeAbandoned = async (): Promise<void> => {
    try {
      for (const { locationId, key } of await listStalledRecalculations(db)) void recalculate(locationId, key)
      for (const { locationId, key } of await listForgetting(db)) void forget(locationId, key)
      for (const { locationId, id } of await listStalledBulkActions(db)) void bulk(locationId, id)
      for (const { locationId, key } of await listStalledFindings(db)) void recalculate(locationId, key)
      await closeFinishedRounds()
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
