import type { Database } from '../../db/database.js'
import type { Secrets } from '../../db/secrets/open-secrets.js'
import { startOfDay } from '../../orders/start-of-day.js'
import { openODataClient } from '../odata/client.js'
import { ReadingError } from '../odata/failures.js'
import { normalizeUrl } from '../odata/query.js'
import type { Program } from '../programs/program.js'
import { programOf } from '../programs/programs.js'
import { openPassword, type ReadingProgress } from '../reading.js'
import type { CompleteReading } from '../verdicts/complete-reading.js'
import { concludeReading } from '../verdicts/conclude-reading.js'
import {
  type Claimed,
  claimReading,
  failReading,
  finishReading,
  releaseReading,
  touchReading,
} from './claim-reading.js'
import { performSteps } from './steps.js'

export interface RunDeps {
  db: Database
  secrets: Secrets
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  /** Aborted when the server stops. */
  signal: AbortSignal
  /** Between two calls of 1C; absent: the client's own. */
  pauseMs?: number
}

const TOUCHED_EVERY_MS = 30_000
/** A slow 1C, or one without an end, holds the place of others so long; then it queues again. */
const TURN_MS = 10 * 60_000

/** Somebody has changed or ended it while it ran. */
class Superseded extends Error {}
class TurnOver extends Error {}

/**
 * Reads what a 1C has, if it is due: facts as they come, conclusions at the end of a complete reading alone. A
 * failure is stored, and changes nothing that was known. False: it is to be gone on with, later or by another server.
 */
export async function runReading(deps: RunDeps, integrationKey: number): Promise<boolean> {
  const { db } = deps
  const claimed = await claimReading(db, integrationKey)
  if (!claimed) return true
  const ended = new AbortController()
  const turnEnds = performance.now() + TURN_MS
  const keep = async (isOurs: Promise<boolean>): Promise<void> => {
    if (!(await isOurs)) ended.abort(new Superseded())
  }
  // A long answer, or long conclusions, are signs of life, too.
  const timer = setInterval(() => keep(touchReading(db, claimed)).catch(() => undefined), TOUCHED_EVERY_MS)
  try {
    await read({ ...deps, signal: AbortSignal.any([deps.signal, ended.signal]) }, claimed, async () => {
      await keep(touchReading(db, claimed, claimed.progress))
      ended.signal.throwIfAborted()
      if (performance.now() > turnEnds) throw new TurnOver()
    })
    await finishReading(db, claimed)
  } catch (error) {
    const failure = isOfValues(error) ? new ReadingError('unexpected-answer') : error
    if (failure instanceof ReadingError) await failReading(db, claimed, failure)
    else {
      await releaseReading(db, claimed)
      if (error instanceof Superseded) return true
      if (deps.signal.aborted || error instanceof TurnOver) return false
      throw error
    }
  } finally {
    clearInterval(timer)
  }
  return true
}

/** PostgreSQL does not take what 1C said: a day that does not exist, an object twice in one answer. */
const isOfValues = (error: unknown): boolean => /^(21|22|54)/.test((error as { code?: string }).code ?? '')

async function read(deps: RunDeps, claimed: Claimed, save: () => Promise<void>): Promise<void> {
  const { db, secrets, allowPrivate, signal, pauseMs } = deps
  const { integrationKey, number, url, login, timezone, companyInn, organization, progress } = claimed
  const program = programOf(claimed.client)
  if (!program) throw new ReadingError('client-not-read')
  const password = openPassword(claimed, secrets)
  if (password === undefined) throw new ReadingError('secret-lost')
  {
    const options = { url: normalizeUrl(url), login, password, allowPrivate, signal }
    await using client = openODataClient({ ...options, ...(pauseMs !== undefined && { pauseMs }) })
    const of = { integrationKey, number, timezone, companyInn, chosenOrganization: organization }
    await performSteps({ db, client, program, progress, ...of }, save)
  }
  const { startedAt, from, to, whole, partial, startDate, organization: found } = progress
  const complete = {
    integrationKey,
    reading: number,
    startedAt: new Date(startedAt),
    whole,
    partial,
    startDate,
    from: new Date(startOfDay(from.slice(0, 10), timezone)),
    to: new Date(startOfDay(to.slice(0, 10), timezone)),
    organization: found?.id ?? null,
    unread: unreadOf(program, progress),
  }
  await concludeReading(db, complete, signal)
}

/** What of a document's payments and shipments it could not read. */
function unreadOf(
  { movements, payments, shipments }: Program,
  { unpublished }: ReadingProgress,
): CompleteReading['unread'] {
  const lacks = ({ set }: { set: string }): boolean => unpublished.includes(set)
  return [
    ...(lacks(movements) && lacks(payments) ? (['payment'] as const) : []),
    ...(lacks(payments) ? (['refund'] as const) : []),
    ...(lacks(shipments) ? (['shipment'] as const) : []),
  ]
}
