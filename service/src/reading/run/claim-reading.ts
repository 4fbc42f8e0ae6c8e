import type { ClientChoice } from '@obmen/contract/settings'
import type { Database, Queryable } from '../../db/database.js'
import { sentEntries } from '../../outbox/entries/entry-sql.js'
import { addTotals } from '../list-reconciliation.js'
import type { ReadingError } from '../odata/failures.js'
import {
  findReading,
  type LastReading,
  type ReadingProgress,
  SILENT_MS,
  type StoredReading,
} from '../reading.js'
import { planReading } from './plan-reading.js'

/** One that has come no further for so long begins anew: what it has seen may be too old to go on with. */
const RESUMED_HOURS = 6
const READING_LOCK = 71_205
const SECONDS_SILENT = SILENT_MS / 1000

const runs = (r: string): string =>
  `coalesce(${r}.touched_at > now() - make_interval(secs => ${SECONDS_SILENT}), false)`

/** Readings that are due, as payloads of jobs. */
export const DUE_READINGS = `
  select json_build_object('integrationKey', r.integration_key)
    from reading r join integration i on i.key = r.integration_key
   where r.next_at <= now() and r.enabled and not i.sandbox and not ${runs('r')}`

export interface Claimed extends StoredReading {
  progress: ReadingProgress
  /** It changed again meanwhile: a person stores another address. */
  stamp: string
  timezone: string
  companyInn: string
  client: ClientChoice
}

/**
 * Begins a reading that is due, or goes on with one that was cut short. Undefined if none is due, or another
 * one of this base runs.
 */
export async function claimReading(db: Database, integrationKey: number): Promise<Claimed | undefined> {
  return db.transaction(async tx => {
    // Of two 1Cs with one base, one at a time.
    await tx.query('select pg_advisory_xact_lock($1)', [READING_LOCK])
    const { rows } = await tx.query<Circumstances>(
      `select l.timezone, c.inn as "companyInn", i.restored_at is not null as "isRestored",
              coalesce(nullif(i.settings->>'client', 'auto'), i.recognized_client, 'auto') as client,
              r.changed_at::text as stamp, r.progress is not null and
              (r.progress->>'savedAt')::timestamptz > now() - make_interval(hours => $2) as resumes
         from reading r
         join integration i on i.key = r.integration_key
         join location l on l.id = i.location_id
         join company c on c.id = i.company_id
        where r.integration_key = $1 and r.next_at <= now() and r.enabled and not i.sandbox
          and not exists (select from reading o where o.url = r.url and ${runs('o')})
          for update of r`,
      [integrationKey, RESUMED_HOURS],
    )
    const [due] = rows
    if (!due) return undefined
    const reading = (await findReading(tx, integrationKey))!
    const { resumes, isRestored, ...rest } = due
    if (resumes) {
      await tx.query('update reading set touched_at = now() where integration_key = $1', [integrationKey])
      return { ...reading, ...rest, progress: reading.progress! }
    }
    const progress = await beginAnew(tx, reading, due)
    await tx.query(
      `update reading set touched_at = now(), requested = false, number = $2, progress = $3
        where integration_key = $1`,
      [integrationKey, reading.number + 1, JSON.stringify(progress)],
    )
    return { ...reading, ...rest, number: reading.number + 1, progress }
  })
}

interface Circumstances extends Pick<Claimed, 'stamp' | 'timezone' | 'companyInn' | 'client'> {
  isRestored: boolean
  resumes: boolean
}

async function beginAnew(
  tx: Queryable,
  { integrationKey, lastReading: last, requested, newest }: StoredReading,
  { isRestored, timezone }: Circumstances,
): Promise<ReadingProgress> {
  const { rows } = await tx.query<{ earliest: Date | null; now: Date }>(
    `select min(o.placed_at) as earliest, now() as now
       from ${sentEntries('$1')} e join sale_order o on o.key = e.order_key`,
    [integrationKey],
  )
  const { earliest, now } = rows[0]!
  return {
    startedAt: now.toISOString(),
    savedAt: now.toISOString(),
    ...planReading({ last, mustBeWhole: requested || isRestored, earliest, now, timezone }),
    phase: 'published',
    cursor: null,
    documents: 0,
    calls: 0,
    partial: false,
    unpublished: [],
    cutOff: [],
    restricted: [],
    organization: null,
    startDate: null,
    marks: last?.marks ?? 0,
    known: isRestored ? {} : newest,
    newest: {},
  }
}

/** Whether it may go on: false once a person has changed or ended it. */
export async function touchReading(
  db: Queryable,
  { integrationKey, number, stamp }: Claimed,
  progress?: ReadingProgress,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update reading set touched_at = now(), progress = coalesce($4, progress)
      where integration_key = $1 and number = $2 and changed_at = $3::timestamptz and enabled`,
    [integrationKey, number, stamp, progress ? JSON.stringify(progress) : null],
  )
  return rowCount > 0
}

/** Lets another server go on with it. */
export async function releaseReading(db: Queryable, { integrationKey, number }: Claimed): Promise<void> {
  await db.query('update reading set touched_at = null where integration_key = $1 and number = $2', [
    ...[integrationKey, number],
  ])
}

/** It is complete. One that was asked for meanwhile follows at once. */
export async function finishReading(db: Queryable, claimed: Claimed): Promise<void> {
  const { integrationKey, number, stamp, progress, lastReading } = claimed
  const { startedAt, documents, calls, whole, partial, organization, unpublished, cutOff, marks } = progress
  const last: LastReading = {
    startedAt,
    finishedAt: new Date().toISOString(),
    documents,
    calls,
    whole,
    partial,
    organizationName: organization?.name || null,
    organizationId: organization?.id ?? null,
    unpublished,
    cutOff,
    marks,
    totals: await addTotals(db, integrationKey, {}),
    wholeAt: whole ? startedAt : lastReading!.wholeAt,
    wholeCalls: whole ? calls : lastReading!.wholeCalls,
  }
  await db.query(
    `update reading
        set last_reading = $4, newest = $5, failure = null, progress = null, touched_at = null,
            next_at = case when requested then now() else now() + make_interval(mins => every_minutes) end
      where integration_key = $1 and number = $2 and changed_at = $3::timestamptz and enabled`,
    [
      integrationKey,
      number,
      stamp,
      JSON.stringify(last),
      JSON.stringify({ ...progress.known, ...progress.newest }),
    ],
  )
}

/** The longest pause after failures, unless readings are rarer. */
const MOST_MINUTES = 60
/** Whatever a web server asks for. */
const MOST_RETRY_SECONDS = 86_400

/** It failed: the next one goes on from there, later each time. Of an older copy nothing is gone on with. */
export async function failReading(
  db: Queryable,
  { integrationKey, number, stamp, failure: before }: Claimed,
  { code, params, retryAfterSeconds = 0 }: ReadingError,
): Promise<void> {
  const count = (before?.count ?? 0) + 1
  const failure = { code, params, at: new Date().toISOString(), count }
  await db.query(
    `update reading
        set failure = $4, touched_at = null, progress = case when $5 = 'older-copy' then null else progress end,
            next_at = now() + greatest(
              make_interval(secs => $6),
              make_interval(mins => least(every_minutes * power(2, least($7, 20)),
                                          greatest(${MOST_MINUTES}, every_minutes))::int))
      where integration_key = $1 and number = $2 and changed_at = $3::timestamptz and enabled`,
    [
      ...[integrationKey, number, stamp, JSON.stringify(failure), code],
      ...[Math.min(retryAfterSeconds, MOST_RETRY_SECONDS), count],
    ],
  )
}
