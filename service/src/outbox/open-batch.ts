import type { Database, Queryable } from '../db/database.js'
import { statesBefore } from './batches/batch-states.js'
import type { Selection } from './batches/page-sql.js'
import { type PlannedBatch, planBatch, type QuarantineRules } from './quarantine/plan-batch.js'

export interface BatchOpening {
  integrationKey: number
  sessionId: number
  /** The query came with the cookie of its session; false: without one, and joined it. */
  byCookie?: boolean
  /** `query`: replaces the session's unconfirmed batches. `further-query`: continues after them (Bitrix). */
  by: 'query' | 'further-query'
  /** Linked lines of orders that it sends for the first time go out under their own ids, not the items'. */
  lineIds?: boolean
  keepUnconfirmed?: number
  quarantine?: QuarantineRules
}

export interface OpenedBatch {
  id: number
  /** What it may contain; undefined: everything owed. */
  selection: Selection | undefined
  /** Batches that it replaced. The caller deletes their items (deleteItems) once the 1C no longer waits. */
  abandoned: number[]
}

const KEEP_UNCONFIRMED = 10

/** Opens the batch that answers a query. It replaces those of its session asked for in the same way. */
export async function openBatch(
  db: Database,
  {
    integrationKey,
    sessionId,
    byCookie = true,
    by,
    lineIds = false,
    keepUnconfirmed = KEEP_UNCONFIRMED,
    quarantine: watch,
  }: BatchOpening,
): Promise<OpenedBatch> {
  return db.transaction(async tx => {
    await lockSession(tx, sessionId)
    const begun =
      by === 'further-query' ? await startedPackage(tx, integrationKey, sessionId, byCookie) : undefined
    const planned: PlannedBatch | undefined =
      begun ?? (watch && (await planBatch(tx, { integrationKey, sessionId }, watch)))
    const replaced = await abandon(
      tx,
      'session_id = $3 and integration_key = $2 and by_cookie = $4 and state = any($1)',
      [statesBefore(by, 'abandoned'), integrationKey, sessionId, byCookie],
    )
    const superseded = await abandon(
      tx,
      `id in (select id from outbox_batch where integration_key = $2 and state in ('open', 'sent')
          order by id desc offset $3)
       and state = any($1)`,
      [statesBefore('query', 'abandoned'), integrationKey, keepUnconfirmed],
    )
    const { rows } = await tx.query<{ id: number }>(
      `insert into outbox_batch (integration_key, session_id, notes, plan, by_cookie, line_ids)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        integrationKey,
        sessionId,
        planned?.notes.length ? JSON.stringify(planned.notes) : null,
        by === 'further-query' && planned?.selection ? JSON.stringify(planned.selection) : null,
        byCookie,
        lineIds,
      ],
    )
    return { id: rows[0]!.id, selection: planned?.selection, abandoned: [...replaced, ...superseded] }
  })
}

/** Except those that a success is confirming in parts. */
async function abandon(tx: Queryable, which: string, values: readonly unknown[]): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where ${which}
        and confirmed_through = 0 returning id`,
    values,
  )
  return rows.map(({ id }) => id)
}

/** Why an answer that is on its way counts no more. */
export async function whyAbandoned(
  db: Queryable,
  batchId: number,
): Promise<'asked-again' | 'too-many-at-once' | 'given-up'> {
  const { rows } = await db.query<{ again: boolean | null; later: number }>(
    `select bool_or(later.session_id = b.session_id and later.by_cookie = b.by_cookie) as again,
            count(*)::int as later
       from outbox_batch b join outbox_batch later
            on later.integration_key = b.integration_key and later.id > b.id
      where b.id = $1`,
    [batchId],
  )
  const { again, later } = rows[0]!
  if (again) return 'asked-again'
  return later > KEEP_UNCONFIRMED ? 'too-many-at-once' : 'given-up'
}

/** The plan of a package of which a client that collects several batches has already got a part. */
async function startedPackage(
  tx: Queryable,
  integrationKey: number,
  sessionId: number,
  byCookie: boolean,
): Promise<PlannedBatch | undefined> {
  const { rows } = await tx.query<{ plan: Selection | null }>(
    `select plan from outbox_batch where session_id = $2 and integration_key = $1 and by_cookie = $3
        and state = 'sent' order by id limit 1`,
    [integrationKey, sessionId, byCookie],
  )
  return rows[0] && { selection: rows[0].plan ?? undefined, notes: [] }
}

/** Serializes queries and successes of an exchange session, which decide about its batches. */
export async function lockSession(tx: Queryable, sessionId: number): Promise<void> {
  await tx.query('select from exchange_session where id = $1 for no key update', [sessionId])
}
