import { describeProblem, type ReadingFailure, type ReadingPhase, type ReadingState } from '@obmen/contract'
import type { ReconciliationTotals } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { AppError } from '../errors/app-error.js'

/** How far the reading that runs, or that was cut short, is. Times are ISO instants. */
export interface ReadingProgress {
  startedAt: string
  /** When a place to go on from was stored last. */
  savedAt: string
  /** The dates of documents that it covers, by the clock of 1C: `2026-11-17T00:00:00`, `to` excluded. */
  from: string
  to: string
  whole: boolean
  phase: ReadingPhase
  /** Where the phase goes on; each phase has its own. */
  cursor: string | null
  documents: number
  calls: number
  partial: boolean
  /** Sets that are not published. */
  unpublished: string[]
  organization: { id: string; name: string } | null
  /** Sets that are longer than is read: of the rest, what is known stays. */
  cutOff: string[]
  /** Sets of which rights hide a part. */
  restricted: string[]
  /** How many documents said themselves of which order they are. */
  marks: number
  /** Of the numbers that the exchange with the site gives. */
  ownPrefix?: string
  /** From which day it loads orders, `2026-11-17`; null: from any, or not known. */
  startDate: string | null
  /** The newest documents, by set: known before, and seen since. */
  known: Record<string, NewestDocument[]>
  newest: Record<string, NewestDocument[]>
}

export interface NewestDocument {
  ref: string
  date: string
}

/** The last reading that was complete. Times are ISO instants. */
export interface LastReading {
  startedAt: string
  finishedAt: string
  documents: number
  calls: number
  whole: boolean
  partial: boolean
  organizationName: string | null
  /** GUID in 1C. */
  organizationId: string | null
  /** Sets that are not published. */
  unpublished: string[]
  /** Sets that are longer than is read. */
  cutOff: string[]
  marks: number
  /** Of all orders, once it was concluded: no page adds them up again. */
  totals: ReconciliationTotals
  /** Of the last one of everything: when it began, its calls. */
  wholeAt: string
  wholeCalls: number
}

/** Why the last reading failed. */
export interface StoredFailure {
  code: ReadingFailure
  params: Readonly<Record<string, string | number>>
  /** An ISO instant. */
  at: string
  /** How many in turn. */
  count: number
}

/** How a 1C is read, and how its readings go. */
export interface StoredReading {
  integrationKey: number
  url: string
  login: string
  /** Encrypted; empty: the key that encrypted it was lost. */
  password: string
  everyMinutes: number
  enabled: boolean
  organization: string | null
  changedAt: Date
  nextAt: Date | null
  requested: boolean
  number: number
  touchedAt: Date | null
  progress: ReadingProgress | null
  lastReading: LastReading | null
  failure: StoredFailure | null
  newest: Record<string, NewestDocument[]>
}

/** A reading whose last sign is older has died with its server. */
export const SILENT_MS = 3 * 60_000

const COLUMNS = `integration_key as "integrationKey", url, login, password, every_minutes as "everyMinutes",
  enabled, organization, changed_at as "changedAt", next_at as "nextAt", requested, number,
  touched_at as "touchedAt", progress, last_reading as "lastReading", failure, newest`

/** Undefined: this 1C is not read. */
export async function findReading(db: Queryable, integrationKey: number): Promise<StoredReading | undefined> {
  const { rows } = await db.query<StoredReading>(
    `select ${COLUMNS} from reading where integration_key = $1`,
    [integrationKey],
  )
  return rows[0]
}

/** @throws AppError not-found */
export async function getReading(db: Queryable, integrationKey: number): Promise<StoredReading> {
  const reading = await findReading(db, integrationKey)
  if (!reading) throw new AppError('not-found', describeProblem('reading-not-set-up'))
  return reading
}

/** An integration whose 1C is read. */
export interface ReadIntegration {
  key: number
  integrationId: string
  integrationName: string
  companyId: string
  companyName: string
  /** When the last complete reading ended, an ISO instant. */
  readAt: string | null
}

/** Those of a location, by company and name. */
export async function listReadings(db: Queryable, scope: Scope): Promise<ReadIntegration[]> {
  const { rows } = await db.query<ReadIntegration>(
    `select i.key, i.id as "integrationId", i.name as "integrationName", i.company_id as "companyId",
            c.name as "companyName", r.last_reading->>'finishedAt' as "readAt"
       from reading r join integration i on i.key = r.integration_key join company c on c.id = i.company_id
      where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')}
      order by c.name, i.name, i.key`,
    [locationIn(scope), companiesIn(scope)],
  )
  return rows
}

/** What the password of a reading is bound to. */
export const passwordPlace = (integrationKey: number): string => `reading ${integrationKey}`

/** Undefined: the key that encrypted it was lost. */
export function openPassword({ integrationKey, password }: StoredReading, secrets: Secrets) {
  return password === '' ? undefined : secrets.open(password, passwordPlace(integrationKey))
}

/** After the key was lost. A person enters them again. Returns how many there were. */
export async function forgetReadingPasswords(tx: Queryable): Promise<number> {
  return (await tx.query("update reading set password = ''")).rowCount
}

/** How it stands at that moment. */
export function readingState(reading: StoredReading, now: Date): ReadingState {
  const { enabled, touchedAt, progress, failure } = reading
  if (progress && touchedAt && now.getTime() - touchedAt.getTime() < SILENT_MS) return 'running'
  if (!enabled) return 'off'
  return failure ? 'failed' : 'waiting'
}
